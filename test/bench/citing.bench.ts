import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CitingWork, type Presentation } from '../../src/core/citing/citingWork';
import type { CslItem } from '../../src/core/library/record';
import { parseNote } from '../../src/core/notes/parseNote';
import { root } from '../support/paths';
import { styleAssets } from '../unit/citing/styleAssets';

const styles = ['nlm-citation-sequence', 'american-medical-association', 'apa'];
const journals = ['Cancer', 'Journal of Examples', 'Archives of Rare Cases', 'Clinical Notes'];

/** Prints what citing costs, one line a figure: `what: number unit`. pandoc stands beside it where it has been installed. */
export default async function benchCiting(): Promise<void> {
  benchNotes();
  for (const id of styles) await benchStyle(id);
  await benchPandoc();
}

function benchNotes(): void {
  const paragraph =
    'The patient, a man of 54, came with **leukemoid** reaction and fever for four weeks; no infection was found in spite of ' +
    'cultures. Cytokine levels in the tumor fluid were high, as others had seen [@chen1995, p. 170; @lind2010], and the ' +
    'fever went after resection, which @okafor2010 [p. 3] had not seen. A [link](https://example.org/a) and `code` too.\n\n';
  const note = paragraph.repeat(Math.ceil(1e6 / paragraph.length));
  print('parse a note of 1 MB, first time', measured(() => parseNote(note)), 'ms');
  print('parse a note of 1 MB, warm', Math.min(...[1, 2, 3].map(() => measured(() => parseNote(note)))), 'ms');
}

async function benchStyle(id: string): Promise<void> {
  const work = new CitingWork(await styleAssets());
  const presentation: Presentation = { style: { id }, locale: '' };
  const items = library(1000);
  print(`${id}: style and engine`, await timed(() => work.warm(presentation)), 'ms');
  print(`${id}: first citation`, await timed(() => work.citation(['k0'], [], items.slice(0, 1), presentation)), 'ms');
  print(`${id}: one reference, warm`, await timed(() => work.references(items.slice(1, 2), presentation)), 'ms');
  const note = parseNote(Array.from({ length: 100 }, (_, index) => `Known [@k${index}; @k${index + 1}].`).join('\n\n'));
  print(`${id}: a note with 100 citations`, await timed(() => work.renderNote(note, items, presentation)), 'ms');
  print(`${id}: bibliography of 1,000`, await timed(() => work.bibliography(items, presentation)), 'ms');
}

async function benchPandoc(): Promise<void> {
  const entry = join(root, '.vscode-test', 'pandoc', 'node_modules', 'pandoc-wasm', 'src', 'index.node.js');
  if (!existsSync(entry)) return;
  const load = performance.now();
  const { convert } = (await import(pathToFileURL(entry).href)) as {
    convert(options: object, text: string, files: Readonly<Record<string, string>>): Promise<unknown>;
  };
  await convert({ from: 'markdown', to: 'html' }, 'x', {});
  print('pandoc-wasm: load', performance.now() - load, 'ms');
  const note = `${library(1000).map(({ id }) => `[@${id}]`).join(' ')}\n`;
  const files = { 'refs.json': JSON.stringify(library(1000)) };
  // Without a style pandoc takes its own Chicago, author-date.
  const options = { from: 'markdown', to: 'html', citeproc: true, bibliography: ['refs.json'] };
  print('pandoc-wasm: bibliography of 1,000, Chicago', await timed(() => convert(options, note, files)), 'ms');
  const work = new CitingWork(await styleAssets());
  const chicago: Presentation = { style: { id: 'chicago-author-date' }, locale: '' };
  await work.warm(chicago);
  print('ours: bibliography of 1,000, Chicago', await timed(() => work.renderNote(parseNote(note), library(1000), chicago)), 'ms');
}

/** Works as a library holds them, the same in every run. */
function library(count: number): CslItem[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `k${index}`,
    type: 'article-journal',
    title: `Case ${index} of a leukemoid reaction in metastatic carcinoma`,
    author: [0, 1, 2, 3].map((place) => ({ family: `Family${(index * 7 + place * 13) % 400}`, given: `Given${place}` })),
    'container-title': journals[index % journals.length] ?? '',
    volume: String((index % 60) + 1),
    issue: String((index % 12) + 1),
    page: `${index + 1}-${index + 6}`,
    issued: { 'date-parts': [[1960 + (index % 65), (index % 12) + 1]] },
    DOI: `10.1000/example.${index}`,
  }));
}

function measured(action: () => unknown): number {
  const started = performance.now();
  action();
  return performance.now() - started;
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await action();
  return performance.now() - started;
}

function print(what: string, value: number, unit: string): void {
  console.log(`${what}: ${value.toFixed(value < 10 ? 1 : 0)} ${unit}`);
}
