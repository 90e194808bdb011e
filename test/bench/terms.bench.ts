import type { Concept } from '../../src/core/terms/concept';
import type { TermIndex } from '../../src/core/terms/termIndex';
import { builtInGlossary } from '../unit/terms/builtInGlossary';
import { bundled } from './bundled';
import { print, processorTime, time } from './figure';
import type * as Terms from './ours/terms';
import { benchConcepts, conceptOf, corpus } from './terms/data';
import { measureColdLoad } from './terms/coldLoad';
import { measureDocument } from './terms/document';
import { measureGrowth } from './terms/growth';
import { compareNativePeers } from './terms/nativePeers';
import { comparePeers } from './terms/peers';

type Ours = typeof Terms;

/** Compiling and searching the built-in glossary, and 631,274 names of public terminologies, in real abstracts; peers beside. */
export default async function terms(): Promise<void> {
  const ours = (await bundled('terms')) as Ours;
  const text = corpus();
  const builtIn = builtInGlossary().concepts;
  measure(ours, 'built-in glossary', builtIn, text);
  const many = benchConcepts();
  if (many) measure(ours, `${many.reduce((sum, { synonyms }) => sum + 1 + synonyms.length, 0)} names`, many, text);
  else console.log('631,274 names: skipped, no data here, or no xz');
  if (many) await measureColdLoad(ours, `${many.reduce((sum, { synonyms }) => sum + 1 + synonyms.length, 0)} names`, many);
  const names = (many ?? builtIn).flatMap(({ name, synonyms }) => [name, ...synonyms]);
  measureGrowth(ours, names, text);
  if (process.argv.includes('--growth')) return;
  await comparePeers(names, text, (some) => {
    const index = ours.compileTermIndex(some.map((name, at) => conceptOf(String(at), [name])));
    return (part) => ours.findMentions(index, part).length;
  });
  await compareNativePeers(names, text.slice(0, 1_000_000));
}

function measure(ours: Ours, what: string, concepts: readonly Concept[], text: string): void {
  const { compileTermIndex, findMentions, mentionAt, scan } = ours;
  let made: TermIndex | undefined;
  print(`${what}: compile, processor time`, processorTime(() => (made = compileTermIndex(concepts))) / 1e3, 's');
  if (!made) return;
  const index = made;
  const { trie, words } = index.tables;
  print(`${what}: tables`, Object.values({ ...trie, ...words }).reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6, 'MB');
  // One list for all, as `Recogniser` has: a new one of megabytes each time would have garbage collected in most of the runs.
  const matches = new ours.Matches();
  const raw = (one: string) => scan(index.search, one, undefined, 'longest', matches);
  print(`${what}: raw scan, first time`, text.length / 1e3 / time(() => raw(text)), 'MB/s');
  print(`${what}: raw scan`, text.length / 1e3 / time(() => raw(text), 9), 'MB/s');
  print(`${what}: raw scan, by processor time`, text.length / 1e3 / processorTime(() => raw(text), 15), 'MB/s');
  print(`${what}: scan, first time`, text.length / 1e3 / time(() => findMentions(index, text)), 'MB/s');
  print(`${what}: scan`, text.length / 1e3 / time(() => findMentions(index, text), 9), 'MB/s');
  const note = text.slice(0, 20_000);
  print(`${what}: note of 20 KB, raw scan`, time(() => raw(note), 299), 'ms');
  print(`${what}: note of 20 KB`, time(() => findMentions(index, note), 99), 'ms');
  print(`${what}: hover in it`, time(() => mentionAt(index, note, undefined, 10_000), 299), 'ms');
  measureDocument(ours, what, new ours.Recogniser(index.search), text);
}
