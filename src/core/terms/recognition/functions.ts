import type { Span } from '../../text';
import type { Candidate } from './candidate';
import type { Phrases } from './phrases';
import type { Stretches } from './stretches';

/** What says that a function is not as it should be, and the one or two words that say which; before `function`. */
const impaired = new RegExp(
  '(?<![\\p{L}\\p{N}-])' +
    '(?:(?:impaired|abnormal|reduced|decreased|diminished|deteriorating|declining|worsening|poor|compromised|disturbed)' +
    '|(?:impairments?|abnormalit(?:y|ies)|reductions?|decreases?|deterioration|declines?|worsening|loss|disturbances?)\\s(?:of|in)(?:\\sthe)?)' +
    '\\s((?:[a-z]+[\\s-])?[a-z]+)\\s$', 'iu',
);

/** Names have it for a function that is not as it should be. */
const noun = 'dysfunction';

/** So far before `function` is looked, in letters. */
const reach = 60;

/** Adds `impaired renal function`, by the name `renal dysfunction` or another that says the same. */
export function addFunctions({ text, spans }: Stretches, phrases: Phrases, found: Candidate[]): void {
  for (const span of spans) {
    // Of the span alone, as the text may be long.
    const part = text.slice(span.start, span.end);
    for (let at = part.indexOf('unction'); at >= 0; at = part.indexOf('unction', at + 1)) addFunction(text, span, span.start + at - 1, phrases, found);
  }
}

/** @param at where `function` begins, if it stands there */
function addFunction(text: string, span: Span, at: number, phrases: Phrases, found: Candidate[]): void {
  const [word] = /^functions?(?![\p{L}\p{N}])/iu.exec(text.slice(at, Math.min(at + 12, span.end))) ?? [];
  const [whole, organ] = word === undefined ? [] : (impaired.exec(text.slice(Math.max(span.start, at - reach), at)) ?? []);
  if (word === undefined || whole === undefined || organ === undefined) return;
  const senses = phrases.senses([...phrases.words(text, at - 1 - organ.length, at), ...phrases.words(noun, 0, noun.length)]);
  if (senses.length > 0) found.push({ start: at - whole.length, end: at + word.length, senses });
}
