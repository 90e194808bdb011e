import type { Span } from '../../text';
import { CharacterClass, characterClass } from '../characterClass';

/** Words before a full stop that does not end a sentence, in small letters. */
const shortened = new Set(
  ('dr mr mrs ms prof st fig figs tab eq ref refs no nos vs cf ca approx resp vol ed eds e.g i.e viz incl dept univ jan feb mar apr jun jul aug ' +
    'sep sept oct nov dec m.d ph.d var subsp ssp spp sp').split(' '),
);

/** Words that begin a sentence after `hepatitis B.`, where another word would be a surname after an initial: `J. Smith`. */
const beginners = new Set(
  ('the a an he she it they we this that these those there his her its their our in on at after before during when while as for with by from ' +
    'to of no not all both one two three four five both some most many several each another other to if because since although however thus therefore moreover ' +
    'furthermore finally then serum blood physical laboratory examination chest abdominal computed magnetic histologic histological histology ' +
    'microscopic immunohistochemical treatment therapy patient patients case here only under upon').split(' '),
);

/** A shortened word or a word that begins a sentence has at most so many characters. */
const longest = 20;

/** So many characters after a full stop the next word begins, or there is none. */
const lookAhead = 40;

/** How near to a sentence's end a change must be to move it, in characters of prose. */
export const sentenceReach = longest + lookAhead;

/**
 * Parts a stretch of prose into sentences. A full stop ends none after a shortened word (`Dr.`, `Fig.`, `i.e.`), in a number
 * (`5.5`), after an initial (`J. Smith`), and before a small letter (`E. coli`). Where a sentence ends depends on a few words around
 * the place alone, so that a change elsewhere moves no end.
 *
 * @param spans prose of one block, in order: what stands between them (citations, code) belongs to the sentence around
 * @returns the sentences in order, each as the stretches of prose that it consists of
 */
export function sentencesOf(text: string, spans: readonly Span[]): Span[][] {
  const sentences: Span[][] = [];
  let pieces: Span[] = [];
  for (let place = 0; place < spans.length; place++) {
    const span = spans[place];
    if (!span) continue;
    let start = span.start;
    // Of the span alone, as the text may be long.
    const words = text.slice(span.start, span.end);
    const marks = /[.!?\u3002\uff01\uff1f]/g;
    while (marks.test(words)) {
      const mark = span.start + marks.lastIndex - 1;
      const end = endAfter(text, mark, span.end);
      if (end === 0 || !isEnd(text, start, mark, end, spans, place)) continue;
      pieces.push({ start, end });
      sentences.push(pieces);
      pieces = [];
      start = end;
      marks.lastIndex = end - span.start;
    }
    if (start < span.end) pieces.push({ start, end: span.end });
  }
  if (pieces.length > 0) sentences.push(pieces);
  return sentences;
}

/** After the mark and what closes with it: quotation marks, brackets, emphasis. 0 if the text goes on there. */
function endAfter(text: string, mark: number, limit: number): number {
  let at = mark + 1;
  while (at < limit && /["'”’)\]*_]/.test(text.charAt(at))) at++;
  if (at === limit || text.charCodeAt(mark) > 127) return at;
  return isSpace(text.charCodeAt(at)) ? at : 0;
}

function isEnd(text: string, start: number, mark: number, end: number, spans: readonly Span[], place: number): boolean {
  if (text.charCodeAt(mark) !== 46) return true;
  const next = nextWord(text, end, spans, place);
  if (next === undefined) return true;
  if (isSmall(next)) return false;
  const before = wordBefore(text, start, mark);
  if (before.length === 1 && isCapital(before)) return beginners.has(next.toLowerCase());
  const word = before.toLowerCase();
  if (word === 'no') return !/^\d/.test(next);
  if (shortened.has(word)) return false;
  // The number of a list's item.
  return !(mark - start <= longest && /^\d+$/.test(before) && text.slice(start, mark).trim() === before);
}

/** The word that ends at the mark: letters, digits, full stops and hyphens (`i.e`). */
function wordBefore(text: string, start: number, mark: number): string {
  let at = mark;
  while (at > start && mark - at <= longest && (isWordUnit(text, at - 1) || text.charCodeAt(at - 1) === 46 || text.charCodeAt(at - 1) === 45)) at--;
  return text.slice(at, mark);
}

/** The next word after a place, in the next stretch of prose if need be; undefined at the end, or where none is near. */
function nextWord(text: string, from: number, spans: readonly Span[], place: number): string | undefined {
  let at = from;
  for (let index = place, left = lookAhead; index < spans.length; index++) {
    const span = spans[index];
    if (!span) break;
    at = Math.max(at, span.start);
    while (at < span.end && !isWordUnit(text, at)) {
      at++;
      if (--left === 0) return undefined;
    }
    if (at === span.end) continue;
    const start = at;
    while (at < span.end && at - start <= longest && isWordUnit(text, at)) at++;
    return text.slice(start, at);
  }
  return undefined;
}

function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  const kind = characterClass(code);
  return kind === CharacterClass.Letter || kind === CharacterClass.Digit || kind === CharacterClass.Greek || kind === CharacterClass.Silent;
}

function isSmall(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 97 && code <= 122 : /^\p{Ll}/u.test(word);
}

function isCapital(letter: string): boolean {
  const code = letter.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /\p{Lu}/u.test(letter);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 0xa0;
}
