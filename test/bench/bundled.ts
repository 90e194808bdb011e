import { build } from 'esbuild';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { outFolder } from '../support/paths';

/**
 * Loads a module of `ours/` bundled and minified, as Casebook ships: what runs the benchmarks themselves translates files one
 * by one, and what it makes takes half as long again, or twice as long.
 */
export async function bundled(name: string): Promise<unknown> {
  const outfile = path.join(outFolder, 'bench', `${name}.cjs`);
  await build({
    entryPoints: [path.join(__dirname, 'ours', `${name}.ts`)],
    outfile, bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20', legalComments: 'none', logLevel: 'warning',
  });
  const module = (await import(pathToFileURL(outfile).href)) as { readonly default?: unknown };
  return module.default ?? module;
}
