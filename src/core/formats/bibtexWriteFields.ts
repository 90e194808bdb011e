import type { CslDate, CslItem, CslName } from '../library/record';
import { bibtexType } from './bibtexTypes';
import { edtfText, plainDate, wordsOf } from './bibtexWriteDates';
import { writtenNames } from './bibtexWriteNames';
import type { Dialect } from './bibtexWriteTypes';
import { languageName } from './languages';
import { latexMarkupText, latexText, latexTitle } from './latexWrite';

type Field = readonly [name: string, value: string | undefined];

/** Entry types that are parts of a book, whose volume may have a title of its own. */
const parts: ReadonlySet<string> = new Set(['incollection', 'inproceedings', 'inreference']);

/** CSL types whose `issue` is BibTeX's `number`, and whose own number is an `eid`. */
const serials: ReadonlySet<string> = new Set(['article-journal', 'article-magazine', 'article-newspaper', 'periodical', 'review', 'review-book']);

/** CSL types whose BibTeX `number` counts within a series. */
const inSeries: ReadonlySet<string> = new Set(['book', 'chapter', 'paper-conference', 'collection', 'entry-encyclopedia']);

/** Variables that are text without markup, in both dialects under the same names. */
const plain: readonly (readonly [field: string, variable: string])[] = [
  ['volume', 'volume'], ['edition', 'edition'], ['chapter', 'chapter-number'], ['volumes', 'number-of-volumes'], ['pagetotal', 'number-of-pages'], ['version', 'version'],
  ['venue', 'event-place'], ['origpublisher', 'original-publisher'], ['origlocation', 'original-publisher-place'], ['library', 'call-number'],
  ['shorthand', 'citation-label'], ['pmid', 'PMID'], ['pmcid', 'PMCID'], ['issn', 'ISSN'], ['isbn', 'ISBN'], ['keywords', 'keyword'], ['pubstate', 'status'],
];

/** Roles that BibLaTeX tells by an editor's type; there is room for three beside the editor. */
const roles: readonly (readonly [variable: string, role: string])[] = [
  ['compiler', 'compiler'], ['contributor', 'collaborator'], ['director', 'director'], ['organizer', 'organizer'], ['producer', 'producer'],
  ['executive-producer', 'execproducer'], ['narrator', 'narrator'], ['script-writer', 'writer'], ['host', 'host'], ['guest', 'guest'], ['performer', 'performer'],
];

/** All that an entry says of an item, in the order in which people expect it; what is undefined or empty is left out. */
export function writtenFields(item: CslItem, type: string, dialect: Dialect): readonly Field[] {
  const text = (variable: string): string | undefined => (typeof item[variable] === 'string' ? latexText(item[variable]) : undefined);
  return [
    ...people(item, dialect), ...titles(item, type, dialect), ['series', titled(item['collection-title'])], ...dates(item, dialect), ...numbers(item, text),
    ['pages', text('page')?.replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, '--')],
    ...published(item, type, dialect), ...plain.map(([field, variable]): Field => [field, text(variable)]),
    ['type', genre(item, type)], ['doi', address(item.DOI)], ['url', item.URL?.trim().replace(/[{}\\\s]/g, encodeURIComponent)], language(item, dialect),
    ['eventtitle', titled(item['event-title'] ?? item.event)], ['origtitle', titled(item['original-title'])], ['ids', aliases(item['other-ids'])],
    ['options', dialect === 'biblatex' && hasPrefix(item) ? 'useprefix=true' : undefined], ['abstract', marked(item.abstract)], [dialect === 'biblatex' ? 'annotation' : 'annote', marked(item.annote)], ['note', marked(item.note)],
  ];
}

function people(item: CslItem, dialect: Dialect): Field[] {
  const names = (variable: string): string | undefined => {
    const list = item[variable];
    return Array.isArray(list) ? writtenNames(list as readonly CslName[], dialect) : undefined;
  };
  const others = roles.filter(([variable]) => (names(variable) ?? '') !== '').slice(0, 3);
  return [
    ['author', names('author')], ['editor', names('editor')], ['translator', names('translator')], ['bookauthor', names('container-author')],
    ['illustrator', names('illustrator')], ['composer', names('composer')], ['origauthor', names('original-author')],
    ...others.flatMap(([variable, role], index): Field[] => [[`editor${'abc'.charAt(index)}`, names(variable)], [`editor${'abc'.charAt(index)}type`, role]]),
  ];
}

/** Whether a particle of a name belongs to its family name, which BibLaTeX's styles must be told. */
function hasPrefix(item: CslItem): boolean {
  return [item.author, item.editor, item.translator].some((list) => Array.isArray(list) && (list as readonly CslName[]).some((name) => name['non-dropping-particle'] !== undefined));
}

function titles(item: CslItem, type: string, dialect: Dialect): Field[] {
  const isBiblatex = dialect === 'biblatex';
  const [title, volume, container] = [item.title, item['volume-title'], item['container-title']].map((each) => (typeof each === 'string' ? each : undefined));
  const isSerial = type === 'article' || type === 'review' || type === 'periodical';
  const journal = isBiblatex ? 'journaltitle' : 'journal';
  const isVolume = isBiblatex && volume !== undefined && (type === 'book' || (parts.has(type) && container !== undefined));
  const own: Field[] = !isVolume ? [['title', titled(title)], [isSerial ? journal : 'booktitle', isSerial ? marked(container) : titled(container)], ...(isBiblatex && type === 'article' ? [['issuetitle', titled(volume)] as const] : [])]
    : type === 'book' ? [['maintitle', titled(title)], ['title', titled(volume)], ['booktitle', titled(container)]]
      : [['title', titled(title)], ['booktitle', titled(volume)], ['maintitle', titled(container)]];
  return [...own, ['shorttitle', titled(item['title-short'])], ['shortjournal', marked(item['container-title-short'])]];
}

function dates(item: CslItem, dialect: Dialect): Field[] {
  const date = edtfText(item.issued);
  return [
    ...(dialect === 'bibtex' ? plainDate(item.issued) : date === undefined ? [['year', wordsOf(item.issued)] as const] : [['date', date] as const]),
    ['urldate', edtfText(item.accessed as CslDate | undefined)], ['eventdate', edtfText(item['event-date'] as CslDate | undefined)],
    ['origdate', edtfText(item['original-date'] as CslDate | undefined)],
  ];
}

function numbers(item: CslItem, text: (variable: string) => string | undefined): Field[] {
  if (serials.has(item.type)) return [['number', text('issue')], ['eid', text('number')]];
  const isInSeries = inSeries.has(item.type) && (text('collection-title') ?? '') !== '';
  return [['number', text(isInSeries ? 'collection-number' : 'number')], ['issue', text('issue')], ['eid', isInSeries ? text('number') : undefined]];
}

function published(item: CslItem, type: string, dialect: Dialect): Field[] {
  const list = (value: unknown): string | undefined => (typeof value !== 'string' ? undefined : / and /i.test(value) ? `{${latexText(value)}}` : latexText(value));
  const isInstitution = type === 'techreport' || type === 'report' || (type === 'thesis' && dialect === 'biblatex');
  const publisher = isInstitution ? 'institution' : type.endsWith('thesis') ? 'school' : 'publisher';
  const isPatent = item.type === 'patent';
  return [
    [publisher, list(item.publisher)], [dialect === 'biblatex' && !isPatent ? 'location' : 'address', list(item['publisher-place'])],
    ['location', isPatent ? list(item.jurisdiction) : undefined],
  ];
}

/** What kind of report or thesis it is, unless the entry type says it. */
function genre({ genre: kind }: CslItem, type: string): string | undefined {
  const told = bibtexType(type, new Map()).genre;
  return kind === undefined || kind === told ? undefined : latexText(kind);
}

function language({ language: tag }: CslItem, dialect: Dialect): Field {
  const name = tag === undefined || dialect === 'bibtex' ? undefined : languageName(tag);
  return name === undefined ? ['language', tag === undefined ? undefined : latexText(tag)] : ['langid', name];
}

/** Signs that BibTeX would read otherwise have no place in a DOI; one that has them is left out. */
function address(doi: string | undefined): string | undefined {
  return doi === undefined || /[{}\\\s]/.test(doi) ? undefined : doi;
}

function aliases(ids: unknown): string | undefined {
  return Array.isArray(ids) ? ids.map(String).filter((id) => /^[^\s,{}"#%~\\=]+$/.test(id)).join(',') : undefined;
}

function titled(text: unknown): string | undefined {
  return typeof text === 'string' ? latexTitle(text) : undefined;
}

function marked(text: unknown): string | undefined {
  return typeof text === 'string' ? latexMarkupText(text) : undefined;
}
