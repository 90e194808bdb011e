import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installOnce, npmInstall } from '../support/vscode/install';

/**
 * Loads a library to compare ours with, from npm, installed into `.vscode-test/peers` at its first use.
 *
 * @param file the module within the package, where that is not its main one
 * @returns undefined if it can't be had, which is said in one line
 */
export async function peer(name: string, version: string, file?: string): Promise<unknown> {
  try {
    const home = await installOnce(path.join('peers', name), (draft) => npmInstall(draft, [`${name}@${version}`]));
    const resolved = file === undefined ? require.resolve(name, { paths: [home] }) : path.join(home, 'node_modules', name, file);
    const module = (await import(pathToFileURL(resolved).href)) as { readonly default?: unknown };
    return file === undefined ? (module.default ?? module) : module;
  } catch (error) {
    console.log(`${name} ${version}: skipped, could not be installed (${String(error).split('\n')[1] ?? String(error)})`);
    return undefined;
  }
}
