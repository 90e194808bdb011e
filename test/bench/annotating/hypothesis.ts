import search from 'approx-string-match';
import type { Span } from '../../../src/core/text';

/** As `anchoring/types.ts` there has it. */
const contextLength = 32;

/**
 * How Hypothesis anchors an annotation in a text, made anew after its published source: first by position, where exactly the
 * quote stands (`anchoring/html.ts` of hypothesis/client), else by quote, prefix, suffix and position, weighed
 * (`anchoring/match-quote.ts`). It has no least score.
 *
 * @param before the text as it was when the passage was marked
 */
export function hypothesisFind(text: string, before: string, position: Span): Span | undefined {
  const exact = before.slice(position.start, position.end);
  const prefix = before.slice(Math.max(0, position.start - contextLength), position.start);
  const suffix = before.slice(position.end, position.end + contextLength);
  if (text.slice(position.start, position.end) === exact) return position;
  const found = closest(text, exact, Math.min(256, exact.length / 2)).map(({ start, end, errors }) => {
    const before = prefix ? likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) : 1;
    const after = suffix ? likeness(text.slice(end, end + suffix.length), suffix) : 1;
    const near = 1 - Math.abs(start - position.start) / text.length;
    return { start, end, score: (50 * (1 - errors / exact.length) + 20 * before + 20 * after + 2 * near) / 92 };
  });
  return found.sort((one, other) => other.score - one.score)[0];
}

function closest(text: string, words: string, maxErrors: number): { start: number; end: number; errors: number }[] {
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) exact.push({ start: at, end: at + words.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, words, maxErrors);
}

function likeness(text: string, words: string): number {
  if (text === '' || words === '') return 0;
  return 1 - (closest(text, words, words.length)[0]?.errors ?? words.length) / words.length;
}
