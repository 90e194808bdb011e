import type { Candidate } from './candidate';
import type { Phrases } from './phrases';
import type { Stretches } from './stretches';

const function_ = /\bfunctions?\b/gi;
const impaired = /(?<![\p{L}\p{N}-])(?:(?:impaired|abnormal|reduced|decreased|diminished|deteriorating|declining|worsening|poor|compromised|disturbed)|(?:impairments?|abnormalit(?:y|ies)|reductions?|decreases?|deterioration|declines?|worsening|loss|disturbances?) (?:of|in)(?: the)?) ((?:[a-z]+[ -])?[a-z]+) $/iu;
const noun = 'dysfunction';

/** Adds `impaired renal function`, by the name `renal dysfunction` or another that says the same. */
export function addFunctions({ text, spans }: Stretches, phrases: Phrases, found: Candidate[]): void {
  for (const { start, end } of spans) {
    function_.lastIndex = start;
    for (let match = function_.exec(text); match && match.index < end; match = function_.exec(text)) {
      const from = Math.max(start, match.index - 60);
      const before = impaired.exec(text.slice(from, match.index).replace(/\n/g, ' '));
      if (!before) continue;
      const [whole, organ = ''] = before;
      const at = match.index - organ.length - 1;
      const senses = phrases.senses([...phrases.words(text, at, match.index), ...phrases.words(noun, 0, noun.length)]);
      if (senses.length > 0) found.push({ start: match.index - whole.length, end: match.index + match[0].length, senses });
    }
  }
}
