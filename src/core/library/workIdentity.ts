import { type ComparableTitle, comparableTitle, comparableWords, lettersOf } from './comparableTitle';
import { type FirstAuthor, firstAuthor } from './firstAuthor';
import type { CslItem } from './record';
import { type WorkNumbers, workNumbers } from './workNumbers';

/** What of a record tells which work it describes, in forms that can be compared. */
export interface WorkIdentity extends WorkNumbers, ComparableTitle {
  /** The title's letters and digits. */
  readonly title: string;
  readonly author: FirstAuthor;
  readonly year: number | undefined;
  readonly volume: string;
  /** The digits of the first page, or of the article number. */
  readonly page: string;
  /** The words of the journal's or book's name, else of the publisher's. */
  readonly container: string;
  readonly edition: string;
  /** Whether it is in a book (`part`), is one (`whole`), or is neither. */
  readonly kind: 'part' | 'whole' | 'other';
}

const parts: ReadonlySet<string> = new Set(['chapter', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'paper-conference']);
const wholes: ReadonlySet<string> = new Set(['book', 'classic', 'collection', 'pamphlet', 'report', 'standard', 'thesis']);

export function workIdentity(record: CslItem): WorkIdentity {
  const { doi, pmid, pmcid, isbns } = workNumbers(record);
  const { words, main, sets, notice, part } = comparableTitle(textOf(record.title));
  // Written out: spreading two objects into a third takes longer than all the rest, and there may be a million.
  return {
    doi, pmid, pmcid, isbns, words, main, sets, notice, part,
    title: lettersOf(words),
    author: firstAuthor(record),
    year: record.issued?.['date-parts']?.[0]?.[0],
    volume: lettersOf(comparableWords(textOf(record.volume))),
    page: /\d+/.exec(textOf(record.page) || textOf(record.number))?.[0].replace(/^0+/, '') ?? '',
    container: comparableWords(textOf(record['container-title']) || textOf(record.publisher)),
    edition: /\d+/.exec(textOf(record.edition))?.[0] ?? '',
    kind: parts.has(record.type) ? 'part' : wholes.has(record.type) ? 'whole' : 'other',
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
