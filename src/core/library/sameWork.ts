import { isTelling, likeness } from './comparableTitle';
import { sameAuthor } from './firstAuthor';
import { sameContainer } from './sameContainer';
import type { WorkIdentity } from './workIdentity';

/**
 * How two records were found to be of one work; the surest first. `place`: they begin on the same page of the same
 * volume, by the same author, under titles that are alike.
 */
export const sameByInOrder = ['DOI', 'PMID', 'PMCID', 'ISBN', 'title', 'place'] as const;
export type SameBy = (typeof sameByInOrder)[number];

/** Titles with fewer words in common than this are of two works, whatever number stands beside them. */
const leastLikeness = 0.5;

/**
 * Whether two records are of one work. The rules are those of Zotero's `duplicates.js` (a DOI, or a book's ISBN; else
 * one title, years one apart at most, one author, and no two DOIs or ISBNs), made stricter where medical literature has
 * many works of one title (`Reply`, `Case report`), and wider where sources tell a title differently.
 *
 * @returns by what; undefined where they are not, or where too little is said
 */
export function sameWork(a: WorkIdentity, b: WorkIdentity): SameBy | undefined {
  const number = sameNumber(a, b);
  if (number) return number;
  if (contradict(a, b)) return undefined;
  if (sharesIsbn(a, b)) return 'ISBN';
  if (sameTitle(a, b)) return 'title';
  return samePlace(a, b) ? 'place' : undefined;
}

/** Whether two records say what cannot both be said of one work. */
export function contradict(a: WorkIdentity, b: WorkIdentity): boolean {
  return (
    differ(a.doi, b.doi) ||
    differ(a.pmid, b.pmid) ||
    (a.isbns.length > 0 && b.isbns.length > 0 && areWhole(a, b) && !sharesIsbn(a, b)) ||
    (a.year !== undefined && b.year !== undefined && Math.abs(a.year - b.year) > 1) ||
    a.notice !== b.notice ||
    differ(a.part, b.part) ||
    differ(a.edition, b.edition) ||
    (a.kind !== b.kind && a.kind !== 'other' && b.kind !== 'other') ||
    (areWhole(a, b) && differ(a.volume, b.volume)) ||
    standApart(a, b)
  );
}

/** One work printed twice, or a work and the abstract of it, are cited apart; of volume, page and journal one may be mistaken. */
function standApart(a: WorkIdentity, b: WorkIdentity): boolean {
  const different = Number(differ(a.volume, b.volume)) + Number(differ(a.page, b.page));
  return different === 2 || (different === 1 && a.container !== '' && b.container !== '' && !sameContainer(a.container, b.container));
}

function sameNumber(a: WorkIdentity, b: WorkIdentity): SameBy | undefined {
  const by = agree(a.doi, b.doi) ? 'DOI' : agree(a.pmid, b.pmid) ? 'PMID' : agree(a.pmcid, b.pmcid) ? 'PMCID' : undefined;
  return by && !isOfWhole(a, b, by) ? by : undefined;
}

/** A book's DOI stands in the records of its chapters, a supplement's in those of its abstracts. */
function isOfWhole(a: WorkIdentity, b: WorkIdentity, by: SameBy): boolean {
  if (a.title === '' || b.title === '' || a.title === b.title || likeness(a.words, b.words) >= leastLikeness) return false;
  if (by === 'DOI' && (a.kind === 'part' || b.kind === 'part')) return true;
  return sameAuthor(a.author, b.author) === false || differ(a.doi, b.doi);
}

function sharesIsbn(a: WorkIdentity, b: WorkIdentity): boolean {
  return areWhole(a, b) && a.isbns.some((isbn) => b.isbns.includes(isbn));
}

function sameTitle(a: WorkIdentity, b: WorkIdentity): boolean {
  const whole = agree(a.title, b.title);
  if (!whole && !lacksSubtitle(a, b) && !lacksSubtitle(b, a)) return false;
  const author = sameAuthor(a.author, b.author);
  if (author === false) return false;
  const telling = isTelling(a.words) || isTelling(b.words) || (areWhole(a, b) && a.year === b.year);
  // An editor writes an `Editorial` for each issue.
  if (!telling && (differ(a.page, b.page) || differ(a.volume, b.volume))) return false;
  const doubts = [!telling, !telling, (a.year === undefined) !== (b.year === undefined), author === undefined, differ(a.author.initial, b.author.initial)];
  return agreements(a, b) >= doubts.filter(Boolean).length;
}

function lacksSubtitle(short: WorkIdentity, long: WorkIdentity): boolean {
  return agree(short.title, long.main) && !long.sets;
}

/** How many of page, volume and journal two records agree on. */
function agreements(a: WorkIdentity, b: WorkIdentity): number {
  const agreed = [agree(a.page, b.page), agree(a.volume, b.volume), sameContainer(a.container, b.container)];
  return agreed.filter(Boolean).length;
}

function samePlace(a: WorkIdentity, b: WorkIdentity): boolean {
  return (
    agree(a.page, b.page) &&
    agree(a.volume, b.volume) &&
    a.part === b.part &&
    sameAuthor(a.author, b.author) === true &&
    a.title !== '' &&
    b.title !== '' &&
    likeness(a.words, b.words) >= leastLikeness
  );
}

function areWhole(a: WorkIdentity, b: WorkIdentity): boolean {
  return a.kind === 'whole' && b.kind === 'whole';
}

function agree(a: string, b: string): boolean {
  return a !== '' && a === b;
}

function differ(a: string, b: string): boolean {
  return a !== '' && b !== '' && a !== b;
}
