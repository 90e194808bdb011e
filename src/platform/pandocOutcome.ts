/** What came of running pandoc, and what it said. `missing`: there is none to run. */
export type PandocOutcome = { readonly kind: 'done' | 'failed'; readonly said: string } | { readonly kind: 'missing' };
