import type { CslDate, CslItem } from '../library/record';
import { dateOf, datePrecision, parseDate } from './dates';
import { wholeDoi } from './doi';
import type { Format } from './format';
import { languageTag } from './languages';
import { modsPeople } from './modsNames';
import { modsType } from './modsTypes';
import { normalPages, pagesFromEnds } from './pages';
import type { RecordReading } from './recordList';
import { cslItem, joinKeywords } from './recordList';
import type { XmlElement } from './xmlElement';
import { readXml } from './xmlRecords';

/** MODS, the Library of Congress's format, alone or in a `modsCollection`. */
export const mods: Format = {
  id: 'mods',
  name: 'MODS',
  extensions: ['xml', 'mods'],
  detect: (text) => (/<(?:\w+:)?mods(?:Collection)?[\s>]/.test(text.slice(0, 20_000)) ? 0.96 : 0),
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
  const { people, publisher } = modsPeople(work, host);
  const issued = scopes.map(issuedOf).find(Boolean);
  const record = cslItem(type, {
    title: titleOf(work),
    'title-short': titleOf(work, 'abbreviated'),
    'container-title': host && titleOf(host),
    'container-title-short': host && titleOf(host, 'abbreviated'),
    'collection-title': series && titleOf(series),
    ...people,
    issued,
    ...partOf(scopes),
    ...originOf(scopes, publisher),
    ...identifiersOf(work, host),
    URL: urlOf(work),
    language: languageOf(work),
    abstract: work.texts('abstract').join('\n'),
    keyword: joinKeywords(work.all('subject').flatMap((subject) => subject.texts('topic'))),
    genre: type === 'thesis' ? work.texts('genre').find((genre) => /thesis|dissertation/i.test(genre)) : undefined,
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

/** The issued date, an encoded one (`1998`) before one as printed (`c1998-]`). */
function issuedOf(element: XmlElement): CslDate | undefined {
  const origins = [...element.all('originInfo'), ...element.all('part')];
  for (const name of ['dateIssued', 'date', 'copyrightDate', 'dateCreated', 'dateOther']) {
    const dates = origins.flatMap((origin) => origin.all(name)).filter((date) => date.attribute('point') !== 'end');
    const encoded = dates.filter((date) => date.attribute('encoding') !== undefined);
    for (const date of [...encoded, ...dates]) {
      const read = dateFrom(date.text() ?? '');
      if (read) return read;
    }
  }
  return undefined;
}

/** `1998`, `2005-03-31`, `20050331`, and library forms: `[1982?]`, `c2011`, `p1980`, `1998-]`. */
function dateFrom(text: string): CslDate | undefined {
  const compact = /^(\d{4})(\d\d)(\d\d)?$/.exec(text);
  const whole = compact ? dateOf(Number(compact[1]), Number(compact[2]), compact[3] === undefined ? undefined : Number(compact[3])) : parseDate(text);
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
  const pages = extents.map((extent) => pagesFromEnds(extent.textAt('start'), extent.textAt('end')) ?? extent.textAt('list')).find(Boolean);
  const named = { volume: detail('volume'), issue: detail('issue', 'number'), page: pages === undefined ? undefined : normalPages(pages) };
  return { ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)) };
}

function originOf(scopes: readonly XmlElement[], publisher: string | undefined): Readonly<Record<string, string | undefined>> {
  const origins = scopes.flatMap((scope) => scope.all('originInfo'));
  const terms = origins.flatMap((origin) => origin.all('place')).flatMap((place) => place.all('placeTerm'));
  return {
    publisher: origins.map((origin) => origin.textAt('publisher')).find(Boolean) ?? publisher,
    'publisher-place': terms.filter((term) => term.attribute('type') !== 'code').map((term) => term.text()).find(Boolean),
    edition: origins.map((origin) => origin.textAt('edition')).find(Boolean),
  };
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
