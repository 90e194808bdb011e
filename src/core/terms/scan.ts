import type { Span } from '../text';
import { exactStart, properName, sentenceStart } from './letterCase';
import { isProperName } from './looseVariants';
import { Matches } from './matches';
import { wordsInName } from './nameVariants';
import type { ClassFacts, SpellingFacts, Spellings } from './spellings';
import type { TermSearch } from './termSearch';
import { Tokeniser } from './tokenise';
import { Link, type Tokens } from './tokens';
import { asksForCapitals, bitsOf, capitalsOf, childrenOf, firstEntry, mayLead, namesOf, nextEntry, root, stepAmong, type WordTrie } from './wordTrie';

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
    this.tokeniser = new Tokeniser(this.spellings.numberOf, this.tokens, search.indexes[0]?.tables.steps);
    this.walks = search.indexes.map(({ tables }, at) => new Walk(tables.trie, this.spellings, at, text, this.tokens, this.all));
  }

  /** Finds what stands from an offset to before another. */
  run(start: number, end: number): void {
    const { tokeniser } = this;
    tokeniser.begin(this.text, start, end);
    while (tokeniser.read(wordsAtOnce)) {
      this.words();
      this.spellings.trim();
    }
  }

  /** Goes through the words read. */
  private words(): void {
    const { count, word, joined, link } = this.tokens;
    for (let at = 0; at < count; ) {
      const from = at++;
      if (link[from] === Link.Glued || (!this.spellings.begins(word[from] ?? 0) && joined[from] === 0)) continue;
      let end = -1;
      for (const walk of this.walks) end = Math.max(end, walk.from(from));
      if (end < 0) continue;
      if (this.all) this.putAll(from, end);
      else {
        this.put(from, end);
        at = end;
      }
    }
  }

  private putAll(from: number, longest: number): void {
    for (let end = longest; end > from; end--) this.put(from, end);
  }

  private put(from: number, to: number): void {
    const { start, end } = this.tokens;
    for (let index = 0; index < this.walks.length; index++) {
      const walk = this.walks[index];
      const names = walk?.namesTo(to) ?? 0;
      if (!walk || names === 0) continue;
      const capitals = asksForCapitals(names);
      const exact = capitals ? walk.hash(from, to, false) : 0;
      const sentence = capitals ? walk.hash(from, to, true) : 0;
      this.matches.add(start[from] ?? 0, end[to - 1] ?? 0, index, names, exact, sentence);
    }
  }
}

/** Follows the words of a text in the trie of one index. */
class Walk {
  private readonly facts: SpellingFacts;
  /** After the last word of the longest name so far of those that begin at a word. */
  private longest = -1;
  /** Where names end that begin at the word, what ends there, and 1 for a name in place of whose words others stand; by threes. */
  private readonly ends = new Int32Array(3 * (wordsInName * 2 + 2));
  /** How many numbers of them count. If only the longest counts, it stands alone there. */
  private endsCount = 0;

  constructor(
    private readonly trie: WordTrie,
    private readonly spellings: Spellings,
    index: number,
    private readonly text: string,
    private readonly tokens: Tokens,
    private readonly all: boolean,
  ) {
    this.facts = spellings.of(index);
  }

  /** Looks for the names that begin at a word. @returns after the last word of the longest; -1 for none */
  from(at: number): number {
    const { word, joined } = this.tokens;
    this.longest = -1;
    this.endsCount = 0;
    this.begin(word[at] ?? 0, at, at + 1);
    if (joined[at] !== 0) this.begin(joined[at] ?? 0, at, at + 2);
    if (this.spellings.isClassed(word[at] ?? 0)) this.branchClassed(childrenOf(this.trie, root), at, at);
    return this.longest;
  }

  /** The names that end before a word, of those last looked for; 0 for none. */
  namesTo(to: number): number {
    const at = this.placeOfEnd(to);
    return at < 0 ? 0 : (this.ends[at + 1] ?? 0);
  }

  private placeOfEnd(to: number): number {
    for (let at = 0; at < this.endsCount; at += 3) {
      if (this.ends[at] === to) return at;
    }
    return -1;
  }

  /** The hash of the capitals of words. */
  hash(from: number, to: number, sentence: boolean): number {
    const { word } = this.tokens;
    let hash = sentence ? sentenceStart : exactStart;
    for (let at = from; at < to; at++) hash = this.spellings.capitalsOn(hash, word[at] ?? 0, sentence);
    return hash;
  }

  /** Looks for the names that begin with a word, which stands from `from` to before `at`. */
  private begin(number: number, from: number, at: number): void {
    if (number <= 0) return;
    const { facts } = this;
    const names = facts.namesOf(number);
    const bits = facts.bitsOf(number);
    if (names !== 0 || bits !== 0) this.follow(facts.childrenOf(number), names, bits, from, at);
  }

  /** Goes on from a node with these children, reached with the words from `from` to before `at`, and takes in the names that end on the way. */
  private follow(children: number, names: number, bits: number, from: number, at: number): void {
    const { trie, facts } = this;
    const { count, word, joined, link } = this.tokens;
    for (;;) {
      if (names !== 0 && (this.all || at >= this.longest) && (at >= count || link[at] !== Link.Glued)) this.accept(names, from, at, 0);
      if (bits === 0 || at >= count || link[at] === Link.Parted) return;
      if (joined[at] !== 0) this.branch(children, bits, facts.idOf(joined[at] ?? 0), from, at + 2);
      if (this.spellings.isClassed(word[at] ?? 0)) this.branchClassed(children, from, at);
      const id = facts.idOf(word[at] ?? 0);
      if (id === 0 || !mayLead(bits, id)) return;
      const node = stepAmong(trie, children, id);
      if (node === 0) return;
      children = childrenOf(trie, node);
      names = namesOf(trie, node);
      bits = bitsOf(trie, node);
      at++;
    }
  }

  private branch(children: number, bits: number, id: number, from: number, at: number): void {
    const after = id !== 0 && mayLead(bits, id) ? stepAmong(this.trie, children, id) : 0;
    if (after !== 0) this.follow(childrenOf(this.trie, after), namesOf(this.trie, after), bitsOf(this.trie, after), from, at);
  }

  /** Goes on with what a word stands for in place of it, and so with all words after it that stand for something. */
  private branchClassed(from: number, start: number, at: number): void {
    const { trie, facts } = this;
    const { count, word, link } = this.tokens;
    for (let children = from; ; at++) {
      const number = word[at] ?? 0;
      const stands = this.spellings.isClassed(number) ? facts.classOf(number) : undefined;
      const node = stands ? this.stepAll(children, stands) : stepAmong(trie, children, facts.idOf(number));
      if (node === 0) return;
      children = childrenOf(trie, node);
      const names = namesOf(trie, node);
      const ends = at + 1 >= count || link[at + 1] !== Link.Glued;
      if (names !== 0 && ends && !stands?.adjective && (this.all || at + 1 > this.longest)) this.accept(names, start, at + 1, 1);
      if (at + 1 >= count || link[at + 1] === Link.Parted) return;
    }
  }

  private stepAll(children: number, { ids }: ClassFacts): number {
    let node = 0;
    for (const id of ids) {
      node = stepAmong(this.trie, node === 0 ? children : childrenOf(this.trie, node), id);
      if (node === 0) return 0;
    }
    return node;
  }

  /** A second way to part the same words is not counted, nor one with other words where there is one with these. */
  private accept(names: number, from: number, to: number, other: 0 | 1): void {
    const known = this.placeOfEnd(to);
    if (known >= 0 && (this.ends[known + 2] ?? 0) <= other) return;
    if (asksForCapitals(names) && !this.isAllowed(names, from, to)) return;
    const at = known >= 0 ? known : this.all ? this.endsCount : 0;
    if (known < 0) this.endsCount = at + 3;
    this.ends[at] = to;
    this.ends[at + 1] = names;
    this.ends[at + 2] = other;
    this.longest = Math.max(this.longest, to);
  }

  /** Whether the capitals are those of some name of a list. */
  private isAllowed(names: number, from: number, to: number): boolean {
    for (let at = firstEntry(names); at !== 0; at = nextEntry(this.trie, at)) {
      const wanted = capitalsOf(this.trie, at);
      if (wanted === 0 || wanted === this.hash(from, to, false) || wanted === this.hash(from, to, true)) return true;
      if (wanted === properName && this.isProper(from, to)) return true;
    }
    return false;
  }

  private isProper(from: number, to: number): boolean {
    return isProperName(this.text, this.tokens.start[from] ?? 0, this.tokens.end[to - 1] ?? 0);
  }
}
