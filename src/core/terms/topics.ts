import type { Concept, Topic } from './concept';
import { findMentions } from './recognise';
import type { TermIndex } from './termIndex';

/** The words of a paper that its topics are taken from. */
export interface PaperText {
  readonly title: string;
  readonly abstract: string;
}

/** In how many papers of a library each concept stands, by the concept's id. */
export interface Background {
  readonly papers: number;
  readonly papersWith: ReadonlyMap<string, number>;
}

/** A mention in the title says as much of what a paper is about as three in its abstract. */
const titleFactor = 3;

/** Each step down from a terminology's root makes a concept a tenth more specific, for four steps. */
const depthGain = 0.1;
const depthLimit = 4;

/**
 * A paper's fingerprint: the concepts it speaks of, heaviest first.
 *
 *     weight(c) = (1 + ln(n_abstract + 3 n_title)) * specificity(c), divided by the heaviest
 *     specificity(c) = (1 + 0.1 * min(depth, 4)) * idf(c)
 *     idf(c) = ln((N + 1) / (df + 0.5)) / ln(2 (N + 1)), with a background of N papers, else 1
 *
 * The counts are sub-linear (Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval"): the fourth
 * mention adds less than the second. Depth is the number of concepts above c: `pyogenic liver abscess` says more than
 * `infection`. Mentions are longest matches, so `liver` in `liver abscess` counts nothing for the liver. Of an ambiguous
 * mention the first concept counts.
 *
 * @returns each concept once; equal weights in the order of first mention
 */
export function topicsOf(paper: PaperText, index: TermIndex, background?: Background): Topic[] {
  const counts = new Map<Concept, { title: number; abstract: number }>();
  for (const part of ['title', 'abstract'] as const) {
    for (const { concepts } of findMentions(index, paper[part])) {
      const [concept] = concepts;
      if (!concept) continue;
      const count = counts.get(concept) ?? { title: 0, abstract: 0 };
      count[part]++;
      counts.set(concept, count);
    }
  }
  const topics = [...counts].map(([concept, { title, abstract }]) => ({
    concept: concept.id,
    name: concept.name,
    count: title + abstract,
    weight: (1 + Math.log(abstract + titleFactor * title)) * specificity(concept, index.byId, background),
  }));
  const heaviest = Math.max(...topics.map(({ weight }) => weight), Number.MIN_VALUE);
  return topics.map((topic) => ({ ...topic, weight: topic.weight / heaviest })).sort((a, b) => b.weight - a.weight);
}

function specificity(concept: Concept, byId: ReadonlyMap<string, Concept>, background: Background | undefined): number {
  const byDepth = 1 + depthGain * depthOf(concept, byId);
  if (!background || background.papers <= 0) return byDepth;
  const { papers, papersWith } = background;
  const df = Math.min(papers, papersWith.get(concept.id) ?? 0);
  return (byDepth * Math.log((papers + 1) / (df + 0.5))) / Math.log(2 * (papers + 1));
}

/** The shortest way up, for at most `depthLimit` steps, which also ends a circle. */
function depthOf(concept: Concept, byId: ReadonlyMap<string, Concept>): number {
  let level = [concept];
  for (let depth = 0; depth < depthLimit; depth++) {
    const above = level.flatMap(({ broader }) => broader.map((id) => byId.get(id)).filter((one) => one !== undefined));
    if (above.length === 0 || level.some(({ broader }) => broader.length === 0)) return depth;
    level = [...new Set(above)];
  }
  return depthLimit;
}
