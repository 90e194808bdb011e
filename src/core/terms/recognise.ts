import type { Span } from '../text';
import type { Concept, Mention } from './concept';
import { caseHash, caseKey } from './letterCase';
import type { TermIndex } from './termIndex';
import { tokenise } from './tokenise';
import { Link, type Tokens } from './tokens';
import { step } from './wordTrie';

/**
 * Finds the names of concepts in a text: of all that begin at a word the longest, and on after it. `pyogenic liver abscess`
 * is one mention, not three. Words are compared by their forms (`wordForm`), so plurals, British spelling, hyphens, Greek
 * letters and line breaks make no difference; capitals count for abbreviations and short names.
 *
 * @param spans where to look, in order: a note's prose; without them, the whole text. No mention reaches beyond its span.
 * @returns the mentions in the order of the text
 */
export function findMentions(index: TermIndex, text: string, spans?: readonly Span[]): Mention[] {
  return (spans ?? [{ start: 0, end: text.length }]).flatMap((span) => [...new Search(index, text, span).mentions()]);
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
  for (const span of spans ?? whole) {
    if (offset < span.start || offset > span.end) continue;
    let atEnd: Mention | undefined;
    for (const mention of new Search(index, text, paragraphAround(text, span, offset)).mentions()) {
      if (mention.start > offset) break;
      // Of two that touch at the offset (`IL-6` and what follows), the one that begins there.
      if (mention.end > offset) return mention;
      if (mention.end === offset) atEnd = mention;
    }
    if (atEnd) return atEnd;
  }
  return undefined;
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

class Search {
  private readonly tokens: Tokens;
  private bestEnd = -1;
  private bestConcepts: readonly Concept[] = [];

  constructor(
    private readonly index: TermIndex,
    private readonly text: string,
    span: Span,
  ) {
    this.tokens = tokenise(text, span.start, span.end, index.wordId);
  }

  *mentions(): Generator<Mention> {
    const { first } = this.index.tables.trie;
    const { count, start, end, word, joined, link } = this.tokens;
    for (let at = 0; at < count; at++) {
      if (link[at] === Link.Glued) continue;
      this.bestEnd = -1;
      const node = first[word[at] ?? 0] ?? 0;
      if (node !== 0) this.follow(node, at, at + 1);
      const joinedNode = joined[at] === 0 ? 0 : (first[joined[at] ?? 0] ?? 0);
      if (joinedNode !== 0) this.follow(joinedNode, at, at + 2);
      if (this.bestEnd < 0) continue;
      yield { start: start[at] ?? 0, end: end[this.bestEnd - 1] ?? 0, concepts: this.bestConcepts };
      at = this.bestEnd - 1;
    }
  }

  /** Goes on from a node reached with the words from `from` to before `at`, and keeps the furthest end of a name. */
  private follow(node: number, from: number, at: number): void {
    const { edges, entry } = this.index.tables.trie;
    const { count, word, joined, link } = this.tokens;
    while (true) {
      const boundary = at >= count || link[at] !== Link.Glued;
      if (boundary && at > this.bestEnd && entry[node] !== 0) this.accept(entry[node] ?? 0, from, at);
      if (at >= count || link[at] === Link.Parted) return;
      const together = joined[at] ?? 0;
      if (together !== 0) {
        const branch = step(edges, node, together);
        if (branch !== 0) this.follow(branch, from, at + 2);
      }
      if (word[at] === 0) return;
      node = step(edges, node, word[at] ?? 0);
      if (node === 0) return;
      at++;
    }
  }

  private accept(head: number, from: number, to: number): void {
    const { next, concept, capitals, rank } = this.index.tables.trie;
    const found: { concept: number; rank: number }[] = [];
    let exact: number | undefined;
    let sentence: number | undefined;
    for (let at = head; at !== 0; at = next[at] ?? 0) {
      const wanted = capitals[at] ?? 0;
      if (wanted !== 0) {
        exact ??= caseHash(caseKey(this.wordsOf(from, to), false));
        sentence ??= caseHash(`${caseKey(this.wordsOf(from, to), true)} `);
        if (wanted !== exact && wanted !== sentence) continue;
      }
      if (!found.some((one) => one.concept === concept[at])) found.push({ concept: concept[at] ?? 0, rank: rank[at] ?? 0 });
    }
    if (found.length === 0) return;
    found.sort((a, b) => a.rank - b.rank || a.concept - b.concept);
    this.bestEnd = to;
    this.bestConcepts = found.map((one) => this.index.concepts[one.concept]).filter((one) => one !== undefined);
  }

  private wordsOf(from: number, to: number): string[] {
    const { start, end } = this.tokens;
    return Array.from({ length: to - from }, (_, i) => this.text.slice(start[from + i], end[from + i]));
  }
}
