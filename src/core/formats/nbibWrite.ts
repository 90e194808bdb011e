import type { CslDate, CslItem, CslName } from '../library/record';
import { keywordsOf } from '../library/subjects';

const publicationTypes: Readonly<Record<string, string>> = {
  'article-journal': 'Journal Article', chapter: 'Book Chapter', book: 'Book', article: 'Preprint', thesis: 'Academic Dissertation',
  report: 'Technical Report', 'article-newspaper': 'Newspaper Article', patent: 'Patent', 'paper-conference': 'Meeting Paper',
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const seasons = ['Spring', 'Summer', 'Fall', 'Winter'];

/** Types whose journal tag would be read as the publisher's. */
const withoutContainer: ReadonlySet<string> = new Set(['book', 'report', 'thesis']);

/**
 * One record in the MEDLINE display format. What it can hold, and so comes back as it was: type (of those in the table above; of
 * others that there is a work, an article to MEDLINE), title without a full stop at its end; authors and editors, their given
 * names without the full stops of initials, and not which part of a family name is a particle; the date issued (a day, a month,
 * a season, a range); a journal with its short name, or the book of a chapter; volume, issue, pages, edition; publisher, and its
 * place beside it; DOI, ISSN, ISBN, PMID, PMCID, URL; language, keywords without asterisks, and abstract without line breaks. A
 * record without title, people, container, PMID and abstract is none.
 */
export function writeNbib(record: CslItem): string {
  const inBook = record.type === 'chapter';
  const hasContainer = !withoutContainer.has(record.type);
  const fields: (readonly [string, string | undefined])[] = [
    ['PMID', record.PMID],
    ...(record.ISSN ?? '').split(/[,;\s]+/).map((number) => ['IS', number] as const),
    ['ISBN', record.ISBN],
    ['VI', record.volume],
    ['IP', record.issue],
    ['DP', dateInEnglish(record.issued)],
    ['TI', record.title],
    ['BTI', inBook ? record['container-title'] : undefined],
    ['PG', record.page],
    ['LID', record.DOI === undefined ? undefined : `${record.DOI} [doi]`],
    ['AB', record.abstract],
    ...(record.author ?? []).flatMap((name) => nameFields(name, 'FAU', 'AU')),
    ...(record.editor ?? []).flatMap((name) => nameFields(name, 'FED', 'ED')),
    ['LA', record.language],
    ['PT', Object.hasOwn(publicationTypes, record.type) ? publicationTypes[record.type] : undefined],
    ['PB', record.publisher],
    ['PL', record.publisher === undefined ? undefined : record['publisher-place']],
    ['TA', hasContainer && !inBook ? record['container-title-short'] : undefined],
    ['JT', hasContainer && !inBook ? record['container-title'] : undefined],
    ['EN', typeof record.edition === 'string' ? record.edition : undefined],
    ...keywordsOf(record).map((word) => ['OT', word] as const),
    ['PMC', record.PMCID],
    ['AID', record.URL],
  ];
  const lines = fields.filter(([, value]) => value !== undefined && value !== '').map(([tag, value]) => line(tag, value ?? ''));
  // A record that says nothing PubMed has a tag for is still one record.
  return `${lines.length > 0 ? '' : 'TI  - \n'}${lines.join('')}`;
}

/** `FAU` in full and `AU` in short; a group is `CN`. */
function nameFields(name: CslName, full: string, short: string): (readonly [string, string])[] {
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  if (family === '') {
    const literal = name.literal ?? name.given ?? '';
    // A comma at its end keeps a group's name from being parted, as in RIS.
    return [full === 'FAU' ? ['CN', literal] : [full, `${literal.replace(/,/g, ' ')},`]];
  }
  const given = (name.given ?? '').replace(/\./g, ' ').replace(/ {2,}/g, ' ').trim();
  const initials = given.split(/[\s-]+/).map((word) => (/^\p{Lu}+$/u.test(word) ? word : word.charAt(0))).join('').toUpperCase();
  const suffix = name.suffix?.replace(/\.$/, '');
  const whole = [given, suffix].filter(Boolean).join(' ');
  return [[full, whole === '' ? `${family},` : `${family}, ${whole}`], [short, [family, initials, suffix].filter(Boolean).join(' ')]];
}

/** A date in English words, as MEDLINE has it: `1995 Aug 1`, `2000 Spring`, `2009 Jan-Feb`, `1998 Dec-1999 Jan`. */
export function dateInEnglish(date: CslDate | undefined): string | undefined {
  const [start, end] = date?.['date-parts'] ?? [];
  if (!start) {
    return date?.literal ?? date?.raw;
  }
  const season = typeof date?.season === 'number' ? seasons[date.season - 1] : undefined;
  const first = season === undefined ? dayText(start) : `${String(start[0])} ${season}`;
  const last = end && (end[0] === start[0] ? dayText(end).replace(/^\S+ ?/, '') : dayText(end));
  return last ? `${first}-${last}` : first;
}

/** `1995 Aug 1`. */
function dayText(parts: readonly number[]): string {
  const month = parts[1] === undefined ? undefined : months[parts[1] - 1];
  return [parts[0], month, month === undefined ? undefined : parts[2]].filter((part) => part !== undefined).join(' ');
}

/** MEDLINE's lines break after 88 characters and go on after six spaces. */
function line(tag: string, value: string): string {
  const words = value.replace(/\s+/g, ' ').trim().split(' ');
  let text = `${tag.padEnd(4)}-`;
  let length = text.length;
  for (const word of words) {
    const breaks = length > 6 && length + 1 + word.length > 88;
    text += breaks ? `\n      ${word}` : ` ${word}`;
    length = breaks ? 6 + word.length : length + 1 + word.length;
  }
  return `${text}\n`;
}
