import { serialNumbers } from './doi';
import { pagesFromEnds } from './pages';
import type { RisEntry } from './risEntry';
import { tag } from './risTags';
import { isPeriodical } from './risTypes';
import type { RisDraft } from './risVariables';

const t = {
  SP: tag('SP'), EP: tag('EP'), PG: tag('PG'), M1: tag('M1'), IS: tag('IS'), CP: tag('CP'), C7: tag('C7'), VL: tag('VL'), VO: tag('VO'),
  PB: tag('PB'), CY: tag('CY'), PP: tag('PP'), C1: tag('C1'), SN: tag('SN'),
};

/** Longer than any article number: `M1` may also hold a copyright notice. */
const longestNumber = 40;

/** How many pages a book has, as against which: `214`, `xviii+214`, `214 p.` */
export const pageCount = /^(?:[ivxlc]{1,10}[,+] ?)?\d{1,6}(?: ?(?:pp?|pages|S)\.?)?$/i;

const wholes: ReadonlySet<string> = new Set(['book', 'thesis', 'report']);

/** Volume, pages, issue and number. */
export function addNumbers(entry: RisEntry, type: string, draft: RisDraft): void {
  const { of } = draft;
  draft.set(of.volume, entry.firstShort(t.VL, t.VO));
  const pages = pagesOf(entry);
  const isCount = wholes.has(type) && pages !== undefined && !entry.has(t.EP) && pageCount.test(pages);
  draft.set(isCount ? of['number-of-pages'] : of.page, isCount ? pages : (pages ?? entry.first(t.PG)));
  const misc = entry.first(t.M1);
  if (!isPeriodical(type)) {
    const stated = entry.first(t.IS) ?? misc;
    draft.set(of.number, stated ?? (type === 'patent' || type === 'report' || type === 'standard' ? numberInSerial(entry) : undefined));
    return;
  }
  // `M1` is an article number in portals and in newer files, an issue in old ones that have no `IS`.
  const isIssue = misc !== undefined && !entry.has(t.IS) && !entry.has(t.CP) && /^\d{1,3}$/.test(misc) && pages !== undefined;
  draft.set(of.issue, entry.firstShort(t.IS) ?? (isIssue ? misc : entry.first(t.CP)));
  draft.set(of.number, entry.first(t.C7) ?? (isIssue || (misc?.length ?? 0) > longestNumber ? undefined : misc));
}

function pagesOf(entry: RisEntry): string | undefined {
  const first = entry.first(t.SP);
  const last = entry.first(t.EP);
  if (first === undefined || last === undefined || !isDigits(first) || !isDigits(last)) return pagesFromEnds(first, last);
  return first === last ? first : `${first}-${last}`;
}

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return text.length < 20;
}

/** A patent's, a report's and a standard's number stand in `SN`. */
function numberInSerial(entry: RisEntry): string | undefined {
  const serial = entry.first(t.SN);
  return serial === undefined || Object.keys(serialNumbers(serial)).length > 0 ? undefined : serial;
}

/** The publisher, and the numbers by which a journal or a book is known. */
export function addPublisher(entry: RisEntry, type: string, draft: RisDraft): void {
  const { of } = draft;
  const isPaper = type === 'paper-conference';
  draft.set(of.publisher, entry.firstShort(t.PB));
  draft.set(of['publisher-place'], entry.first(t.CY, t.PP) ?? (isPaper ? undefined : placeIn(entry.first(t.C1))));
  if (isPaper && !entry.isPortal) draft.set(of['event-place'], entry.first(t.C1));
  addSerialNumbers(entry, type, draft);
}

/** `C1` is for anything; a number in it, such as PubMed's, is no place. */
function placeIn(text: string | undefined): string | undefined {
  return text === undefined || /\d{4}/.test(text) ? undefined : text;
}

function addSerialNumbers(entry: RisEntry, type: string, draft: RisDraft): void {
  const first = entry.first(t.SN);
  if (first === undefined) return;
  const { of } = draft;
  if (isIssn(first) && entry.isOnly(t.SN)) {
    draft.set(of.ISSN, first);
    return;
  }
  const numbers = entry.all(t.SN);
  const serial = numbers.map(serialNumbers);
  draft.set(of.ISSN, serial.map(({ ISSN }) => ISSN).filter(Boolean).join(', '));
  draft.set(of.ISBN, serial.map(({ ISBN }) => ISBN).filter(Boolean).join(', '));
  if (serial.every((each) => Object.keys(each).length === 0)) {
    const isBook = type === 'book' || type === 'chapter';
    if (isPeriodical(type)) draft.set(of.ISSN, first);
    else if (isBook) draft.set(of.ISBN, first);
    else if (!entry.has(t.IS) && !entry.has(t.M1)) draft.set(of.number, first);
  }
}

/** `0368-2811`, and nothing else. */
function isIssn(text: string): boolean {
  return text.length === 9 && text.charCodeAt(4) === 45 && /^\d{4}-\d{3}[\dX]$/.test(text);
}
