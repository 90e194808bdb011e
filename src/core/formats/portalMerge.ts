import type { CslItem, CslName } from '../library/record';
import { datePrecision } from './dates';
import { isInitials } from './names';

/** One telling of a work: the page's body, or one of its ready-made citations. */
export interface Telling {
  readonly source: 'body' | 'RIS' | 'BibTeX' | 'APA' | 'Author' | 'Harvard' | 'Standard' | 'Vancouver';
  readonly record: Partial<CslItem>;
  /** Names are left out. */
  readonly truncated: boolean;
}

/** Whom to believe where two say different things: what was typed in before what was made from it. */
const trust = ['body', 'RIS', 'BibTeX', 'Standard', 'Author', 'Vancouver', 'Harvard', 'APA'];

/** Chosen by their own rules, not by trust alone. */
const special: ReadonlySet<string> = new Set(['type', 'author', 'issued', 'title']);

/** One record from all that a text tells of one work. */
export function mergeTellings(tellings: readonly Telling[]): Telling {
  const sorted = tellings.toSorted((a, b) => trust.indexOf(a.source) - trust.indexOf(b.source));
  const record: Record<string, unknown> = {};
  for (const telling of sorted) {
    for (const [key, value] of Object.entries(telling.record)) {
      if (!special.has(key)) record[key] ??= value;
    }
  }
  const people = bestNames(sorted);
  const merged = {
    type: bestType(sorted), title: bestTitle(sorted), author: people?.names, issued: bestDate(sorted), ...record,
  };
  const given = Object.entries(merged).filter(([, value]) => value !== undefined);
  return { source: sorted[0]?.source ?? 'body', record: Object.fromEntries(given), truncated: people?.truncated ?? false };
}

/** Whether two tellings may be of one work: their titles are the same, or one's is cut short at a colon. */
export function sameWork(a: Telling, b: Telling): boolean {
  const doi = (telling: Telling): string | undefined => telling.record.DOI?.toLowerCase();
  if (doi(a) !== undefined && doi(a) === doi(b)) {
    return true;
  }
  const left = titleLetters(a.record.title);
  const right = titleLetters(b.record.title);
  const isCut = left === '' || right === '' || left.startsWith(right) || right.startsWith(left);
  return isCut || mainTitle(a.record.title) === mainTitle(b.record.title);
}

/** What stands before the colon. */
function mainTitle(title: string | undefined): string {
  return titleLetters(title?.split(':')[0]);
}

function titleLetters(title: string | undefined): string {
  return (title ?? '').replace(/<[^>]{1,40}>/g, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function bestType(sorted: readonly Telling[]): string | undefined {
  const types = sorted.map(({ record }) => record.type).filter((type) => type !== undefined);
  return types.find((type) => type !== 'document') ?? types[0];
}

/** The first, unless another goes on where it stops. (`HALO`, and `HALO: communication-aware …`) */
function bestTitle(sorted: readonly Telling[]): string | undefined {
  const titles = sorted.map(({ record }) => record.title).filter((title) => title !== undefined);
  const [first] = titles;
  const start = titleLetters(first);
  return titles.find((title) => titleLetters(title).startsWith(start) && titleLetters(title).length > start.length) ?? first;
}

/** The most exact date of the year that is trusted most. */
function bestDate(sorted: readonly Telling[]): CslItem['issued'] {
  const dates = sorted.map(({ record }) => record.issued).filter((date) => date !== undefined);
  const year = dates[0]?.['date-parts']?.[0]?.[0];
  const same = dates.filter((date) => date['date-parts']?.[0]?.[0] === year);
  return same.reduce<CslItem['issued']>((best, date) => (best && datePrecision(best) >= datePrecision(date) ? best : date), undefined);
}

interface People {
  readonly names: readonly CslName[];
  readonly truncated: boolean;
}

/** All names before some, written out before initials, and parted by the portal before parted by us. */
function bestNames(sorted: readonly Telling[]): People | undefined {
  let best: (People & { readonly score: number }) | undefined;
  for (const { record, truncated, source } of sorted) {
    const names = record.author;
    if (!names || names.length === 0) continue;
    const writtenOut = names.filter((name) => name.given === undefined || !isInitials(name.given)).length / names.length;
    const score = (truncated ? 0 : 4) + (writtenOut > 0.5 ? 2 : 0) + (source === 'body' ? 0 : 1);
    if (!best || score > best.score) best = { names, truncated, score };
  }
  return best && { truncated: best.truncated, names: best.names.map((name, index) => refined(name, index, best.names.length, sorted)) };
}

/** `Ana Garcia Lopez` on the page is `Garcia Lopez, A.` in a citation, which knows where the family name begins. */
function refined(name: CslName, index: number, count: number, tellings: readonly Telling[]): CslName {
  const whole = [name.given, name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  for (const { record, source } of tellings) {
    const other = record.author?.[index];
    const family = [other?.['non-dropping-particle'], other?.family].filter(Boolean).join(' ');
    const fits = source !== 'body' && record.author?.length === count && family !== '' && other !== undefined;
    if (fits && whole.length > family.length + 1 && whole.endsWith(` ${family}`) && name.given !== undefined) {
      return { ...other, given: whole.slice(0, -family.length - 1), ...(name.suffix !== undefined && { suffix: name.suffix }) };
    }
  }
  return name;
}
