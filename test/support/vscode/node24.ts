import * as path from 'node:path';
import { CannotRun } from '../cannotRun';
import { installOnce, npmInstall } from './install';
import { nodePackages } from './versions';

/** A Node that is new enough for VS Code's server: the running one, or one from npm. */
export async function node24(): Promise<string> {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const specifier = nodePackages[platform];
  if (!specifier) throw new CannotRun(`VS Code's server needs Node 24 or newer, and npm has none for ${platform}: run this with a newer Node.`);
  const home = await installOnce(specifier.replace('@', '-'), (draft) => npmInstall(draft, [specifier]));
  const [name = ''] = specifier.split('@');
  return path.join(home, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
