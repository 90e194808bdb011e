import type { CslDate, CslItem } from '../library/record';
import { edtfDate } from './bibtexDate';
import { bibtexType } from './bibtexTypes';
import { dateOf, datePrecision } from './dates';
import { wholeDoi } from './doi';
import type { Format } from './format';
import { languageTag } from './languages';
import { modsPeople } from './modsNames';
import { modsType } from './modsTypes';
import { normalPages, pagesFromEnds } from './pages';
import type { RecordReading } from './recordList';
import { cslItem, joinKeywords } from './recordList';
import type { XmlElement } from './xmlElement';
import { xmlHead } from './xmlHead';
import { readXml } from './xmlRecords';

/** MODS, the Library of Congress's format, alone or in a `modsCollection`. */
export const mods: Format = {
  id: 'mods',
  name: 'MODS',
  extensions: ['xml', 'mods'],
  detect: (text) => (/<(?:\w+:)?mods(?:Collection)?[\s>]/.test(xmlHead(text)) ? 0.96 : 0),
  read: (text) => readXml(text, { records: ['mods'], read: readMods, skip: ['recordInfo', 'tableOfContents'] }),
};

function readMods(work: XmlElement): RecordReading | undefined {
  if (work.all().length === 0) {
    return undefined;
  }
  const host = related(work, 'host');
  const series = related(work, 'series');
  const scopes = [work, ...(host ? [host] : [])];
  const type = modsType(work, host);
  const { people, publisher, event } = modsPeople(work, host);
  const issued = scopes.map(issuedOf).find(Boolean);
  const record = cslItem(type, {
    title: titleOf(work) ?? anyTitleOf(work),
    'title-short': titleOf(work, 'abbreviated'),
    'container-title': host && titleOf(host),
    'container-title-short': host && titleOf(host, 'abbreviated'),
    ...seriesOf(series),
    'event-title': event,
    ...people,
    issued,
    ...partOf(scopes),
    ...originOf(scopes, publisher),
    ...identifiersOf(work, host),
    URL: urlOf(work),
    language: languageOf(work),
    abstract: work.texts('abstract').join('\n'),
    keyword: joinKeywords(work.all('subject').flatMap((subject) => subject.texts('topic'))),
    genre: type === 'thesis' ? kindOfThesis(work) : undefined,
    'call-number': work.texts('classification').join(', '),
    'number-of-pages': type === 'book' || type === 'thesis' ? countOf(work) : undefined,
    scale: work.all('subject').map((subject) => subject.textAt('cartographics', 'scale')).find(Boolean),
    note: work.all('note').filter((note) => note.attribute('type') === undefined).map((note) => note.text()).filter(Boolean).join('\n'),
  });
  return { record, key: keyOf(work) };
}

function related(work: XmlElement, type: string): XmlElement | undefined {
  return work.all('relatedItem').find((item) => item.attribute('type') === type);
}

/** The title of a kind (`abbreviated`), or the one that has none, with all its parts: `The ` + title: subtitle. part: name. */
function titleOf(element: XmlElement, type?: string): string | undefined {
  const info = element.all('titleInfo').find((each) => each.attribute('type') === type && each.textAt('title') !== undefined);
  if (!info) {
    return undefined;
  }
  const nonSort = info.textAt('nonSort');
  const joint = nonSort === undefined || /['’-]$/.test(nonSort) ? '' : ' ';
  const title = `${nonSort ?? ''}${joint}${info.first('title')?.richText() ?? ''}`;
  const sub = info.first('subTitle')?.richText();
  const part = [info.textAt('partNumber'), info.textAt('partName')].filter(Boolean).join(': ');
  return `${title}${sub === undefined ? '' : `: ${sub}`}${part === '' ? '' : `. ${part}`}`;
}

/** Where there is no title but variants of it: an alternative or a uniform one. */
function anyTitleOf(work: XmlElement): string | undefined {
  const [first] = work.all('titleInfo').filter((info) => info.textAt('title') !== undefined);
  return first && titleOf(work, first.attribute('type'));
}

/** A series tells the work's number in it as the number of a part. */
function seriesOf(series: XmlElement | undefined): Partial<CslItem> {
  const info = series?.first('titleInfo');
  const title = [info?.textAt('nonSort'), info?.first('title')?.richText()].filter(Boolean).join(' ');
  const sub = info?.first('subTitle')?.richText();
  const number = info?.textAt('partNumber') ?? series?.first('part', 'detail')?.textAt('number');
  return {
    ...(title !== '' && { 'collection-title': sub === undefined ? title : `${title}: ${sub}` }),
    ...(number !== undefined && { 'collection-number': number }),
  };
}

/** The issued date, an encoded one (`1998`) before one as printed (`c1998-]`). */
function issuedOf(element: XmlElement): CslDate | undefined {
  const origins = [...element.all('originInfo'), ...element.all('part')];
  for (const name of ['dateIssued', 'date', 'copyrightDate', 'dateCreated', 'dateOther']) {
    const dates = origins.flatMap((origin) => origin.all(name)).filter((date) => date.attribute('point') !== 'end');
    const encoded = dates.filter((date) => date.attribute('encoding') !== undefined);
    for (const date of [...encoded, ...dates]) {
      const read = dateFrom(date.text() ?? '');
      if (read) return date.attribute('point') === 'start' ? withEnd(read, origins.flatMap((origin) => origin.all(name))) : read;
    }
  }
  return undefined;
}

/** A date that is the start of a range, with the range's end. */
function withEnd(start: CslDate, dates: readonly XmlElement[]): CslDate {
  const end = dates.filter((date) => date.attribute('point') === 'end').map((date) => dateFrom(date.text() ?? '')).find(Boolean);
  const parts = [...(start['date-parts'] ?? []).slice(0, 1), ...(end?.['date-parts'] ?? []).slice(0, 1)];
  return end ? { ...start, 'date-parts': parts } : start;
}

/** `1998`, `2005-03-31`, `20050331`, EDTF (`199u`, `1984~`), and library forms: `[1982?]`, `c2011` (of the copyright), `p1980`, `1998-]`, `1998-2000`. */
function dateFrom(stated: string): CslDate | undefined {
  const text = stated.replace(/^[cp©](?=\d{4})/i, '');
  const range = /^(\d{4})-(\d{4})$/.exec(text);
  if (range && Number(range[2]) > Number(range[1])) {
    return { 'date-parts': [[Number(range[1])], [Number(range[2])]] };
  }
  const compact = /^(\d{4})(\d\d)(\d\d)?$/.exec(text);
  const whole = compact ? dateOf(Number(compact[1]), Number(compact[2]), compact[3] === undefined ? undefined : Number(compact[3])) : edtfDate(text);
  if (datePrecision(whole) > 0) {
    return whole;
  }
  const year = /(?<!\d)(?:1[0-9]|20)\d\d(?!\d)/.exec(text)?.[0];
  return year === undefined ? undefined : dateOf(Number(year));
}

/** Volume, issue and pages: of the work itself or in its host. */
function partOf(scopes: readonly XmlElement[]): Partial<CslItem> {
  const parts = scopes.flatMap((scope) => scope.all('part'));
  const detail = (...types: readonly string[]): string | undefined => {
    const found = parts.flatMap((part) => part.all('detail')).find((each) => types.includes(each.attribute('type') ?? ''));
    return found?.textAt('number') ?? found?.textAt('caption');
  };
  const extents = parts.flatMap((part) => part.all('extent')).filter((extent) => /^p(?:p|ages?)?$/i.test(extent.attribute('unit') ?? 'page'));
  // bibutils tells a page alone, or an article's number, as a detail.
  const pages = extents.map((extent) => pagesFromEnds(extent.textAt('start'), extent.textAt('end')) ?? extent.textAt('list')).find(Boolean) ?? detail('page');
  const named = {
    volume: detail('volume'), issue: detail('issue', 'number'), 'chapter-number': detail('chapter'), 'part-number': detail('part'),
    page: pages === undefined ? undefined : normalPages(pages),
  };
  return { ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)) };
}

function originOf(scopes: readonly XmlElement[], publisher: string | undefined): Readonly<Record<string, string | undefined>> {
  const origins = scopes.flatMap((scope) => scope.all('originInfo'));
  const terms = origins.flatMap((origin) => origin.all('place')).flatMap((place) => place.all('placeTerm'));
  return {
    publisher: withoutIsbd(origins.map((origin) => origin.textAt('publisher')).find(Boolean)) ?? publisher,
    'publisher-place': withoutIsbd(terms.filter((term) => term.attribute('type') !== 'code').map((term) => term.text()).find(Boolean)),
    edition: origins.map((origin) => origin.textAt('edition')).find(Boolean),
  };
}

/** Without the sign that libraries set before what comes next: `London :`, `Springer,`. */
function withoutIsbd(text: string | undefined): string | undefined {
  return text?.replace(/(?<!\s)\s*[:;,]$/, '');
}

function identifiersOf(work: XmlElement, host: XmlElement | undefined): Readonly<Record<string, string | undefined>> {
  const ids = [work, ...(host ? [host] : [])].flatMap((scope) => scope.all('identifier')).filter((id) => id.attribute('invalid') !== 'yes');
  const all = (type: string): string[] => [...new Set(ids.filter((id) => id.attribute('type')?.toLowerCase() === type).map((id) => id.text()).filter((text) => text !== undefined))];
  const own = (type: string): string | undefined => work.all('identifier').find((id) => id.attribute('type')?.toLowerCase() === type)?.text();
  const doi = own('doi');
  return {
    DOI: doi === undefined ? undefined : wholeDoi(doi),
    PMID: own('pmid') ?? own('pubmed'),
    PMCID: own('pmcid') ?? own('pmc'),
    ISBN: all('isbn').map((text) => text.replace(/\s*[(:].*$/, '')).join(', '),
    ISSN: all('issn').join(', '),
    number: own('patent number') ?? own('report number') ?? own('technical report number') ?? work.all('extension').map((extension) => extension.textAt('number')).find(Boolean),
  };
}

function urlOf(work: XmlElement): string | undefined {
  const urls = work.all('location').flatMap((location) => location.all('url'));
  const best = urls.find((url) => /^primary/.test(url.attribute('usage') ?? '')) ?? urls.find((url) => url.attribute('access') !== 'raw object') ?? urls[0];
  return best?.text() ?? work.all('identifier').filter((id) => id.attribute('type') === 'uri').map((id) => id.text()).find((text) => /^https?:/.test(text ?? ''));
}

function languageOf(work: XmlElement): string | undefined {
  const language = work.first('language');
  const terms = language?.all('languageTerm') ?? [];
  const term = terms.find((each) => each.attribute('type') === 'code') ?? terms[0] ?? language;
  const text = term?.text();
  return text === undefined || /^(?:und|mul|zxx)$/.test(text) ? undefined : languageTag(text);
}

/** The genre that tells what kind of thesis it is, in words where it is an entry type of BibTeX's (`phdthesis`). */
function kindOfThesis(work: XmlElement): string | undefined {
  const kind = work.texts('genre').find((genre) => /.(?:thesis|dissertation)|(?:thesis|dissertation)./i.test(genre));
  return kind && (bibtexType(kind.toLowerCase(), new Map()).genre ?? kind);
}

/** `XII, 532 s.`, `191 p.` */
function countOf(work: XmlElement): string | undefined {
  const extent = work.all('physicalDescription').map((description) => description.textAt('extent')).find(Boolean) ?? '';
  return /(?:^|[\s,])(\d+)\s*(?:p|pages|S|s)\b/.exec(extent)?.[1];
}

/** `identifier type="citekey"`; bibutils also writes it as the record's ID, as `Chen1995`. */
function keyOf(work: XmlElement): string | undefined {
  const stated = work.all('identifier').find((id) => id.attribute('type') === 'citekey')?.text();
  const id = work.attribute('ID');
  return stated ?? (id !== undefined && /^[\p{L}+_:-]+\d{2,4}[a-z]?$/u.test(id) ? id : undefined);
}
