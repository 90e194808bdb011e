import type { Span } from '../text';
import { Matches } from './matches';
import type { TermSearch } from './termSearch';

/**
 * Which matches count: of all that begin at a word the longest, and on after it; or every name that stands there, nested and
 * overlapping ones too.
 */
export type ScanMode = 'longest' | 'all';

/**
 * Finds the names of indexes in a text.
 *
 * @param spans where to look, in order; without them, the whole text. No match reaches beyond its span.
 * @param matches a list to use again; it is emptied
 * @returns the matches in the order of the text; of those that begin at one word, the longest first. Where names of several
 *   indexes are equally long, each is a match, in the order of the indexes.
 */
export function scan(search: TermSearch, text: string, spans?: readonly Span[], mode: ScanMode = 'longest', matches = new Matches(roomFor(text))): Matches {
  matches.clear();
  search.scanner.begin(text, mode === 'all', matches);
  if (spans) for (const { start, end } of spans) search.scanner.run(start, end);
  else search.scanner.run(0, text.length);
  return matches;
}

/** Every third word is a name or begins one, if there are hundreds of thousands. What is not needed of the room is not touched. */
function roomFor(text: string): number {
  return Math.max(64, text.length >> 4);
}
