import { Matches } from './matches';
import type { Spellings } from './spellings';
import type { Steps } from './steps';
import { Tokeniser } from './tokenise';
import { isProperName } from './looseVariants';
import { wordRoom } from './wasm/layout';
import { PlainWords } from './wasm/plainWords';
import { endsOfWord, type ScanMemory } from './wasm/scanMemory';

/** So many words are read at a time, which the fastest of a machine's memories hold. */
const wordsAtOnce = 1024;

/** At so many a list ends even where a term goes on; two words may be added at once. */
const mostWords = wordRoom - 1;

/** Finds names in texts. */
export class Scanner {
  private readonly tokeniser: Tokeniser;
  private text = '';
  private all = false;
  private matches = new Matches();

  constructor(
    private readonly memory: ScanMemory,
    private readonly spellings: Spellings,
    steps: Steps | undefined,
  ) {
    const plain = new PlainWords(memory, (text, start, end) => spellings.numberOf(text, start, end));
    this.tokeniser = new Tokeniser(spellings, memory.tokens, steps, plain);
    memory.isProperName = (from, to) => isProperName(this.text, memory.tokens.start[from] ?? 0, memory.tokens.end[to - 1] ?? 0);
  }

  /** @param all whether names within others count; @param matches where they are added */
  begin(text: string, all: boolean, matches: Matches): void {
    this.text = text;
    this.all = all;
    this.matches = matches;
    this.memory.acquire();
  }

  /** Finds what stands from an offset to before another. */
  run(start: number, end: number): void {
    const { tokeniser, memory } = this;
    tokeniser.begin(this.text, start, end);
    while (tokeniser.read(wordsAtOnce, mostWords)) {
      const { count } = memory.tokens;
      const next = this.search(tokeniser.isApart ? count : count - endsOfWord);
      if (!tokeniser.isApart) tokeniser.resume(next);
      this.spellings.trim();
    }
  }

  /** Finds the names that begin before a word of the list. @returns the word after the last of them, or that one */
  private search(limit: number): number {
    let from = 0;
    while (from < limit) {
      from = this.memory.findNames(from, limit, this.all);
      this.matches.append(this.memory.found, this.memory.foundCount);
    }
    return from;
  }
}
