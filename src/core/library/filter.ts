import { namesOf, spokenName, yearOf } from './display';
import { fold } from './fold';
import type { Paper } from './paper';
import type { Query, QueryTerm } from './query';
import { holdsInField, type SearchedPaper } from './queryTermMatch';
import { tagsOf } from './readingState';
import { keywordsOf } from './subjects';

/** What a search looks at, folded, and how much a hit there counts. */
interface SearchField {
  readonly text: string;
  readonly weight: number;
}

/**
 * Whether a paper has everything that a query asks for: words in its citekey, authors, title, year, journal, keywords,
 * subjects or tags, and what it asks of one field there; without regard to case and diacritics. An empty query matches all.
 */
export function matches(paper: SearchedPaper, query: Query): boolean {
  return query.every((term) => holds(paper, term) !== term.not);
}

function holds(paper: SearchedPaper, term: QueryTerm): boolean {
  return term.field ? holdsInField(paper, term, term.field) : fieldsOf(paper).some(({ text }) => text.includes(term.words));
}

/**
 * The papers that match, best first: a whole citekey, then authors and year, then the title, then the rest; a word's
 * beginning counts more than its inside. Equals keep their order.
 */
export function searchPapers<P extends Paper>(papers: Iterable<P>, query: string): P[] {
  const words = queryWords(query);
  if (words.length === 0) {
    return [...papers];
  }
  const found: { readonly paper: P; readonly score: number }[] = [];
  for (const paper of papers) {
    const score = scoreOf(paper, words);
    if (score > 0) {
      found.push({ paper, score });
    }
  }
  return found.sort((a, b) => b.score - a.score).map(({ paper }) => paper);
}

/** Does beforehand for some papers what their first search has to do. */
export function prepareSearch(papers: readonly Paper[]): void {
  papers.forEach(fieldsOf);
}

function queryWords(query: string): string[] {
  return fold(query.slice(0, 500)).split(/[\s,;]+/).map((word) => word.replace(/^@/, '')).filter(Boolean);
}

function scoreOf(paper: Paper, words: readonly string[]): number {
  const fields = fieldsOf(paper);
  let sum = 0;
  for (const word of words) {
    const best = Math.max(0, ...fields.map((field) => hit(field, word)));
    if (best === 0) {
      return 0;
    }
    sum += best;
  }
  return sum;
}

function hit({ text, weight }: SearchField, word: string): number {
  const at = text.indexOf(word);
  if (at < 0) {
    return 0;
  }
  if (text === word) {
    return weight * 4;
  }
  return isWordStart(text, at) || text.includes(` ${word}`) ? weight * 2 : weight;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

/** Folding all fields of ten thousand papers takes longer than a key stroke may; a paper read anew is another object. */
const known = new WeakMap<Paper, readonly SearchField[]>();

function fieldsOf(paper: Paper): readonly SearchField[] {
  let fields = known.get(paper);
  if (!fields) known.set(paper, (fields = makeFields(paper)));
  return fields;
}

function makeFields(paper: Paper): SearchField[] {
  const { record } = paper;
  const names = namesOf(record).map(spokenName);
  const rest = [...keywordsOf(record), ...paper.subjects, ...tagsOf(paper)].join('; ');
  return [
    { text: fold(record.id), weight: 5 },
    { text: fold(names.join('; ')), weight: 4 },
    { text: yearOf(record), weight: 3 },
    { text: fold(record.title ?? ''), weight: 3 },
    { text: fold(`${record['container-title'] ?? ''}; ${record['container-title-short'] ?? ''}`), weight: 2 },
    { text: fold(rest), weight: 1 },
    { text: (record.DOI ?? '').toLowerCase(), weight: 1 },
  ];
}
