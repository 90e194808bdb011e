import { meantConcepts } from '../../core/terms/meantConcepts';
import type { ConceptRef, NoteMention } from '../../core/terms/noteTermsWork';

/** @returns what a mention most likely means */
export function meaningOf({ concepts }: NoteMention): ConceptRef | undefined {
  return concepts[0];
}

/** Whether a mention most likely means a concept, alone or with others. */
export function isOf(mention: NoteMention, id: string): boolean {
  return meantConcepts(mention).some((concept) => concept.id === id);
}
