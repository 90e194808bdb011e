import type { Concept } from '../../../src/core/terms/concept';
import { foldName } from '../../../src/core/terms/foldName';
import { isAcronym } from '../../../src/core/terms/recognition/acronyms';
import { allSteps } from '../../../src/core/terms/steps';
import { compileTermIndex } from '../../../src/core/terms/termIndex';
import type { AnnotatedText } from './corpora';
import { Run } from './run';

/** What annotated texts teach: names for a glossary of the user's own, and names to pass over. */
export interface Lesson {
  readonly glossary: readonly Concept[];
  readonly stopNames: readonly string[];
}

/** A name is learned if it is marked at least every other time that it stands there; an acronym if it is marked in two texts. */
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
  const glossary = conceptsOf(named.filter(({ name }) => (marked.get(foldName(name))?.share ?? 1) >= 0.5));
  const wrong = [...shares(run, texts)].filter(([, { share, times }]) => times > 1 && share < 0.1).map(([name]) => name);
  return { glossary, stopNames: wrong };
}

export function withLesson(run: Run, { glossary, stopNames }: Lesson): Run {
  return new Run([compileTermIndex(glossary, allSteps), ...run.indexes], { ...run.options, stopNames: [...run.options.stopNames, ...stopNames] });
}

/** How often what is found is marked, by its words. */
function shares(run: Run, texts: readonly AnnotatedText[]): Map<string, { readonly share: number; readonly times: number }> {
  const counts = new Map<string, { right: number; times: number }>();
  const found = run.find(texts);
  texts.forEach(({ text, gold }, at) => {
    for (const { start, end } of found[at] ?? []) {
      const words = foldName(text.slice(start, end));
      const count = counts.get(words) ?? { right: 0, times: 0 };
      counts.set(words, count);
      count.times++;
      if (gold.some((one) => one.start === start && one.end === end)) count.right++;
    }
  });
  return new Map([...counts].map(([words, { right, times }]) => [words, { share: right / times, times }]));
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
