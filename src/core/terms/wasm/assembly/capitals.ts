// Whether the capitals of words in a text are those that names ask for (`letterCase.ts`).
import { At, CapitalsAt, EntryAt, exactStart, properName, sentenceStart } from '../layout';
import { capitalsOf } from './tables';

/** Works out a spelling's capitals, once for each. */
// @ts-ignore: decorator
@external('env', 'learnCapitals')
declare function learnCapitals(number: i32): void;

/** Whether words of the text are written as a person's name is. */
// @ts-ignore: decorator
@external('env', 'isProperName')
declare function isProperName(from: i32, to: i32): bool;

/** Of the words from one to before another. */
export function exactCapitals(from: i32, to: i32): i32 {
  return hash(from, to, exactStart, CapitalsAt.Exact);
}

/** The same at a sentence's beginning. */
export function sentenceCapitals(from: i32, to: i32): i32 {
  return hash(from, to, sentenceStart, CapitalsAt.Sentence);
}

function hash(from: i32, to: i32, start: i32, part: i32): i32 {
  let hash = start;
  for (let at = from; at < to; at++) {
    const number = load<i32>(At.Words + (at << 2));
    const key = capitalsOf(number) + part;
    // No power is 0.
    if (load<i32>(key, CapitalsAt.Power) == 0) learnCapitals(number);
    hash = hash * load<i32>(key, CapitalsAt.Power) + load<i32>(key);
  }
  return hash;
}

/** Whether some name of a list asks for certain capitals. */
// @ts-ignore: decorator
@inline
export function asksForCapitals(names: i32): bool {
  return names > 0 && (names & 1) != 0;
}

/** Whether the capitals are those of some name of a list that asks for them. */
export function isAllowed(entries: i32, names: i32, from: i32, to: i32): bool {
  const exact = exactCapitals(from, to);
  const sentence = sentenceCapitals(from, to);
  for (let at = names >> 1; at != 0; at = load<i32>(entries + at * EntryAt.Size, EntryAt.Next)) {
    const wanted = load<i32>(entries + at * EntryAt.Size, EntryAt.Capitals);
    if (wanted == 0 || wanted == exact || wanted == sentence) return true;
    if (wanted == properName && isProperName(from, to)) return true;
  }
  return false;
}
