import type { Span } from '../text';
import type { Concept, Mention } from './concept';
import { exactStart, sentenceStart } from './letterCase';
import type { Spellings } from './spellings';
import type { TermIndex } from './termIndex';
import { Tokeniser } from './tokenise';
import { Link, type Tokens } from './tokens';
import { bitsOf, capitalsOf, conceptOf, isSimple, mayLead, namesOf, nextEntry, rankOf, simpleConcept, step, type WordTrie } from './wordTrie';

/**
 * Finds the names of concepts in a text: of all that begin at a word the longest, and on after it. `pyogenic liver abscess`
 * is one mention, not three. Words are compared by their forms (`wordForm`), so plurals, British spelling, hyphens, Greek
 * letters and line breaks make no difference; capitals count for abbreviations and short names.
 *
 * @param spans where to look, in order: a note's prose; without them, the whole text. No mention reaches beyond its span.
 * @returns the mentions in the order of the text
 */
export function findMentions(index: TermIndex, text: string, spans?: readonly Span[]): Mention[] {
  const mentions: Mention[] = [];
  for (const span of spans ?? [{ start: 0, end: text.length }]) {
    const search = new Search(index, text, span);
    for (let mention = search.next(); mention; mention = search.next()) mentions.push(mention);
  }
  return mentions;
}

/**
 * The mention that holds an offset, as `findMentions` would find it; reads no further than the paragraph.
 *
 * @param offset between two characters: a mention holds its own beginning and end
 */
export function mentionAt(
  index: TermIndex,
  text: string,
  spans: readonly Span[] | undefined,
  offset: number,
): Mention | undefined {
  const whole = [{ start: 0, end: text.length }];
  let atEnd: Mention | undefined;
  for (const span of spans ?? whole) {
    if (offset < span.start || offset > span.end) continue;
    const search = new Search(index, text, paragraphAround(text, span, offset));
    for (let mention = search.next(); mention && mention.start <= offset; mention = search.next()) {
      // Of two that touch at the offset (`IL-6` and what follows), be it in two spans, the one that begins there.
      if (mention.end > offset) return mention;
      if (mention.end === offset) atEnd = mention;
    }
  }
  return atEnd;
}

/** No mention goes over an empty line, so nothing beyond one can change what is found. */
function paragraphAround(text: string, span: Span, offset: number): Span {
  const before = Math.max(text.lastIndexOf('\n\n', offset - 1), text.lastIndexOf('\n\r\n', offset - 1));
  const after = text.indexOf('\n\n', offset);
  return {
    start: Math.max(span.start, before),
    end: Math.min(span.end, after < 0 ? text.length : after),
  };
}

/** So many words are read at a time, which the fastest of a machine's memories hold. */
const wordsAtOnce = 1024;

class Search {
  private readonly tokens: Tokens;
  private readonly tokeniser: Tokeniser;
  private readonly spellings: Spellings;
  private readonly trie: WordTrie;
  /** The word to go on at. */
  private at = 0;
  /** The best name so far of those that begin at a word: after its last word, and what ends there. */
  private bestEnd = -1;
  private bestNames = 0;

  constructor(
    private readonly index: TermIndex,
    text: string,
    span: Span,
  ) {
    this.spellings = index.spellings;
    this.trie = index.tables.trie;
    this.tokens = index.tokens;
    this.tokens.clear();
    this.tokeniser = new Tokeniser(text, span.start, span.end, this.spellings.numberOf, this.tokens);
  }

  /** @returns the next mention of the span; undefined at its end */
  next(): Mention | undefined {
    for (;;) {
      const mention = this.nextAtHand();
      if (mention) return mention;
      this.spellings.trim();
      if (!this.tokeniser.read(wordsAtOnce)) return undefined;
      this.at = 0;
    }
  }

  /** The next mention among the words read; undefined when they are through. */
  private nextAtHand(): Mention | undefined {
    const { count, start, end, word, joined, link } = this.tokens;
    while (this.at < count) {
      const at = this.at++;
      if (link[at] === Link.Glued) continue;
      this.bestEnd = -1;
      this.begin(word[at] ?? 0, at, at + 1);
      if (joined[at] !== 0) this.begin(joined[at] ?? 0, at, at + 2);
      if (this.bestEnd < 0) continue;
      this.at = this.bestEnd;
      const concepts = this.conceptsOf(this.bestNames, at, this.bestEnd);
      return { start: start[at] ?? 0, end: end[this.bestEnd - 1] ?? 0, concepts };
    }
    return undefined;
  }

  /** Looks for the names that begin with a word, which stands from `from` to before `at`. */
  private begin(number: number, from: number, at: number): void {
    const node = this.spellings.nodeOf(number);
    if (node !== 0) this.follow(node, this.spellings.namesOf(number), this.spellings.bitsOf(number), from, at);
  }

  /** Goes on from a node reached with the words from `from` to before `at`, and keeps the furthest end of a name. */
  private follow(node: number, names: number, bits: number, from: number, at: number): void {
    const { trie, spellings } = this;
    const { count, word, joined, link } = this.tokens;
    for (;;) {
      if (names !== 0 && at > this.bestEnd && (at >= count || link[at] !== Link.Glued)) this.accept(names, from, at);
      if (bits === 0 || at >= count || link[at] === Link.Parted) return;
      if (joined[at] !== 0) this.branch(node, bits, spellings.idOfNumber(joined[at] ?? 0), from, at + 2);
      const id = spellings.idOfNumber(word[at] ?? 0);
      if (id === 0 || !mayLead(bits, id)) return;
      node = step(trie, node, id);
      if (node === 0) return;
      names = namesOf(trie, node);
      bits = bitsOf(trie, node);
      at++;
    }
  }

  private branch(node: number, bits: number, id: number, from: number, at: number): void {
    const after = mayLead(bits, id) ? step(this.trie, node, id) : 0;
    if (after !== 0) this.follow(after, namesOf(this.trie, after), bitsOf(this.trie, after), from, at);
  }

  private accept(names: number, from: number, to: number): void {
    if (!isSimple(names) && !this.isAllowed(names, from, to)) return;
    this.bestEnd = to;
    this.bestNames = names;
  }

  /** Whether the capitals are those of some name of a list. */
  private isAllowed(list: number, from: number, to: number): boolean {
    for (let at = list; at !== 0; at = nextEntry(this.trie, at)) {
      if (this.hasCapitals(capitalsOf(this.trie, at), from, to)) return true;
    }
    return false;
  }

  private hasCapitals(wanted: number, from: number, to: number): boolean {
    return wanted === 0 || wanted === this.hash(from, to, false) || wanted === this.hash(from, to, true);
  }

  private hash(from: number, to: number, sentence: boolean): number {
    const { word } = this.tokens;
    let hash = sentence ? sentenceStart : exactStart;
    for (let at = from; at < to; at++) hash = this.spellings.capitalsOn(hash, word[at] ?? 0, sentence);
    return hash;
  }

  /** The user's concept first, then by how good the name is, then in the order of the terminologies. */
  private conceptsOf(names: number, from: number, to: number): readonly Concept[] {
    const { index, trie } = this;
    // Nearly all names belong to one concept.
    if (isSimple(names)) return index.only(simpleConcept(names));
    if (nextEntry(trie, names) === 0) return index.only(conceptOf(trie, names));
    if (hasCapitals(trie, names)) return listOf(index, names, (wanted) => this.hasCapitals(wanted, from, to));
    return index.shared(names, () => listOf(index, names, () => true));
  }
}

/** Whether capitals tell the names of a list apart. */
function hasCapitals(trie: WordTrie, list: number): boolean {
  for (let at = list; at !== 0; at = nextEntry(trie, at)) {
    if (capitalsOf(trie, at) !== 0) return true;
  }
  return false;
}

function listOf({ concepts, tables: { trie } }: TermIndex, list: number, allows: (capitals: number) => boolean): readonly Concept[] {
  const found: { place: number; rank: number }[] = [];
  for (let at = list; at !== 0; at = nextEntry(trie, at)) {
    if (!allows(capitalsOf(trie, at))) continue;
    const place = conceptOf(trie, at);
    const known = found.find((one) => one.place === place);
    if (!known) found.push({ place, rank: rankOf(trie, at) });
    else known.rank = Math.min(known.rank, rankOf(trie, at));
  }
  found.sort((a, b) => a.rank - b.rank || a.place - b.place);
  return found.map(({ place }) => concepts[place]).filter((one) => one !== undefined);
}
