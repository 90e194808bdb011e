import type { CslName } from '../library/record';
import { nameFromDatabase } from './databaseNames';
import { simpleName } from './simpleName';

/** A name as `nameFromDatabase` reads it: `Chen, Y M` is `Y. M. Chen`. Most are plain, and told without a search. */
export function medlineName(text: string): CslName | undefined {
  const name = simpleName(text);
  const given = name?.given === undefined ? undefined : plainGiven(name.given);
  return given === undefined || !name ? nameFromDatabase(text) : { family: name.family as string, given };
}

/** Given names with full stops after their initials; undefined where a suffix, several capitals or other letters need a closer look. */
function plainGiven(given: string): string | undefined {
  let dotted = '';
  let start = 0;
  for (let at = 0; at <= given.length; at += 1) {
    const code = at < given.length ? given.charCodeAt(at) : 32;
    if (code === 32) {
      const length = at - start;
      const first = given.charCodeAt(start);
      const isCapital = first >= 65 && first <= 90;
      if (!isCapital || (length > 1 && !isLower(given.charCodeAt(start + 1))) || (length === 2 && given.charCodeAt(start + 1) === 114)) return undefined;
      if (length === 1) dotted = `${dotted}${given.slice(dotted === '' ? 0 : dottedTo(given, start), at)}.`;
      else if (dotted !== '') dotted += given.slice(dottedTo(given, start), at);
      start = at + 1;
    } else if (at > start && !isLower(code) && !isInside(given, at)) {
      return undefined;
    }
  }
  return dotted === '' ? given : dotted;
}

/** From where a word is written behind the one before it: with its space. */
function dottedTo(given: string, start: number): number {
  return given.charCodeAt(start - 1) === 32 ? start - 1 : start;
}

/** Whether a sign is the hyphen or the second capital of a name such as `Anna-Lena`. */
function isInside(given: string, at: number): boolean {
  const hyphen = given.charCodeAt(at) === 45 ? at : at - 1;
  const capital = given.charCodeAt(hyphen + 1);
  return given.charCodeAt(hyphen) === 45 && isLower(given.charCodeAt(hyphen - 1)) && capital >= 65 && capital <= 90 && isLower(given.charCodeAt(hyphen + 2));
}

function isLower(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff && code !== 0xf7);
}
