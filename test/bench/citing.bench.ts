import type CSL from 'citeproc';
import type { CitingWork, Presentation } from '../../src/core/citing/citingWork';
import type { CslItem } from '../../src/core/library/record';
import type { PackedAssets } from '../../src/core/ports';
import { styleAssets } from '../unit/citing/styleAssets';
import { bundled } from './bundled';
import { print, time, timed } from './figure';
import type * as Citing from './ours/citing';
import { peer } from './peers';

type Ours = typeof Citing;

const styles = ['nlm-citation-sequence', 'american-medical-association', 'apa'];
const journals = ['Cancer', 'Journal of Examples', 'Archives of Rare Cases', 'Clinical Notes'];

/** What citing costs, with what pandoc and plain citeproc-js take for the same beside it. */
export default async function benchCiting(): Promise<void> {
  const ours = (await bundled('citing')) as Ours;
  const assets = await styleAssets();
  benchNotes(ours);
  for (const id of styles) await benchStyle(ours, assets, id);
  await benchCiteproc(ours, assets);
  await benchPandoc(ours, assets);
}

function benchNotes({ parseNote, NoteParser }: Ours): void {
  const paragraph =
    'The patient, a man of 54, came with **leukemoid** reaction and fever for four weeks; no infection was found in spite of ' +
    'cultures. Cytokine levels in the tumor fluid were high, as others had seen [@chen1995, p. 170; @lind2010], and the ' +
    'fever went after resection, which @okafor2010 [p. 3] had not seen. A [link](https://example.org/a) and `code` too.\n\n';
  print('parse a note of 20 KB, first of all', time(() => parseNote(paragraph.repeat(Math.ceil(2e4 / paragraph.length)))), 'ms');
  const note = paragraph.repeat(Math.ceil(1e6 / paragraph.length));
  print('parse a note of 1 MB, first time', time(() => parseNote(note)), 'ms');
  print('parse a note of 1 MB, warm', time(() => parseNote(note), 3), 'ms');
  benchKeystrokes(NoteParser, 'in paragraphs', note);
  benchKeystrokes(NoteParser, 'in one list', `- ${paragraph.trim()}\n`.repeat(Math.ceil(1e6 / paragraph.length)));
}

/** One letter more, all over a note of 1 MB: the note is parsed, and what stands around the letter is asked for. */
function benchKeystrokes(parserClass: Ours['NoteParser'], what: string, note: string): void {
  const parser = new parserClass();
  parser.update(note);
  let text = note;
  const took = Array.from({ length: 100 }, (_, index) => {
    const at = Math.floor((text.length * (index % 10)) / 10) + 3;
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    text.charCodeAt(at); // VS Code hands the text over as one flat string.
    return time(() => {
      parser.update(text);
      parser.note.citationsIn(at - 3000, at + 3000);
      parser.note.proseIn(at - 3000, at + 3000);
    });
  }).sort((a, b) => a - b);
  print(`keystroke in a note of 1 MB, ${what}: parse, median`, took[50] ?? 0, 'ms');
  print(`keystroke in a note of 1 MB, ${what}: parse, 95 of 100`, took[94] ?? 0, 'ms');
  print(`note of 1 MB, ${what}: all citations and words, anew`, time(() => [parser.note.citations, parser.note.prose]), 'ms');
}

/** A note that cites two works of a library at each of so many places. */
function noteText(citations: number): string {
  return Array.from({ length: citations }, (_, index) => `Known [@k${index}; @k${index + 1}].`).join('\n\n');
}

async function benchStyle({ CitingWork, parseNote }: Ours, assets: PackedAssets, id: string): Promise<void> {
  const work = new CitingWork(assets);
  const presentation: Presentation = { style: { id }, locale: '' };
  const items = library(1000);
  print(`${id}: style and engine`, await timed(() => work.warm(presentation)), 'ms');
  print(`${id}: first citation`, await timed(() => work.citation(['k0'], [], items.slice(0, 1), presentation)), 'ms');
  print(`${id}: one reference, warm`, await timed(() => work.references(items.slice(1, 2), presentation)), 'ms');
  print(`${id}: a note with 100 citations`, await timed(() => work.renderNote(parseNote(noteText(100)), items, presentation)), 'ms');
  print(`${id}: bibliography of 1,000`, await timed(() => work.bibliography(items, presentation)), 'ms');
}

/** The engine as its makers have it, with the same style: a note as a whole, which is all it offers when one changes. */
async function benchCiteproc(ours: Ours, assets: PackedAssets): Promise<void> {
  const citeproc = (await peer('citeproc', '2.4.63')) as typeof CSL | undefined;
  if (!citeproc) return;
  const items = new Map(library(1000).map((item) => [item.id, item]));
  const style = await new ours.StyleLibrary(assets).load('apa');
  if (!style) throw new Error('no style');
  const locales = await ours.loadLocales(assets, 'en-US');
  const engine = new citeproc.Engine({ retrieveItem: (id) => items.get(id), retrieveLocale: (tag) => locales.get(tag) }, style, 'en-US');
  const citations = Array.from({ length: 100 }, (_, index) => ({
    citationID: `c${index}`, citationItems: [{ id: `k${index}` }, { id: `k${index + 1}` }], properties: { noteIndex: 0 },
  }));
  const whole = (): void => {
    engine.rebuildProcessorState(citations, 'html', []);
    engine.makeBibliography();
  };
  const { work, presentation } = await warmed(ours, assets, 'apa');
  const render = (): Promise<unknown> => work.renderNote(ours.parseNote(noteText(100)), [...items.values()], presentation);
  for (const run of ['first time', 'again']) {
    print(`citeproc-js: a note with 100 citations, apa, ${run}`, time(whole), 'ms');
    print(`ours beside citeproc-js: a note with 100 citations, apa, ${run}`, await timed(render), 'ms');
  }
}

async function benchPandoc(ours: Ours, assets: PackedAssets): Promise<void> {
  const load = performance.now();
  const pandoc = (await peer('pandoc-wasm', '1.1', 'src/index.node.js')) as
    | { convert(options: object, text: string, files: Readonly<Record<string, string>>): Promise<unknown> }
    | undefined;
  if (!pandoc) return;
  await pandoc.convert({ from: 'markdown', to: 'html' }, 'x', {});
  print('pandoc-wasm: load', performance.now() - load, 'ms');
  const note = `${library(1000).map(({ id }) => `[@${id}]`).join(' ')}\n`;
  const files = { 'refs.json': JSON.stringify(library(1000)) };
  // Without a style pandoc takes its own Chicago, author-date.
  const options = { from: 'markdown', to: 'html', citeproc: true, bibliography: ['refs.json'] };
  print('pandoc-wasm: bibliography of 1,000, Chicago', await timed(() => pandoc.convert(options, note, files)), 'ms');
  const { work, presentation } = await warmed(ours, assets, 'chicago-author-date');
  const render = (): Promise<unknown> => work.renderNote(ours.parseNote(note), library(1000), presentation);
  print('ours beside pandoc-wasm: bibliography of 1,000, Chicago', await timed(render), 'ms');
}

async function warmed({ CitingWork }: Ours, assets: PackedAssets, id: string): Promise<{ work: CitingWork; presentation: Presentation }> {
  const work = new CitingWork(assets);
  const presentation: Presentation = { style: { id }, locale: '' };
  await work.warm(presentation);
  return { work, presentation };
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
