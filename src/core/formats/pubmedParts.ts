import type { CslDate, CslItem, CslName } from '../library/record';
import { dottedInitials } from './databaseNames';
import { dateOf, monthNumber } from './dates';
import { dateInWords } from './datesInWords';
import { wholeDoi } from './doi';
import { languageTag } from './languages';
import { partedName } from './names';
import { fullPages, pagesFromEnds } from './pages';
import { joinKeywords } from './recordList';
import type { XmlElement } from './xmlElement';

/** A title without the full stop that PubMed ends every title with. */
export function titleText(element: XmlElement | undefined): string | undefined {
  const text = element?.richText();
  return text?.endsWith('.') && !text.endsWith('..') ? text.slice(0, -1) : text;
}

/** The people of the lists of a kind; a list that does not say its kind has authors. */
export function peopleOf(parent: XmlElement | undefined, kind: 'authors' | 'editors'): CslName[] {
  const lists = (parent?.all('AuthorList') ?? []).filter((list) => (list.attribute('Type') ?? 'authors') === kind);
  return lists.flatMap((list) => list.all('Author')).map(personOf).filter((name) => name !== undefined);
}

function personOf(author: XmlElement): CslName | undefined {
  const group = author.textAt('CollectiveName')?.replace(/\.$/, '');
  if (group !== undefined) {
    return { literal: group };
  }
  const family = author.textAt('LastName');
  const given = author.textAt('ForeName') ?? author.textAt('FirstName') ?? author.textAt('Initials');
  const suffix = author.textAt('Suffix');
  if (family === undefined) {
    return given === undefined ? undefined : { literal: given };
  }
  return partedName(family, given === undefined ? undefined : dottedInitials(given), suffix);
}

/** `PubDate` and its like: numbers or names of months, a season, or MEDLINE's free form. */
export function dateElement(element: XmlElement | undefined): CslDate | undefined {
  const year = element?.textAt('Year');
  if (year === undefined) {
    const free = element?.textAt('MedlineDate') ?? (element?.all().length === 0 ? element.text() : undefined);
    return free === undefined ? undefined : freeDate(free);
  }
  const season = element?.textAt('Season');
  if (season !== undefined) {
    return dateInWords(`${year} ${season}`);
  }
  const month = element?.textAt('Month');
  const day = element?.textAt('Day');
  if (month !== undefined && monthNumber(month) === undefined) {
    return dateInWords(`${year} ${month}`);
  }
  return /^\d{4}$/.test(year) ? dateOf(Number(year), month === undefined ? undefined : monthNumber(month), day === undefined ? undefined : Number(day)) : dateInWords(year);
}

/** `1998 Dec-1999 Jan`, `1977-1978`; of `2003 1st Quarter` the year. */
function freeDate(text: string): CslDate | undefined {
  const [, first, last] = /^(\d{4})-(\d{2}|\d{4})$/.exec(text) ?? [];
  const end = first !== undefined && last !== undefined ? Number(last.length === 2 ? `${first.slice(0, 2)}${last}` : last) : 0;
  if (first !== undefined && end > Number(first)) {
    return { 'date-parts': [[Number(first)], [end]] };
  }
  return dateInWords(text.replace(/\b[1-4](?:st|nd|rd|th)\s+quart\w*/i, ''));
}

/** The title of an article, `[Not Available]` where NLM has none in English, and the one in its own language. */
export function articleTitles(article: XmlElement): { readonly title?: string | undefined; readonly 'original-title'?: string | undefined } {
  const stated = titleText(article.first('ArticleTitle'));
  const own = titleText(article.first('VernacularTitle'));
  const title = stated === undefined || (own !== undefined && /^\[not available\]$/i.test(stated)) ? own : stated;
  return { title, 'original-title': own === title ? undefined : own };
}

export function pagesOf(parent: XmlElement): string | undefined {
  const pagination = parent.first('Pagination');
  const pages = pagination?.textAt('MedlinePgn') ?? pagesFromEnds(pagination?.textAt('StartPage'), pagination?.textAt('EndPage'));
  return pages === undefined ? undefined : fullPages(pages);
}

export function elocation(parent: XmlElement | undefined, type: string): string | undefined {
  const valid = (parent?.all('ELocationID') ?? []).filter((id) => id.attribute('EIdType') === type && id.attribute('ValidYN') !== 'N');
  return valid.map((id) => id.text()).find((text) => text !== undefined);
}

/** A publisher's own id that is an article's number, which stands in for pages (`e154225`); not `S0022-0302(15)00395-1`. */
export function articleNumber(pii: string | undefined): string | undefined {
  return pii !== undefined && /^[a-z]{0,6}\d{1,8}[a-z]?$/i.test(pii) ? pii : undefined;
}

/** The ids of the record itself; those of the works it refers to lie deeper. */
export function identifiers(parent: XmlElement, whole: XmlElement, pmid: string | undefined): Partial<CslItem> {
  const lists = [whole.first('PubmedData', 'ArticleIdList'), whole.first('PubmedBookData', 'ArticleIdList'), parent.first('ArticleIdList')];
  const ids = lists.flatMap((list) => list?.all('ArticleId') ?? []);
  const idOf = (type: string): string | undefined => ids.find((id) => id.attribute('IdType') === type)?.text();
  const doi = idOf('doi') ?? elocation(parent, 'doi') ?? elocation(parent.first('Book'), 'doi');
  const pmcid = /\d+/.exec(idOf('pmc') ?? '')?.[0];
  const own = pmid ?? idOf('pubmed');
  return {
    ...(doi !== undefined && { DOI: wholeDoi(doi) }),
    ...(own !== undefined && { PMID: own }),
    ...(pmcid !== undefined && { PMCID: `PMC${pmcid}` }),
  };
}

/** The first language; a text in several is cited in one. */
export function languageOf(parent: XmlElement): string | undefined {
  const [first] = parent.texts('Language');
  return first === undefined || /^(?:und|mul)$/i.test(first) ? undefined : languageTag(first);
}

/** The sections of an abstract, each in its paragraph and with its label: `RESULTS: ...`. */
export function abstractOf(parent: XmlElement): string | undefined {
  const parts = (parent.first('Abstract')?.all('AbstractText') ?? []).map((part) => {
    const text = part.text();
    const label = part.attribute('Label');
    return text !== undefined && label !== undefined && label !== 'UNLABELLED' ? `${label}: ${text}` : text;
  });
  return parts.filter((part) => part !== undefined).join('\n') || undefined;
}

/** MeSH headings and the authors' own keywords. */
export function keywordsOf(citation: XmlElement): string {
  const headings = citation.first('MeshHeadingList')?.all('MeshHeading') ?? [];
  const mesh = headings.map((heading) => heading.textAt('DescriptorName')).filter((word) => word !== undefined);
  const own = citation.all('KeywordList').flatMap((list) => list.texts('Keyword'));
  return joinKeywords([...mesh, ...own.map((word) => word.replace(/\.$/, ''))]);
}
