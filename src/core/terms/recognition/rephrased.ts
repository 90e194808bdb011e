import type { Span } from '../../text';
import type { TextUnits } from '../textUnits';
import type { Candidate } from './candidate';
import type { Phrases, PhraseWord } from './phrases';
import type { Sense } from './sense';
import type { Stretches } from './stretches';

/** What is said of a function or a part to say that it is not as it should be: `impaired memory`. */
const impaired = ['impaired', 'disturbed'];
/** The same, of functions only: a `reduced` part may be meant to be. */
const impairedFunction = ['abnormal', 'reduced', 'decreased', 'diminished', 'deteriorating', 'declining', 'worsening', 'poor', 'compromised'];
/** Nouns before `of` what is not as it should be: `disorders of the nervous system`. */
const disorders = ['impairment', 'deficit', 'disturbance', 'disorder', 'disease', 'damage', 'injury'];
/** The same, before functions only. */
const disordersOfFunction = ['abnormality', 'reduction', 'decrease', 'deterioration', 'decline', 'worsening', 'loss'];
/** The adjectives that names have for nouns before `of`: `enlarged liver`. */
const adjectives = new Map([['enlargement', 'enlarged'], ['prolongation', 'prolonged'], ['absence', 'absent']]);

/** Stands in names after what is not as it should be, or another noun that says the same does (`wordClasses.ts`). */
const dysfunction = 'dysfunction';

const nouns = [...disorders, ...disordersOfFunction, ...adjectives.keys()].map((noun) => (noun.endsWith('y') ? `${noun.slice(0, -1)}(?:y|ies)` : `${noun}s?`));
const beginning = new RegExp(`^(?:(${[...impaired, ...impairedFunction].join('|')})\\s|(${nouns.join('|')})\\s(?:of|in)\\s(?:(?:the|an?)\\s)?)(?=[a-z])`, 'i');
/** `deteriorations of the x` is the longest that `beginning` takes, in letters. */
const longestBeginning = 23;

/** By the first letter and the last two, whether one of the words above may be there: hardly any other word of a text is looked at. */
const shapes = new Uint8Array(32 << 10);
for (const word of [...impaired, ...impairedFunction, ...[...disorders, ...disordersOfFunction, ...adjectives.keys()].flatMap((noun) => [noun, `${noun}s`, noun.replace(/y$/, 'ies')])]) {
  shapes[shapeOf(word.charCodeAt(0), word.charCodeAt(word.length - 2), word.charCodeAt(word.length - 1))] = 1;
}

/** In whatever capitals. */
function shapeOf(first: number, lastButOne: number, last: number): number {
  return ((first & 31) << 10) | ((lastButOne & 31) << 5) | (last & 31);
}

/** What may follow the words; before any other word they are not all of what is meant: `impairment of liver cells`. */
const boundary = /^(?:$|[^\p{L}\p{N}\s-]|\s(?:$|[^a-z]|(?:an?|the|or|but|in|on|at|of|to|for|from|with|without|by|after|before|during|due|as|is|are|was|were|has|have|had|may|can|which|that|who|when|while|[a-z]+ed)\b))/u;

/** So many words say what is not as it should be at most, beside `function`. */
const mostWords = 3;
/** So far is looked for them, in letters. */
const reach = 60;

/**
 * Adds what says a name in other words and another order: `impaired renal function` and `impairment of renal function`, by the name
 * `renal dysfunction` or `kidney disease`; `disorders of the nervous system`; `enlargement of the liver`, by `enlarged liver`.
 * @param units of the text, of all stretches
 */
export function addRephrased({ text, spans }: Stretches, units: TextUnits, phrases: Phrases, found: Candidate[]): void {
  const { all, start: base } = units;
  for (const span of spans) {
    // Words of letters of ASCII alone, as those are that say so.
    let start = span.start;
    for (let at = span.start; at < span.end; at++) {
      const small = (all[at - base] ?? 0) | 32;
      if (small >= 97 && small <= 122) continue;
      if (at - start > 3 && shapes[shapeOf(all[start - base] ?? 0, all[at - base - 2] ?? 0, all[at - base - 1] ?? 0)] === 1) addBeginning(text, start, span, phrases, found);
      start = at + 1;
    }
  }
}

/** @param start of a word, or of what stands after a digit or `_` within one */
function addBeginning(text: string, start: number, span: Span, phrases: Phrases, found: Candidate[]): void {
  if (start > span.start && isOfWord(text.charCodeAt(start - 1))) return;
  const [whole, adjective, noun] = beginning.exec(text.slice(start, Math.min(span.end, start + longestBeginning))) ?? [];
  if (whole === undefined) return;
  const meant = meaningOf(text, { start: start + whole.length, end: span.end }, adjective?.toLowerCase() ?? singular(noun ?? ''), phrases);
  if (meant) found.push({ start, ...meant });
}

/** A digit or `_`. */
function isOfWord(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 95;
}

/**
 * @param after what follows the words that say that something is not as it should be
 * @param by the first of these, singular
 */
function meaningOf(text: string, after: Span, by: string, phrases: Phrases): { end: number; senses: readonly Sense[] } | undefined {
  const ofFunction = impairedFunction.includes(by) || disordersOfFunction.includes(by);
  const words = phrases.words(text, after.start, Math.min(after.end, after.start + reach), 'first', mostWords + 1);
  for (let count = words.length; count > 0; count--) {
    const last = words[count - 1];
    if (!last || !boundary.test(text.slice(last.end, Math.min(after.end, last.end + 20)))) continue;
    const isFunction = /^functions?$/i.test(text.slice(last.start, last.end));
    if ((ofFunction && !isFunction) || (!isFunction && count > mostWords)) continue;
    const senses = sensesOf(words.slice(0, isFunction ? count - 1 : count), by, phrases);
    if (senses.length > 0) return { end: last.end, senses };
  }
  return undefined;
}

function sensesOf(words: readonly PhraseWord[], by: string, phrases: Phrases): readonly Sense[] {
  const adjective = adjectives.get(by);
  const name = (word: string) => phrases.words(word, 0, word.length);
  if (words.length === 0) return [];
  return phrases.senses(adjective === undefined ? [...words, ...name(dysfunction)] : [...name(adjective), ...words]);
}

function singular(noun: string): string {
  return noun.toLowerCase().replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
}
