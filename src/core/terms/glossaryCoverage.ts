import { foldName } from './foldName';
import type { FileCounts } from './mentionWork';
import type { ConceptRef } from './noteTermsWork';

/** How often notes and papers speak of a concept. */
export interface ConceptUse {
  readonly concept: ConceptRef;
  readonly mentions: number;
  readonly notes: number;
  readonly papers: number;
}

/** How a glossary and the texts of its folder fit. */
export interface GlossaryCoverage {
  /** Terms of the glossary that texts speak of, the most frequent first. */
  readonly used: readonly ConceptUse[];
  /** Names of those that none does, in the glossary's order. */
  readonly unused: readonly string[];
  /** Concepts that texts speak of and the glossary does not define, those of most texts first. */
  readonly others: readonly ConceptUse[];
}

/** @param names of the glossary's terms */
export function glossaryCoverage(names: readonly string[], files: readonly FileCounts[]): GlossaryCoverage {
  const uses = [...usesIn(files).values()];
  const isOwn = ({ concept }: ConceptUse): boolean => concept.terminology === 'glossary';
  const used = uses.filter(isOwn).sort((a, b) => b.mentions - a.mentions);
  const usedNames = new Set(used.map(({ concept }) => foldName(concept.name)));
  const textsOf = ({ notes, papers }: ConceptUse): number => notes + papers;
  return {
    used,
    unused: names.filter((name) => !usedNames.has(foldName(name))),
    others: uses.filter((use) => !isOwn(use)).sort((a, b) => textsOf(b) - textsOf(a) || b.mentions - a.mentions),
  };
}

function usesIn(files: readonly FileCounts[]): Map<string, ConceptUse> {
  const uses = new Map<string, ConceptUse>();
  for (const { kind, counts } of files) {
    for (const { concept, count } of counts) {
      const { mentions = 0, notes = 0, papers = 0 } = uses.get(concept.id) ?? {};
      const isNote = kind === 'note';
      uses.set(concept.id, { concept, mentions: mentions + count, notes: notes + (isNote ? 1 : 0), papers: papers + (isNote ? 0 : 1) });
    }
  }
  return uses;
}
