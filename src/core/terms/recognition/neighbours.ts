import { organAdjectives } from '../wordClasses';
import { isLoose } from './candidate';
import type { Candidates } from './candidates';

const adjectiveEnd = /(?:ic|ive|ed|ese|ous)$/i;

/**
 * Joins an adjective of a disease with the name right after it: `hemorrhagic cystitis` is one mention, of both.
 *
 * @param longest in order, none within another; joined ones take the place of the first
 * @param isStopped whether words are passed over
 */
export function joinAdjectives(text: string, candidates: Candidates, longest: number[], isStopped: (start: number, end: number) => boolean): void {
  let count = 0;
  for (let at = 0; at < longest.length; at++) {
    const one = longest[at] ?? 0;
    const before = longest[count - 1] ?? 0;
    if (count > 0 && isNextWord(text, candidates.endOf(before), candidates.startOf(one)) && isAdjective(text, candidates, before) && !isStopped(candidates.startOf(before), candidates.endOf(one))) {
      const [senses, adjective] = [candidates.sensesOf(one), candidates.sensesOf(before)];
      const { parts = [senses], via } = candidates.madeOf(one) ?? {};
      longest[count - 1] = candidates.make({ start: candidates.startOf(before), end: candidates.endOf(one), senses: [...senses, ...adjective], parts: [...parts, adjective], ...(via && { via }) });
    } else longest[count++] = one;
  }
  longest.length = count;
}

/** One space or hyphen parts them. */
function isNextWord(text: string, end: number, start: number): boolean {
  return start === end + 1 && ' -\n'.includes(text.charAt(end));
}

function isAdjective(text: string, candidates: Candidates, one: number): boolean {
  const start = candidates.startOf(one);
  const end = candidates.endOf(one);
  if (candidates.madeOf(one)?.via || !adjectiveEnd.test(text.slice(Math.max(start, end - 4), end))) return false;
  return !/\s/.test(text.slice(start, end)) && candidates.sensesOf(one).every(isLoose);
}

/** How a disease came to somebody; the age at which it began is no part of its name. */
export const modesOfOrigin = ['familial', 'hereditary', 'inherited', 'congenital', 'sporadic', 'isolated', 'autosomal', 'dominant', 'recessive', 'x-linked', 'y-linked'];

/** Regions, beside the organs that `wordClasses.ts` knows. */
const regions =
  'abdominal brachial cardiovascular carotid colorectal coronary femoral gastrointestinal hepatobiliary lumbar musculoskeletal ocular pelvic perianal peritoneal pleural sacral thoracic';

/** Where a disease is. */
export const places = [...organAdjectives, ...regions.split(' ')];

/** Words that a mention may begin with before the name. */
export class Modifiers {
  private readonly words: ReadonlySet<string>;
  /** By the last two letters, whether some word ends so. */
  private readonly endings = new Uint8Array(1024);
  private readonly shortest: number;
  private readonly longest: number;

  /** @param words in small letters */
  constructor(words: readonly string[]) {
    this.words = new Set(words);
    for (const word of words) this.endings[endingAt(word, word.length)] = 1;
    const lengths = words.map(({ length }) => length);
    this.shortest = Math.min(...lengths);
    this.longest = Math.max(...lengths);
  }

  /** Whether one of them may stand before an offset: most words end otherwise. */
  mayEnd(text: string, offset: number): boolean {
    return this.endings[endingAt(text, offset - 1)] === 1;
  }

  /** @returns the start of those before an offset: of `familial` before `breast cancer`; the offset itself where there are none */
  startBefore(text: string, offset: number, from: number): number {
    for (let start = offset; ; ) {
      const end = start - 1;
      if (end <= from || !' \n'.includes(text.charAt(end))) return start;
      let word = end;
      while (word > from && isOfWord(text.charCodeAt(word - 1))) word--;
      if (end - word > this.longest || end - word < this.shortest || !this.words.has(text.slice(word, end).toLowerCase())) return start;
      start = word;
    }
  }
}

/** A number for the two letters before an offset, in whatever capitals. */
function endingAt(text: string, end: number): number {
  return ((text.charCodeAt(end - 2) & 31) << 5) | (text.charCodeAt(end - 1) & 31);
}

function isOfWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 45;
}
