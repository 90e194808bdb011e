import { properName } from './letterCase';
import { isProperName } from './looseVariants';
import { wordsInName } from './nameVariants';
import type { ClassFacts, SpellingFacts, Spellings } from './spellings';
import { FactAt, lengthAndFlagsAt, SpellingFlag, type SpellingTable } from './spellingTable';
import { Link, type Tokens } from './tokens';
import { asksForCapitals, bitsAt, bitsOf, capitalsOf, childrenAt, childrenOf, firstEntry, mayLead, namesAt, namesOf, nextEntry, root, size, step, stepAmong, type WordTrie } from './wordTrie';

/** Numbers of a place where names end: after which word, the names, and 1 if words stand there in place of others. */
export const numbersOfEnd = 3;

/** Follows the words of a text in the trie of one index. */
export class Walk {
  /** The word last looked at, where names begin. */
  at = -1;
  /** After the last word of the longest of those names. */
  longest = -1;
  /** Where those names end, from the shortest to the longest; if only the longest counts, it stands alone there. */
  readonly ends = new Int32Array(numbersOfEnd * (wordsInName * 2 + 2));
  /** How many numbers of them count. */
  endsCount = 0;
  private readonly facts: SpellingFacts;
  private readonly table: SpellingTable;
  /** How far on in `ends` the next name goes; 0 if only the longest counts. */
  private readonly step: number;

  constructor(
    private readonly trie: WordTrie,
    private readonly spellings: Spellings,
    index: number,
    private readonly text: string,
    private readonly tokens: Tokens,
    private readonly all: boolean,
  ) {
    this.facts = spellings.of(index);
    this.table = spellings.table;
    this.step = all ? numbersOfEnd : 0;
  }

  /** Looks for names that begin at a word or after it. @returns the first word where any do; the count of words if there are none */
  next(first: number): number {
    const { ends, step, trie } = this;
    const { place } = this.facts;
    const { records, stride } = this.table;
    const { nodes } = trie;
    const { count, word, joined, link } = this.tokens;
    for (let from = first; from < count; from++) {
      if (link[from] === Link.Glued) continue;
      let record = (word[from] ?? 0) * stride;
      if (joined[from] !== 0 || (record > 0 && ((records[record + lengthAndFlagsAt] ?? 0) & SpellingFlag.Special) !== 0)) {
        if (this.fromAny(from)) return (this.at = from);
        continue;
      }
      if (record <= 0) continue;
      let names = records[record + place + FactAt.Names] ?? 0;
      let bits = records[record + place + FactAt.Bits] ?? 0;
      if ((names | bits) === 0) continue;
      let children = records[record + place + FactAt.Children] ?? 0;
      let to = 0;
      let longest = -1;
      let special = false;
      for (let at = from + 1; ; at++) {
        if (names !== 0 && (at === count || link[at] !== Link.Glued) && (at === from + 1 || !asksForCapitals(names) || this.isAllowed(names, from, at))) {
          ends[to] = at;
          ends[to + 1] = names;
          ends[to + 2] = 0;
          to += step;
          longest = at;
        }
        if (bits === 0 || at === count || link[at] === Link.Parted) break;
        record = (word[at] ?? 0) * stride;
        if (joined[at] !== 0 || (record > 0 && records[record + place + FactAt.Class] !== 0 && mayLead(bits, records[record + place + FactAt.Class] ?? 0))) {
          special = true;
          break;
        }
        if (record <= 0) break;
        const id = records[record + place] ?? 0;
        if (id === 0 || !mayLead(bits, id)) break;
        const node = stepAmong(trie, children, id) * size;
        if (node === 0) break;
        children = nodes[node + childrenAt] ?? 0;
        names = nodes[node + namesAt] ?? 0;
        bits = nodes[node + bitsAt] ?? 0;
      }
      if (special) {
        if (this.fromAny(from)) return (this.at = from);
      } else if (longest > 0) {
        this.longest = longest;
        this.endsCount = step === 0 ? numbersOfEnd : to;
        return (this.at = from);
      }
    }
    return (this.at = count);
  }

  /** The names that stand from a word to before another; 0 for none. */
  namesFromTo(from: number, to: number): number {
    const at = from === this.at ? this.placeOfEnd(to) : -1;
    return at < 0 ? 0 : (this.ends[at + 1] ?? 0);
  }

  private placeOfEnd(to: number): number {
    for (let at = 0; at < this.endsCount; at += numbersOfEnd) {
      if (this.ends[at] === to) return at;
    }
    return -1;
  }

  /** Looks for the names that begin at a word, where words may be taken as others too. @returns whether there are any */
  private fromAny(at: number): boolean {
    const { word, joined } = this.tokens;
    this.longest = -1;
    this.endsCount = 0;
    const number = word[at] ?? 0;
    this.begin(this.facts.idOf(number), at, at + 1);
    if (joined[at] !== 0) this.begin(this.facts.idOf(joined[at] ?? 0), at, at + 2);
    if (this.spellings.isClassed(number)) this.branchClassed(childrenOf(this.trie, root), at, at);
    if (this.all && this.endsCount > numbersOfEnd) this.sortEnds();
    return this.longest >= 0;
  }

  /** Looks for the names that begin with a word, which stands from `from` to before `at`. */
  private begin(id: number, from: number, at: number): void {
    const node = id === 0 ? 0 : step(this.trie, root, id);
    if (node !== 0) this.follow(childrenOf(this.trie, node), namesOf(this.trie, node), bitsOf(this.trie, node), from, at);
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

  /** Lays the ends from the shortest names to the longest: two words taken as one may have come before one by itself. */
  private sortEnds(): void {
    const { ends } = this;
    for (let at = numbersOfEnd; at < this.endsCount; at += numbersOfEnd) {
      for (let to = at; to > 0 && (ends[to - numbersOfEnd] ?? 0) > (ends[to] ?? 0); to -= numbersOfEnd) {
        for (let number = to; number < to + numbersOfEnd; number++) {
          const other = ends[number] ?? 0;
          ends[number] = ends[number - numbersOfEnd] ?? 0;
          ends[number - numbersOfEnd] = other;
        }
      }
    }
  }

  /** Whether the capitals are those of some name of a list. */
  private isAllowed(names: number, from: number, to: number): boolean {
    const { capitals } = this.spellings;
    const exact = capitals.hash(this.tokens.word, from, to, false);
    const sentence = capitals.hash(this.tokens.word, from, to, true);
    for (let at = firstEntry(names); at !== 0; at = nextEntry(this.trie, at)) {
      const wanted = capitalsOf(this.trie, at);
      if (wanted === 0 || wanted === exact || wanted === sentence) return true;
      if (wanted === properName && this.isProper(from, to)) return true;
    }
    return false;
  }

  private isProper(from: number, to: number): boolean {
    return isProperName(this.text, this.tokens.start[from] ?? 0, this.tokens.end[to - 1] ?? 0);
  }
}
