import type { PandocOutcome } from './pandocOutcome';

/** No program runs in a browser. */
export const canRunPandoc = false;

export function runPandoc(): Promise<PandocOutcome> {
  return Promise.resolve({ kind: 'missing' });
}
