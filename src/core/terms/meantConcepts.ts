/** @returns the concepts that a mention most likely means: one, or several that its words put together */
export function meantConcepts<One>({ concepts, meant = 1 }: { readonly concepts: readonly One[]; readonly meant?: number }): readonly One[] {
  return concepts.slice(0, meant);
}
