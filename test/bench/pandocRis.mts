/**
 * Asks pandoc how it reads the RIS that we write of `test/golden/formats/ris.items.json`, and writes the text and its answer beside them.
 * Run by hand after `npm install --prefix .vscode-test/pandoc pandoc-wasm@1.1` (`PANDOC_WASM` names another folder):
 * `npx tsx test/bench/pandocRis.mts`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ris } from '../../src/core/formats/ris';
import type { CslItem } from '../../src/core/library/record';

const root = resolve(import.meta.dirname, '..', '..');
const golden = join(root, 'test', 'golden', 'formats');
const home = process.env.PANDOC_WASM ?? join(root, '.vscode-test', 'pandoc');
const entry = join(home, 'node_modules', 'pandoc-wasm', 'src', 'index.node.js');
const { convert } = (await import(pathToFileURL(entry).href)) as {
  convert(options: object, text: string, files: Readonly<Record<string, string>>): Promise<{ readonly stdout: string; readonly stderr?: string }>;
};
const items = JSON.parse(readFileSync(join(golden, 'ris.items.json'), 'utf8')) as readonly CslItem[];
const text = ris.write?.(items) ?? '';
writeFileSync(join(golden, 'ris.written.ris'), text);
const { stdout } = await convert({ from: 'ris', to: 'csljson' }, text, {});
writeFileSync(join(golden, 'ris.pandoc.json'), `${JSON.stringify(JSON.parse(stdout), undefined, 1)}\n`);
