import { CharacterClass, characterClass } from './characterClass';
import { greekLetterName } from './greekLetters';
import { plainLetters } from './wordForm';

/** Words that a short form may leave out: `[d]isseminated intravascular coagulation of the ...`. */
const smallWords = new Set(['a', 'an', 'and', 'as', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with', 'de', 'du', 'la', 'et']);

const digitNames = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** 1 for the letters and digits of ASCII. */
export const lettersAndDigits = Uint8Array.from({ length: 128 }, (_, code) => (/[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0));

/** @returns whether the UTF-16 unit at an offset is of a letter or a digit; accents, which follow their letter, are too */
export function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return lettersAndDigits[code] === 1;
  const kind = characterClass(text.codePointAt(at) ?? 0);
  return kind !== CharacterClass.Mark && kind !== CharacterClass.Gap && kind !== CharacterClass.Hyphen && kind !== CharacterClass.NewLine && kind !== CharacterClass.Apostrophe;
}

/** The letters and digits of a short form, folded, as they are looked for in the long one: `TNF-α` → `t n f α`. */
export function lettersOf(short: string): string[] {
  return [...plainLetters(short)].filter((letter) => isWordAt(letter, 0));
}

/**
 * Where the long form of a short form begins, which ends at an offset, if each letter of the short form is the initial of a
 * word, one by one, as in nearly all. Small words (`of`) need not give one.
 *
 * @param from how far back to look at most
 * @param letters of the short form (`lettersOf`)
 * @returns -1 where it has none
 */
export function startByInitials(text: string, from: number, to: number, letters: readonly string[]): number {
  let left = letters.length;
  for (let at = to; at > from; ) {
    while (at > from && !isWordAt(text, at - 1)) at--;
    const end = at;
    while (at > from && isWordAt(text, at - 1)) at--;
    if (at === end) return -1;
    if (isInitial(letters[left - 1] ?? '', text, at, end)) {
      if (--left === 0) return at;
    } else if (!smallWords.has(text.slice(at, end).toLowerCase())) return -1;
  }
  return -1;
}

/**
 * The same where the initials stand in another order, as short forms taken from Latin do: `myotonic dystrophy (DM)`.
 */
export function startByMixedInitials(text: string, from: number, to: number, letters: readonly string[]): number {
  const left = [...letters];
  for (let at = to; at > from; ) {
    while (at > from && !isWordAt(text, at - 1)) at--;
    const end = at;
    while (at > from && isWordAt(text, at - 1)) at--;
    const place = at === end ? -1 : left.indexOf(foldAt(text, at));
    if (place < 0) return -1;
    left.splice(place, 1);
    if (left.length === 0) return at;
  }
  return -1;
}

/**
 * The same by the step of Schwartz and Hearst 2003 ("A simple algorithm for identifying abbreviation definitions in biomedical
 * text", Pac Symp Biocomput 8:451-62), from right to left: each letter of the short form is the next of the long one that is
 * the same, and its first begins a word. Beyond theirs, that is no small word, and no comma is gone over.
 */
export function startByLetters(text: string, from: number, to: number, letters: readonly string[]): number {
  let left = letters.length;
  for (let at = to - 1; at >= from && !(text.charCodeAt(at) === 44 && text.charCodeAt(at + 1) === 32); at--) {
    const begins = at === from || !isWordAt(text, at - 1);
    if (left === 1 && (!begins || isSmallWord(text, at, to))) continue;
    const letter = letters[left - 1] ?? '';
    if (foldAt(text, at) !== letter && !(begins && isInitial(letter, text, at, to))) continue;
    if (--left === 0) return at;
  }
  return -1;
}

function isSmallWord(text: string, start: number, limit: number): boolean {
  let end = start;
  while (end < limit && isWordAt(text, end)) end++;
  return end - start <= 4 && smallWords.has(text.slice(start, end).toLowerCase());
}

/**
 * Whether a text is the long form of a short form from its first word to its last: its first letter is the short form's, and
 * each word but small ones gives one letter or more, in order. Stricter than the step above, for where nothing else says that
 * there is a definition.
 */
export function isLongForm(text: string, from: number, to: number, letters: readonly string[]): boolean {
  // Bit i: the first i letters can be had from the words so far.
  let reached = 1;
  for (let at = from; at < to; ) {
    while (at < to && !isWordAt(text, at)) at++;
    const start = at;
    while (at < to && isWordAt(text, at)) at++;
    if (at === start) break;
    const isSmall = smallWords.has(text.slice(start, at).toLowerCase());
    if (reached === 1) {
      if (isSmall) continue;
      reached = isInitial(letters[0] ?? '', text, start, at) ? taken(text, start, at, letters, 0) : 0;
    } else {
      let next = isSmall ? reached : 0;
      for (let known = 1; known < letters.length; known++) {
        if ((reached >> known) & 1) next |= taken(text, start, at, letters, known);
      }
      reached = next;
    }
    if (reached === 0) return false;
  }
  return ((reached >> letters.length) & 1) === 1;
}

/** How many letters there can be after a word that takes one or more of them, as bits. */
function taken(text: string, start: number, end: number, letters: readonly string[], known: number): number {
  let bits = 0;
  let next = known;
  for (let at = start; at < end && next < letters.length; at++) {
    const letter = letters[next] ?? '';
    if (foldAt(text, at) === letter || (at === start && isInitial(letter, text, at, end))) bits |= 1 << ++next;
  }
  return bits;
}

/** Whether a word begins with a letter, or is that letter or digit written out: `α` alpha, `2` two. */
function isInitial(letter: string, text: string, start: number, end: number): boolean {
  const initial = foldAt(text, start);
  if (initial === letter) return true;
  const code = letter.charCodeAt(0);
  if (code >= 48 && code <= 57) return text.slice(start, Math.min(end, start + 5)).toLowerCase().startsWith(digitNames[code - 48] ?? ' ');
  const name = greekLetterName(letter);
  if (name !== undefined) return text.slice(start, start + name.length).toLowerCase() === name;
  return greekLetterName(initial)?.startsWith(letter) ?? false;
}

function foldAt(text: string, at: number): string {
  const letter = text.charAt(at);
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : letter;
  return plainLetters(letter);
}
