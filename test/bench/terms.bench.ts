import type { Concept } from '../../src/core/terms/concept';
import type { TermIndex } from '../../src/core/terms/termIndex';
import { builtInGlossary } from '../unit/terms/builtInGlossary';
import { bundled } from './bundled';
import { print, time } from './figure';
import type * as Terms from './ours/terms';
import { benchConcepts, conceptOf, corpus } from './terms/data';
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
  const names = (many ?? builtIn).flatMap(({ name, synonyms }) => [name, ...synonyms]);
  await comparePeers(names, text, (some) => {
    const index = ours.compileTermIndex(some.map((name, at) => conceptOf(String(at), [name])));
    return (part) => ours.findMentions(index, part).length;
  });
}

function measure({ compileTermIndex, findMentions, mentionAt }: Ours, what: string, concepts: readonly Concept[], text: string): void {
  let made: TermIndex | undefined;
  print(`${what}: compile`, time(() => (made = compileTermIndex(concepts))) / 1e3, 's');
  if (!made) return;
  const index = made;
  const { trie, words } = index.tables;
  print(`${what}: tables`, Object.values({ ...trie, ...words }).reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6, 'MB');
  print(`${what}: scan, first time`, text.length / 1e3 / time(() => findMentions(index, text)), 'MB/s');
  print(`${what}: scan`, text.length / 1e3 / time(() => findMentions(index, text), 9), 'MB/s');
  const note = text.slice(0, 20_000);
  print(`${what}: note of 20 KB`, time(() => findMentions(index, note), 99), 'ms');
  print(`${what}: hover in it`, time(() => mentionAt(index, note, undefined, 10_000), 299), 'ms');
}
