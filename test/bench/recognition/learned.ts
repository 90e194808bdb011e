import type { Concept } from '../../../src/core/terms/concept';
import { foldName } from '../../../src/core/terms/foldName';
import { isAcronym } from '../../../src/core/terms/recognition/acronyms';
import { allSteps } from '../../../src/core/terms/steps';
import { formsOf } from '../../../src/core/terms/recognition/stopNames';
import { compileTermIndex } from '../../../src/core/terms/termIndex';
import type { AnnotatedText } from './corpora';
import { Run } from './run';

/** What annotated texts teach: names for a glossary of the user's own, and names to pass over. */
export interface Lesson {
  readonly glossary: readonly Concept[];
  readonly stopNames: readonly string[];
}

/**
 * A name is learned if it is marked at least every other time that it stands there; an acronym if it is marked in two texts. What is marked
 * less often is passed over, if it stands there twice, or if a part of it is marked.
 */
export function learn(run: Run, texts: readonly AnnotatedText[]): Lesson {
  const names = new Map<string, { readonly name: string; readonly ids: string[]; readonly texts: Set<AnnotatedText> }>();
  for (const text of texts) {
    for (const { start, end, ids } of text.gold) {
      const name = text.text.slice(start, end).replace(/\s+/g, ' ');
      const key = isAcronym(name, 0, name.length) ? name : foldName(name);
      const known = names.get(key) ?? { name, ids: [], texts: new Set() };
      known.ids.push(...ids.slice(0, 1));
      known.texts.add(text);
      names.set(key, known);
    }
  }
  const candidates = [...names.values()].filter(({ name, texts: some }) => some.size > 1 || !isAcronym(name, 0, name.length));
  const named = candidates.map(({ name, ids }) => ({ name, id: mostFrequent(ids) }));
  const marked = shares(new Run([compileTermIndex(conceptsOf(named), allSteps)], run.options), texts);
  const glossary = conceptsOf(named.filter(({ name }) => (marked.get(keyOf(name))?.share ?? 1) >= 0.5));
  const taught = withLesson(run, { glossary, stopNames: [] });
  const wrong = [...shares(run, texts).values(), ...shares(taught, texts).values()].filter(({ share, times, within }) => share < 0.5 && (times > 1 || within > 0));
  return { glossary, stopNames: wrong.map(({ words }) => words) };
}

export function withLesson(run: Run, { glossary, stopNames }: Lesson): Run {
  return new Run([compileTermIndex(glossary, allSteps), ...run.indexes], { ...run.options, stopNames: [...run.options.stopNames, ...stopNames] });
}

interface Share {
  readonly words: string;
  /** Of the times that it is found, how many it is marked. */
  readonly share: number;
  readonly times: number;
  /** How often a part of it is marked instead. */
  readonly within: number;
}

/** How often what is found is marked, by its words. */
function shares(run: Run, texts: readonly AnnotatedText[]): Map<string, Share> {
  const counts = new Map<string, { words: string; right: number; times: number; within: number }>();
  const found = run.find(texts);
  texts.forEach(({ text, gold }, at) => {
    for (const { start, end } of found[at] ?? []) {
      const words = text.slice(start, end);
      const key = keyOf(words);
      const count = counts.get(key) ?? { words, right: 0, times: 0, within: 0 };
      counts.set(key, count);
      count.times++;
      if (gold.some((one) => one.start === start && one.end === end)) count.right++;
      else if (gold.some((one) => one.start >= start && one.end <= end)) count.within++;
    }
  });
  return new Map([...counts].map(([key, { words, right, times, within }]) => [key, { words, share: right / times, times, within }]));
}

/** One for all spellings of words; an acronym is another word than the same in small letters. */
function keyOf(words: string): string {
  return isAcronym(words, 0, words.length) ? words : formsOf(words);
}

/** One concept for all names of an id. */
function conceptsOf(named: readonly { readonly name: string; readonly id: string }[]): Concept[] {
  const byId = new Map<string, string[]>();
  for (const { name, id } of named) byId.set(id, [...(byId.get(id) ?? []), name]);
  return [...byId].map(([id, [name = '', ...synonyms]]) => (
    { id: `glossary:${id}`, name, synonyms, abbreviations: [], xrefs: id === '' ? [] : [id], broader: [], terminology: 'glossary' }
  ));
}

function mostFrequent(ids: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
