import type { CslItem, CslName } from '../library/record';
import { crossrefType } from './crossrefTypes';
import { parseDate } from './dates';
import { wholeDoi } from './doi';
import type { Format } from './format';
import type { Json } from './jsonWorks';
import { markedTitle, objectAt, objectsAt, readJsonWorks, textAt, textsAt } from './jsonWorks';
import { languageTag } from './languages';
import { nameFromGivenFirst } from './names';
import { pagesFromEnds } from './pages';
import { isObject } from './plainValue';
import type { RecordReading } from './recordList';
import { cslItem, joinKeywords } from './recordList';

/** What OpenAlex's API answers: a work, or a page of them. */
export const openalexJson: Format = {
  id: 'openalex-json',
  name: 'OpenAlex JSON',
  extensions: ['json'],
  detect: (text) => {
    const head = text.slice(0, 30_000);
    return /^[\s\uFEFF]*[[{]/.test(head) && /openalex\.org\\?\/W\d|"authorships"\s*:/.test(head) ? 0.98 : 0;
  },
  read: (text) => readJsonWorks(text, { isWork, read: readWork }),
};

function isWork(value: Json): boolean {
  return Array.isArray(value.authorships) || (typeof value.id === 'string' && /openalex\.org\/W\d/.test(value.id));
}

/** Words in an abstract; the index of a longer one is no abstract's. */
const mostWords = 20_000;

function readWork(work: Json): RecordReading {
  const location = objectAt(work, 'primary_location') ?? objectsAt(work, 'locations')[0];
  const source = objectAt(location, 'source') ?? objectAt(work, 'host_venue');
  const type = typeOf(work, source);
  const biblio = objectAt(work, 'biblio');
  const isArticle = type === 'article-journal';
  const name = textAt(source, 'display_name') ?? textAt(location, 'raw_source_name');
  const publisher = textAt(source, 'host_organization_name') ?? textAt(source, 'publisher');
  const language = textAt(work, 'language');
  const doi = textAt(work, 'doi') ?? textAt(objectAt(work, 'ids'), 'doi');
  const title = textAt(work, 'title') ?? textAt(work, 'display_name');
  const record = cslItem(type, {
    title: title === undefined ? undefined : markedTitle(title),
    author: objectsAt(work, 'authorships').map(nameOf).filter((each) => each !== undefined),
    issued: parseDate(textAt(work, 'publication_date') ?? textAt(work, 'publication_year') ?? ''),
    ...(type === 'article' || type === 'thesis' ? { publisher: name } : { 'container-title': type === 'book' ? undefined : name, publisher: isArticle ? undefined : publisher }),
    volume: textAt(biblio, 'volume'),
    issue: textAt(biblio, 'issue'),
    page: pagesFromEnds(textAt(biblio, 'first_page'), textAt(biblio, 'last_page')),
    // The one of the printed and the electronic that OpenAlex names first.
    ISSN: textsAt(source, 'issn')[0] ?? textAt(source, 'issn_l'),
    DOI: doi === undefined ? undefined : wholeDoi(doi),
    ...identifiers(work),
    URL: doi === undefined ? textAt(location, 'landing_page_url') : undefined,
    language: language === undefined ? undefined : languageTag(language),
    abstract: abstractOf(objectAt(work, 'abstract_inverted_index')),
    keyword: joinKeywords(objectsAt(work, 'keywords').map((word) => textAt(word, 'display_name') ?? textAt(word, 'keyword')).filter((word) => word !== undefined)),
  });
  return { record, truncated: work.is_authors_truncated === true };
}

/** OpenAlex calls most things `article`; where it was published says more. */
function typeOf(work: Json, source: Json | undefined): string {
  const type = textAt(work, 'type');
  const crossref = textAt(work, 'type_crossref');
  if (type !== undefined && type !== 'article') {
    return crossrefType(type);
  }
  if (crossref === 'proceedings-article' || textAt(source, 'type') === 'conference') {
    return 'paper-conference';
  }
  return crossref === 'posted-content' ? 'article' : crossref !== undefined && crossref !== 'journal-article' ? crossrefType(crossref) : 'article-journal';
}

function nameOf(authorship: Json): CslName | undefined {
  const name = textAt(objectAt(authorship, 'author'), 'display_name') ?? textAt(authorship, 'raw_author_name');
  return name === undefined ? undefined : nameFromGivenFirst(name);
}

function identifiers(work: Json): Partial<CslItem> {
  const ids = objectAt(work, 'ids');
  const pmid = /\d+$/.exec(textAt(ids, 'pmid') ?? '')?.[0];
  const pmcid = /\d+$/.exec(textAt(ids, 'pmcid') ?? '')?.[0];
  return { ...(pmid !== undefined && { PMID: pmid }), ...(pmcid !== undefined && { PMCID: `PMC${pmcid}` }) };
}

/** An abstract from the places of its words: `{"Oxygen": [0, 7], "is": [1]}`. */
function abstractOf(index: Json | undefined): string | undefined {
  if (!isObject(index)) {
    return undefined;
  }
  const words: (readonly [place: number, word: string])[] = [];
  for (const [word, places] of Object.entries(index)) {
    for (const place of Array.isArray(places) ? (places as readonly unknown[]) : []) {
      if (typeof place === 'number' && words.length < mostWords) words.push([place, word]);
    }
  }
  return words.sort(([a], [b]) => a - b).map(([, word]) => word).join(' ').replace(/\s+/g, ' ').trim() || undefined;
}
