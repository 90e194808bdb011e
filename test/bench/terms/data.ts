import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Concept } from '../../../src/core/terms/concept';
import { sharedPath } from '../../support/shared';
import { builtInGlossary } from '../../unit/terms/builtInGlossary';

/** Abstracts of three corpora; without them, the glossary's own definitions over and over. */
export function corpus(): string {
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

/** 631,274 names of public terminologies; undefined where they are absent, or `xz` is. */
export function benchConcepts(): Concept[] | undefined {
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
  return [...namesOf].map(([id, names]) => conceptOf(id, names));
}

export function conceptOf(id: string, [name = '', ...synonyms]: readonly string[]): Concept {
  return { id, name, synonyms, abbreviations: [], xrefs: [], broader: [], terminology: 'bench' };
}
