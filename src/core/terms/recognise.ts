import type { Span } from '../text';
import type { Concept, Mention } from './concept';
import type { Matches } from './matches';
import { scan } from './scan';
import { TermIndex } from './termIndex';
import type { TermSearch } from './termSearch';
import { asksForCapitals, capitalsOf, conceptOf, firstEntry, isSimple, nextEntry, rankOf, simpleConcept } from './wordTrie';

/**
 * Finds the names of concepts in a text: of all that begin at a word the longest, and on after it. `pyogenic liver abscess`
 * is one mention, not three. Words are compared by their forms (`wordForm`), so plurals, British spelling, hyphens, Greek
 * letters and line breaks make no difference; capitals count for abbreviations and short names.
 *
 * @param spans where to look, in order: a note's prose; without them, the whole text. No mention reaches beyond its span.
 * @returns the mentions in the order of the text
 */
export function findMentions(terms: TermIndex | TermSearch<TermIndex>, text: string, spans?: readonly Span[]): Mention[] {
  const search = searchOf(terms);
  const matches = scan(search, text, spans);
  const mentions: Mention[] = [];
  for (let at = 0; at < matches.count; at += rowsOf(matches, at)) mentions.push(mentionOf(search, matches, at));
  return mentions;
}

/**
 * The mention that holds an offset, as `findMentions` would find it; reads no further than the paragraph.
 *
 * @param offset between two characters: a mention holds its own beginning and end
 */
export function mentionAt(
  terms: TermIndex | TermSearch<TermIndex>,
  text: string,
  spans: readonly Span[] | undefined,
  offset: number,
): Mention | undefined {
  const whole = [{ start: 0, end: text.length }];
  const search = searchOf(terms);
  let atEnd: Mention | undefined;
  for (const span of spans ?? whole) {
    if (offset < span.start || offset > span.end) continue;
    const matches = scan(search, text, [paragraphAround(text, span, offset)]);
    for (let at = 0; at < matches.count && (matches.start[at] ?? 0) <= offset; at += rowsOf(matches, at)) {
      const end = matches.end[at] ?? 0;
      // Of two that touch at the offset (`IL-6` and what follows), be it in two spans, the one that begins there.
      if (end > offset) return mentionOf(search, matches, at);
      if (end === offset) atEnd = mentionOf(search, matches, at);
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

function searchOf(terms: TermIndex | TermSearch<TermIndex>): TermSearch<TermIndex> {
  return terms instanceof TermIndex ? terms.search : terms;
}

/** How many matches are of the same words: one for each index that has a name there. */
function rowsOf({ count, start, end }: Matches, from: number): number {
  let at = from + 1;
  while (at < count && start[at] === start[from] && end[at] === end[from]) at++;
  return at - from;
}

function mentionOf(search: TermSearch<TermIndex>, matches: Matches, at: number): Mention {
  const lists = Array.from({ length: rowsOf(matches, at) }, (_, row) => conceptsAt(search, matches, at + row));
  return { start: matches.start[at] ?? 0, end: matches.end[at] ?? 0, concepts: lists.length === 1 ? (lists[0] ?? []) : lists.flat() };
}

function conceptsAt({ indexes }: TermSearch<TermIndex>, matches: Matches, at: number): readonly Concept[] {
  const index = indexes[matches.index[at] ?? 0];
  return index ? conceptsOf(index, matches, at) : [];
}

/** The user's concept first, then by how good the name is, then in the order of the terminologies. */
function conceptsOf(index: TermIndex, matches: Matches, at: number): readonly Concept[] {
  const { trie } = index.tables;
  const names = matches.names[at] ?? 0;
  // Nearly all names belong to one concept.
  if (isSimple(names)) return index.only(simpleConcept(names));
  const list = firstEntry(names);
  if (nextEntry(trie, list) === 0) return index.only(conceptOf(trie, list));
  if (!asksForCapitals(names)) return index.shared(names, () => listOf(index, list, () => true));
  return listOf(index, list, (wanted) => wanted === 0 || wanted === matches.exact[at] || wanted === matches.sentence[at]);
}

function listOf(index: TermIndex, list: number, allows: (capitals: number) => boolean): readonly Concept[] {
  const { trie } = index.tables;
  const found: { place: number; rank: number }[] = [];
  for (let at = list; at !== 0; at = nextEntry(trie, at)) {
    if (!allows(capitalsOf(trie, at))) continue;
    const place = conceptOf(trie, at);
    const known = found.find((one) => one.place === place);
    if (!known) found.push({ place, rank: rankOf(trie, at) });
    else known.rank = Math.min(known.rank, rankOf(trie, at));
  }
  found.sort((a, b) => a.rank - b.rank || a.place - b.place);
  return found.map(({ place }) => index.conceptAt(place)).filter((one) => one !== undefined);
}
