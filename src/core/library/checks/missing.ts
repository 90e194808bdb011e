import type { CslItem } from '../record';
import type { Check, CheckContext } from './check';

/** Works that a reference names by their authors. */
const authored = new Set(['article-journal', 'book', 'chapter', 'paper-conference', 'thesis']);
const dated = new Set([...authored, 'report', 'article-magazine', 'article-newspaper', 'patent']);

/** Letters, talks and the like may have none; a journal's name is its `container-title` for some programs. */
const untitled = new Set(['personal_communication', 'interview', 'graphic', 'periodical', 'document', 'legal_case', 'post', 'review', 'review-book']);

/** What holds the work, in the words of researchers. */
const containers: Readonly<Record<string, string>> = {
  'article-journal': 'journal', 'article-magazine': 'magazine', 'article-newspaper': 'newspaper', chapter: 'book',
};

const publishers: Readonly<Record<string, string>> = { book: 'publisher', chapter: 'publisher', thesis: 'university' };

/** What other people made is no author's: a book has editors, a guideline a publisher. */
const makers = ['author', 'editor', 'translator', 'compiler', 'editor-translator', 'director', 'collection-editor', 'container-author'];

/** Titles of articles that no one signs. */
const unsigned = /^\W*(?:editorial|erratum|errata|corrigendum|correction|retraction|news|obituar|in memoriam|foreword|preface|introduction|index|contents|abstracts?|program|announcement)/i;

/** What a reference cannot do without. */
export const missing: Check = (record, report, context) => {
  const { type } = record;
  if (!says(record, 'title') && !untitled.has(type)) report('title-missing', 'warning', 'title', {});
  if (authored.has(type) && !makers.some((maker) => hasNames(record[maker])) && !isUnsigned(record)) {
    report('author-missing', 'warning', 'author', {});
  }
  const container = Object.hasOwn(containers, type) ? containers[type] : undefined;
  if (container !== undefined && !says(record, 'container-title', 'container-title-short')) {
    report('container-missing', 'warning', 'container-title', { field: container });
  }
  if (dated.has(type) && !record.issued && !isUnpublished(record)) {
    report('date-missing', 'warning', 'issued', {});
  }
  const publisher = Object.hasOwn(publishers, type) ? publishers[type] : undefined;
  if (publisher !== undefined && !says(record, 'publisher', 'original-publisher') && !isUnpublished(record) && !needsNoPublisher(record)) {
    report('publisher-missing', type === 'chapter' ? 'information' : 'warning', 'publisher', { field: publisher });
  }
  if (type === 'article-journal' && says(record, 'container-title', 'container-title-short') && !isUnpublished(record) && !isPreprint(record) && !maybeAheadOfPrint(record, context)) {
    articleNumbers(record, (code, variable) => report(code, 'warning', variable, {}));
  }
};

/** Editorials and news; and what PubMed has without an author has none. */
function isUnsigned(record: CslItem): boolean {
  return unsigned.test(record.title ?? '') || (says(record, 'PMID') && says(record, 'title'));
}

/** Books of old are cited by their place, entries of works on the web by their address. */
function needsNoPublisher(record: CslItem): boolean {
  const year = record.issued?.['date-parts']?.[0]?.[0];
  return (year !== undefined && year < 1900) || (record.type === 'chapter' && says(record, 'URL', 'DOI'));
}

/** Volume and pages: an article without both is online alone, which its DOI or address then tells. */
function articleNumbers(record: CslItem, report: (code: 'volume-missing' | 'pages-missing', variable: string) => void): void {
  const volume = says(record, 'volume');
  const pages = says(record, 'page', 'page-first', 'number', 'article-number');
  if (!volume && !hasNoVolumes(record)) report('volume-missing', 'volume');
  if (!pages) report('pages-missing', 'page');
}

/** No journal has more issues in a volume; whose issue has a higher number counts issues alone, as some bulletins do. */
const mostIssues = 60;

/** Cochrane's reviews are counted by issue, and have numbers for pages. */
function hasNoVolumes({ 'container-title': journal = '', issue = '' }: CslItem): boolean {
  return issue !== '' && (/cochrane database/i.test(journal) || Number(issue) > mostIssues);
}

/** Articles are out for months before they get volume and pages: those of this year and the last may have none yet. */
function maybeAheadOfPrint(record: CslItem, { today }: CheckContext): boolean {
  const year = record.issued?.['date-parts']?.[0]?.[0];
  return !says(record, 'volume', 'issue', 'page') && (year === undefined || year >= today.year - 1);
}

/** Preprints are called articles by many programs. */
function isPreprint(record: CslItem): boolean {
  return /^(?:arxiv|corr\b|biorxiv|medrxiv|ssrn|chemrxiv|research square|preprints?\b)/i.test(record['container-title'] ?? '') || /^10\.(?:48550|1101)\//.test(record.DOI ?? '');
}

/** `in press`, `forthcoming`, `submitted`: in the status, or in words for the date or the volume. */
function isUnpublished(record: CslItem): boolean {
  return says(record, 'status') || /press|forthcoming|submitted|preparation|appear|accepted|preprint/i.test(`${record.issued?.literal ?? ''}${record.issued?.raw ?? ''} ${record.volume ?? ''} ${record.note ?? ''}`.slice(0, 500));
}

function hasNames(names: unknown): boolean {
  return Array.isArray(names) && names.length > 0;
}

function says(record: CslItem, ...variables: readonly string[]): boolean {
  return variables.some((variable) => {
    const value = record[variable];
    return value !== undefined && value !== null && String(value).trim() !== '';
  });
}
