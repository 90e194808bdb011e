import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Concept } from '../../src/core/terms/concept';
import { findMentions, mentionAt } from '../../src/core/terms/recognise';
import { compileTermIndex, type TermIndex } from '../../src/core/terms/termIndex';
import { sharedPath } from '../support/shared';
import { builtInGlossary } from '../unit/terms/builtInGlossary';

/** Compiling and searching the built-in glossary, and 631,274 names of public terminologies in real abstracts. */
export default async function terms(): Promise<void> {
  const text = corpus();
  measure('built-in glossary', builtInGlossary().concepts, text);
  const names = benchNames();
  if (names) measure('631,274 names', names, text);
  else console.log('631,274 names: no data here, or no xz');
  await Promise.resolve();
}

function measure(what: string, concepts: readonly Concept[], text: string): void {
  let index: TermIndex | undefined;
  print(`${what}: compile`, time(() => (index = compileTermIndex(concepts)), 1), 'ms');
  if (!index) return;
  const compiled = index;
  const { trie } = compiled.tables;
  print(`${what}: tables`, Object.values(trie).reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6, 'MB');
  print(`${what}: search, first time`, text.length / 1e3 / time(() => findMentions(compiled, text), 1), 'MB/s');
  print(`${what}: search`, text.length / 1e3 / time(() => findMentions(compiled, text), 5), 'MB/s');
  const note = text.slice(0, 20_000);
  print(`${what}: note of 20 KB`, time(() => findMentions(compiled, note), 50), 'ms');
  print(`${what}: hover in it`, time(() => mentionAt(compiled, note, undefined, 10_000), 200), 'ms');
}

/** The median of several runs, in milliseconds. */
function time(run: () => unknown, times: number): number {
  const all = Array.from({ length: times }, () => {
    const begin = performance.now();
    run();
    return performance.now() - begin;
  });
  return all.sort((a, b) => a - b)[times >> 1] ?? 0;
}

function print(what: string, value: number, unit: string): void {
  console.log(`${what}: ${value.toPrecision(3)} ${unit}`);
}

/** Abstracts of three corpora; without them, the glossary's own definitions over and over. */
function corpus(): string {
  const files = ['ncbi_disease.train-dev', 'bc5cdr.train-dev', 'gsc_2024.first-114'].flatMap(
    (name) => sharedPath('data', 'corpora', `${name}.jsonl`) ?? [],
  );
  const texts = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map(textOf));
  const own = builtInGlossary().concepts.map(({ definition }) => definition ?? '');
  const all = texts.length > 0 ? texts : Array(20).fill(own).flat();
  // Through a buffer, so that the text is one piece, as an editor's is.
  return Buffer.from(all.join('\n\n')).toString('utf8');
}

function textOf(line: string): string {
  return (JSON.parse(line) as { text: string }).text;
}

function benchNames(): Concept[] | undefined {
  const file = sharedPath('data', 'terminologies', 'dict_bench_clean.tsv.xz');
  if (!file) return undefined;
  let tsv: string;
  try {
    tsv = execFileSync('xz', ['-dc', file], { maxBuffer: 1 << 28 }).toString('utf8');
  } catch {
    return undefined;
  }
  const namesOf = new Map<string, string[]>();
  for (const line of tsv.split('\n')) {
    const [name = '', id = ''] = line.split('\t');
    const known = namesOf.get(id);
    if (known) known.push(name);
    else if (name !== '') namesOf.set(id, [name]);
  }
  return [...namesOf].map(([id, [name = '', ...synonyms]]) => ({
    id, name, synonyms, abbreviations: [], xrefs: [], broader: [], terminology: 'bench',
  }));
}
