import type { Span } from '../text';
import { Matches } from './matches';
import type { Spellings } from './spellings';
import type { TermSearch } from './termSearch';
import { Tokeniser } from './tokenise';
import type { Tokens } from './tokens';
import { numbersOfEnd, Walk } from './walk';
import { asksForCapitals } from './wordTrie';

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
export function scan(search: TermSearch, text: string, spans?: readonly Span[], mode: ScanMode = 'longest', matches = new Matches()): Matches {
  matches.clear();
  const all = new Scan(search, text, mode, matches);
  if (spans) for (const { start, end } of spans) all.run(start, end);
  else all.run(0, text.length);
  return matches;
}

/** So many words are read at a time, which the fastest of a machine's memories hold. */
const wordsAtOnce = 1024;

class Scan {
  private readonly tokens: Tokens;
  private readonly spellings: Spellings;
  private readonly walks: readonly Walk[];
  private readonly all: boolean;
  private readonly tokeniser: Tokeniser;

  constructor(
    search: TermSearch,
    private readonly text: string,
    mode: ScanMode,
    private readonly matches: Matches,
  ) {
    this.spellings = search.spellings;
    this.all = mode === 'all';
    this.tokens = search.tokens;
    this.tokeniser = new Tokeniser(this.spellings, this.tokens, search.indexes[0]?.tables.steps);
    this.walks = search.indexes.map(({ tables }, at) => new Walk(tables.trie, this.spellings, at, text, this.tokens, this.all));
  }

  /** Finds what stands from an offset to before another. */
  run(start: number, end: number): void {
    const { tokeniser } = this;
    tokeniser.begin(this.text, start, end);
    while (tokeniser.read(wordsAtOnce)) {
      const [only] = this.walks;
      if (only && this.walks.length === 1) this.walkAlone(only);
      else this.walkTogether();
      this.spellings.trim();
    }
  }

  /** Goes through the words read, with one index. */
  private walkAlone(walk: Walk): void {
    const { count } = this.tokens;
    for (let from = walk.next(0); from < count; from = walk.next(this.all ? from + 1 : walk.longest)) {
      for (let end = walk.endsCount - numbersOfEnd; end >= 0; end -= numbersOfEnd) this.put(from, walk.ends[end] ?? 0, 0, walk.ends[end + 1] ?? 0);
    }
  }

  /** Goes through the words read, with several indexes, at the first word of all where one of them has names. */
  private walkTogether(): void {
    const { walks } = this;
    const { count } = this.tokens;
    for (let at = 0; ; ) {
      let from = count;
      for (const walk of walks) from = Math.min(from, walk.at >= at ? walk.at : walk.next(at));
      if (from === count) break;
      let longest = 0;
      for (const walk of walks) if (walk.at === from) longest = Math.max(longest, walk.longest);
      for (let to = longest; to > from; to = this.all ? to - 1 : from) {
        for (let index = 0; index < walks.length; index++) {
          const names = walks[index]?.namesFromTo(from, to) ?? 0;
          if (names !== 0) this.put(from, to, index, names);
        }
      }
      at = this.all ? from + 1 : longest;
    }
    for (const walk of walks) walk.at = -1;
  }

  private put(from: number, to: number, index: number, names: number): void {
    const { start, end, word } = this.tokens;
    const { capitals } = this.spellings;
    const asks = asksForCapitals(names);
    const exact = asks ? capitals.hash(word, from, to, false) : 0;
    const sentence = asks ? capitals.hash(word, from, to, true) : 0;
    this.matches.add(start[from] ?? 0, end[to - 1] ?? 0, index, names, exact, sentence);
  }
}
