/**
 * Asks pandoc how it reads the items of `test/golden/formats/pandoc/items.json` in what we write, and puts its answers
 * beside them. Run by hand after `npm install --prefix .vscode-test/pandoc pandoc-wasm@1.1`:
 * `npx tsx test/bench/pandocFormats.mts`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatById } from '../../src/core/formats/registry';
import type { CslItem } from '../../src/core/library/record';

const root = resolve(import.meta.dirname, '..', '..');
const golden = join(root, 'test', 'golden', 'formats', 'pandoc');
const home = process.env.CASEBOOK_PANDOC ?? join(root, '.vscode-test', 'pandoc');
const { convert } = (await import(pathToFileURL(join(home, 'node_modules', 'pandoc-wasm', 'src', 'index.node.js')).href)) as {
  convert(options: object, text: string, files: Readonly<Record<string, string>>): Promise<{ readonly stdout: string }>;
};
const items = JSON.parse(readFileSync(join(golden, 'items.json'), 'utf8')) as readonly CslItem[];

const written = (id: string): string => formatById(id)?.write?.(items) ?? '';
const asked = { 'csl-json': written('csl-json'), 'csl-yaml': written('csl-yaml'), 'endnote-xml': written('endnote-xml') };
const asItems = async (from: string, text: string): Promise<unknown> => JSON.parse((await convert({ from, to: 'csljson' }, text, {})).stdout);

/** What a bibliography file gives: pandoc has no way to say its items, so the references that it makes of them. */
async function rendered(file: string, text: string): Promise<readonly string[]> {
  const options = { from: 'markdown', to: 'plain', wrap: 'none', citeproc: true, bibliography: [file] };
  return (await convert(options, '---\nnocite: "@*"\n---\n', { [file]: text })).stdout.trim().split(/\n\s*\n/);
}

const answers = {
  asked,
  items: {
    'csl-json': await asItems('csljson', asked['csl-json']),
    // A bibliography's YAML is also a note's metadata, whose items pandoc does tell.
    'csl-yaml': await asItems('markdown', `---\n${asked['csl-yaml']}---\n`),
    'endnote-xml': await asItems('endnotexml', asked['endnote-xml']),
  },
  references: { 'csl-json': await rendered('r.json', asked['csl-json']), 'csl-yaml': await rendered('r.yaml', asked['csl-yaml']) },
};
writeFileSync(join(golden, 'answers.json'), `${JSON.stringify(answers, undefined, 1)}\n`);
