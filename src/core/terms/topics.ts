import type { Concept, Topic } from './concept';
import { findMentions } from './recognise';
import { TermIndex } from './termIndex';
import type { TermSearch } from './termSearch';

/** The words of a paper that its topics are taken from. */
export interface PaperText {
  readonly title: string;
  readonly abstract: string;
  /** Its full text, where there is one. */
  readonly full?: string;
}

/** In how many papers of a library each concept stands, by the concept's id. */
export interface Background {
  readonly papers: number;
  readonly papersWith: ReadonlyMap<string, number>;
}

/** @returns the concepts directly above one; none for one at the top */
export type ConceptsAbove = (concept: Concept) => readonly Concept[];

/**
 * A mention in the title says as much of what a paper is about as three in its abstract, and one there as much as four in a full
 * text, which is some ten times as long and speaks of much besides. Chosen, not measured.
 */
const factors = { title: 3, abstract: 1, full: 0.25 };
type Part = keyof typeof factors;

/** What a full text alone speaks of, and less often, is not what the paper is about: others' cases, methods. */
const leastInFull = 3;

/** Each step down from a terminology's root makes a concept a tenth more specific, for four steps. */
const depthGain = 0.1;
const depthLimit = 4;

/**
 * A paper's fingerprint: the concepts it speaks of, heaviest first.
 *
 *     weight(c) = gain(3 n_title + n_abstract + n_full / 4) * specificity(c), divided by the heaviest
 *     gain(n) = 1 + ln(n), and n itself below 1
 *     specificity(c) = (1 + 0.1 * min(depth, 4)) * idf(c)
 *     idf(c) = ln((N + 1) / (df + 0.5)) / ln(2 (N + 1)), with a background of N papers, else 1
 *
 * The counts are sub-linear (Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval"): the fourth
 * mention adds less than the second. Depth is the number of concepts above c: `pyogenic liver abscess` says more than
 * `infection`. Mentions are longest matches, so `liver` in `liver abscess` counts nothing for the liver. Of an ambiguous
 * mention the first concept counts.
 *
 * @param above the concepts directly above one, as far as they are known; by default those of the index
 * @returns each concept once; equal weights in the order of first mention
 */
export function topicsOf(paper: PaperText, terms: TermIndex | TermSearch<TermIndex>, background?: Background, above: ConceptsAbove = aboveIn(terms)): Topic[] {
  const counts = new Map<Concept, Record<Part, number>>();
  for (const part of ['title', 'abstract', 'full'] as const) {
    for (const { concepts } of findMentions(terms, paper[part] ?? '')) {
      const [concept] = concepts;
      if (!concept) continue;
      const count = counts.get(concept) ?? { title: 0, abstract: 0, full: 0 };
      count[part]++;
      counts.set(concept, count);
    }
  }
  const meant = [...counts].filter(([, { title, abstract, full }]) => title + abstract > 0 || full >= leastInFull);
  const topics = meant.map(([concept, { title, abstract, full }]) => ({
    concept: concept.id,
    name: concept.name,
    count: title + abstract + full,
    weight: gain(factors.title * title + factors.abstract * abstract + factors.full * full) * specificity(concept, above, background),
  }));
  const heaviest = Math.max(...topics.map(({ weight }) => weight), Number.MIN_VALUE);
  return topics.map((topic) => ({ ...topic, weight: topic.weight / heaviest })).sort((a, b) => b.weight - a.weight);
}

function gain(count: number): number {
  return count < 1 ? count : 1 + Math.log(count);
}

function specificity(concept: Concept, above: ConceptsAbove, background: Background | undefined): number {
  const byDepth = 1 + depthGain * depthOf(concept, above);
  if (!background || background.papers <= 0) return byDepth;
  const { papers, papersWith } = background;
  const df = Math.min(papers, papersWith.get(concept.id) ?? 0);
  return (byDepth * Math.log((papers + 1) / (df + 0.5))) / Math.log(2 * (papers + 1));
}

/** The shortest way up, for at most `depthLimit` steps, which also ends a circle. */
function depthOf(concept: Concept, above: ConceptsAbove): number {
  let level = [concept];
  for (let depth = 0; depth < depthLimit; depth++) {
    const lists = level.map(above);
    if (lists.some((list) => list.length === 0)) return depth;
    level = [...new Set(lists.flat())];
  }
  return depthLimit;
}

function aboveIn(terms: TermIndex | TermSearch<TermIndex>): ConceptsAbove {
  const indexes = terms instanceof TermIndex ? [terms] : terms.indexes;
  const find = (id: string): Concept | undefined => indexes.map(({ byId }) => byId.get(id)).find((one) => one !== undefined);
  return ({ broader }) => broader.map(find).filter((one) => one !== undefined);
}
