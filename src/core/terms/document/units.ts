import type { Span } from '../../text';
import { sentenceReach, sentencesOf } from '../status/sentences';
import { isHeadingsEnd } from './heading';

/** Whole sentences of one block of prose (a paragraph, a heading, a cell): so much is looked at anew where something changed. */
export interface Sentences extends Span {
  /** Each sentence as the stretches of prose that it consists of. */
  readonly sentences: readonly (readonly Span[])[];
}

/** A paragraph longer than this is parted, in characters; a keystroke costs no more than about so much. */
export const usualUnit = 2000;

/** How near to the end of a unit a change must be to move it. */
export const unitReach = sentenceReach;

/**
 * Parts prose into units. What is found does not depend on where long paragraphs are parted, since it never goes beyond a sentence,
 * and sentences end where they do whatever is far from their end.
 *
 * @param spans prose, in order
 * @param longUnit what is longer is parted, in characters
 */
export function unitsOf(text: string, spans: readonly Span[], longUnit: number): Sentences[] {
  const units: Sentences[] = [];
  for (let from = 0; from < spans.length; ) {
    let to = from + 1;
    while (to < spans.length && isWithinBlock(text, spans[to - 1]?.end ?? 0, spans[to]?.start ?? 0)) to++;
    addBlock(text, spans.slice(from, to), longUnit, units);
    from = to;
  }
  return units;
}

function addBlock(text: string, spans: readonly Span[], longUnit: number, units: Sentences[]): void {
  const sentences = sentencesOf(text, spans);
  const ends = spans.map(({ end }) => end);
  let first = 0;
  let span = 0;
  for (let at = 0; at < sentences.length; at++) {
    const start = sentences[first]?.[0]?.start ?? 0;
    const end = sentences[at]?.at(-1)?.end ?? 0;
    while ((ends[span] ?? Infinity) < end) span++;
    const isLast = at === sentences.length - 1;
    // Only where the sentence ends within a stretch of prose: what comes after the next citation must not matter.
    if (!isLast && (end - start < longUnit || (ends[span] ?? 0) - end <= unitReach)) continue;
    units.push({ start, end, sentences: sentences.slice(first, at + 1) });
    first = at + 1;
  }
}

/** A line that begins another block after its indentation or quotation mark; an empty line; a cell's border. */
const blockBreak = /\||\n[ \t>]*(?:\r?\n|[-*+#=:]|\d+[.)])/;

/** So much markup within a paragraph is more than any citation or link; what is longer stands between blocks. */
const longestMarkup = 2000;

/** Whether two stretches of prose are of one paragraph: a citation, code or an address stands between, not a block's end. */
function isWithinBlock(text: string, from: number, to: number): boolean {
  if (to - from > longestMarkup) return false;
  const between = text.slice(from, to);
  return /[^\s>*_~]/.test(between) && !blockBreak.test(between) && !(between.includes('\n') && isHeadingsEnd(text, from));
}
