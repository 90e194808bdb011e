import type { CslDate, CslItem, CslName } from '../library/record';
import { crossrefType } from './crossrefTypes';
import { dateFromValue } from './dates';
import { wholeDoi } from './doi';
import type { Format } from './format';
import type { Json } from './jsonWorks';
import { markedTitle, objectAt, objectsAt, readJsonWorks, textAt, textsAt, withoutMarkup } from './jsonWorks';
import { languageTag } from './languages';
import { partedName } from './names';
import { normalPages } from './pages';
import type { RecordReading } from './recordList';
import { cslItem } from './recordList';

/** What Crossref's REST API answers: a work, a search's page, or works alone. */
export const crossrefJson: Format = {
  id: 'crossref-json',
  name: 'Crossref JSON',
  extensions: ['json'],
  detect,
  read: (text) => readJsonWorks(text, { isWork, read: readWork }),
};

const ownKeys = ['message-type', 'reference-count', 'references-count', 'is-referenced-by-count', 'content-domain', 'deposited', 'short-container-title'];

function detect(text: string): number {
  const head = text.slice(0, 30_000);
  return /^[\s\uFEFF]*[[{]/.test(head) && ownKeys.filter((key) => head.includes(`"${key}"`)).length >= 2 ? 0.97 : 0;
}

function isWork(value: Json): boolean {
  return typeof value.DOI === 'string' && typeof value.type === 'string' && !('message' in value);
}

function readWork(work: Json): RecordReading {
  const kind = textAt(work, 'type');
  const type = crossrefType(kind);
  const titles = textsAt(work, 'container-title').map(markedTitle);
  const isPart = type === 'chapter' || type === 'paper-conference';
  const short = textAt(work, 'short-container-title') ?? textAt(work, 'container-title-short');
  const event = objectAt(work, 'event');
  const abstract = textAt(work, 'abstract');
  const language = textAt(work, 'language');
  const url = textAt(objectAt(work, 'resource', 'primary'), 'URL');
  const record = cslItem(type, {
    title: titleOf(work),
    // A book in a series has both titles, in whatever order.
    'container-title': isPart ? titles.at(-1) : type === 'book' ? undefined : titles[0],
    'collection-title': isPart ? titles.at(-2) : type === 'book' ? titles[0] : undefined,
    'container-title-short': short === titles[0] ? undefined : short,
    ...peopleOf(work),
    issued: issuedOf(work),
    volume: textAt(work, 'volume'),
    issue: textAt(work, 'issue'),
    page: pagesOf(work),
    edition: textAt(work, 'edition-number'),
    number: textAt(work, 'report-number'),
    publisher: textAt(work, 'publisher'),
    'publisher-place': textAt(work, 'publisher-location'),
    'event-title': textAt(event, 'name'),
    'event-place': textAt(event, 'location'),
    genre: textAt(work, 'subtype') ?? (kind === 'peer-review' ? 'peer review' : type === 'thesis' ? textAt(work, 'degree') : undefined),
    ISSN: textsAt(work, 'ISSN').join(', '),
    ISBN: textsAt(work, 'ISBN').map((isbn) => isbn.replace(/^https?:\/\/id\.crossref\.org\/isbn\//, '')).join(', '),
    DOI: wholeDoi(textAt(work, 'DOI') ?? ''),
    URL: url,
    language: language === undefined ? undefined : languageTag(language),
    abstract: abstract === undefined ? undefined : withoutMarkup(abstract),
  });
  return { record };
}

function titleOf(work: Json): string | undefined {
  const title = textAt(work, 'title');
  const sub = textAt(work, 'subtitle');
  const whole = title !== undefined && sub !== undefined && !title.toLowerCase().includes(sub.toLowerCase()) ? `${title.replace(/\s*:$/, '')}: ${sub}` : title;
  return whole === undefined ? undefined : markedTitle(whole);
}

function peopleOf(work: Json): Partial<CslItem> {
  const people: Record<string, CslName[]> = {};
  for (const role of ['author', 'editor', 'translator', 'chair']) {
    people[role] = objectsAt(work, role).map(nameOf).filter((name) => name !== undefined);
  }
  return people;
}

function nameOf(person: Json): CslName | undefined {
  const family = textAt(person, 'family');
  const given = textAt(person, 'given');
  const suffix = textAt(person, 'suffix');
  const literal = textAt(person, 'name') ?? textAt(person, 'literal') ?? (family === undefined ? given : undefined);
  if (family === undefined) {
    return literal === undefined ? undefined : { literal };
  }
  return partedName(family, given, suffix);
}

/** In print before any other: `issued` is the earlier of print and online, and the volume and pages are of the print. */
function issuedOf(work: Json): CslDate | undefined {
  const keys = ['published-print', 'issued', 'published', 'published-online', 'posted', 'approved', 'created'];
  return keys.map((key) => dateFromValue(work[key])).find((date) => date?.['date-parts'] !== undefined);
}

/** The pages, or the number that stands for them. */
function pagesOf(work: Json): string | undefined {
  const pages = textAt(work, 'page') ?? textAt(work, 'article-number');
  return pages === undefined ? undefined : normalPages(pages);
}
