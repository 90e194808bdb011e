/**
 * Asks pandoc how it reads what we write of `test/golden/formats/bibtex/items.json`, and writes its answers beside them.
 * Run by hand after `npm install --prefix .vscode-test/pandoc pandoc-wasm@1.1`: `npx tsx test/bench/pandocBibtex.mts`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatById } from '../../src/core/formats/registry';
import type { CslItem } from '../../src/core/library/record';

const root = resolve(import.meta.dirname, '..', '..');
const golden = join(root, 'test', 'golden', 'formats', 'bibtex');
const entry = join(root, '.vscode-test', 'pandoc', 'node_modules', 'pandoc-wasm', 'src', 'index.node.js');
const { convert } = (await import(pathToFileURL(process.env.PANDOC_WASM ?? entry).href)) as {
  convert(options: object, text: string, files: object): Promise<{ readonly stdout: string }>;
};
const items = JSON.parse(readFileSync(join(golden, 'items.json'), 'utf8')) as readonly CslItem[];

const answers: Record<string, unknown> = {};
for (const dialect of ['bibtex', 'biblatex']) {
  const written = formatById(dialect)?.write?.(items) ?? '';
  const { stdout } = await convert({ from: dialect, to: 'csljson' }, written, {});
  answers[dialect] = { written, read: JSON.parse(stdout) as unknown };
}
writeFileSync(join(golden, 'pandoc.json'), `${JSON.stringify(answers, undefined, 1)}\n`);
