#!/bin/sh
# The executable that @vscode/test-electron takes for VS Code. `exec` keeps the process number, so that a signal meant
# for VS Code reaches the script.
here=$(cd "$(dirname "$0")" && pwd)
exec node --import "$here/../../../node_modules/tsx/dist/loader.mjs" "$here/launch.ts" "$@"
