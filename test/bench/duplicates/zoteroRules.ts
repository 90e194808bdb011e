import type { CslItem } from '../../../src/core/library/record';
import type { MadeRecord } from './madeLibrary';

/**
 * Zotero's rules as its `duplicates.js` states them, to hold ours against: one DOI; one ISBN, of books; or one title
 * without signs, years one apart at most, one creator in common by family name and first initial, and no two DOIs or ISBNs.
 */
export function zoteroPairs(records: readonly MadeRecord[]): [MadeRecord, MadeRecord][] {
  const same = (a: CslItem, b: CslItem): boolean => doi(a) !== '' && doi(a) === doi(b);
  const sameIsbn = (a: CslItem, b: CslItem): boolean => a.type === 'book' && b.type === 'book' && isbn(a) !== '' && isbn(a) === isbn(b);
  const pairs = new Map<string, [MadeRecord, MadeRecord]>();
  const keep = (key: (record: CslItem) => string, rule: (a: CslItem, b: CslItem) => boolean): void => {
    for (const bucket of buckets(records, key)) {
      bucket.forEach((a, at) => {
        for (const b of bucket.slice(at + 1, at + 200)) if (rule(a.record, b.record)) pairs.set(`${a.record.id} ${b.record.id}`, [a, b]);
      });
    }
  };
  keep(doi, same);
  keep((record) => (record.type === 'book' ? isbn(record) : ''), sameIsbn);
  keep((record) => plain(record.title), (a, b) => !differ(doi(a), doi(b)) && !differ(isbn(a), isbn(b)) && nearYears(a, b) && commonCreator(a, b));
  return [...pairs.values()];
}

function buckets(records: readonly MadeRecord[], key: (record: CslItem) => string): MadeRecord[][] {
  const found = new Map<string, MadeRecord[]>();
  for (const each of records) {
    const name = key(each.record);
    if (name !== '') found.set(name, [...(found.get(name) ?? []), each]);
  }
  return [...found.values()];
}

function nearYears(a: CslItem, b: CslItem): boolean {
  const [one, other] = [a, b].map((record) => record.issued?.['date-parts']?.[0]?.[0]);
  return one === undefined || other === undefined || Math.abs(one - other) <= 1;
}

function commonCreator(a: CslItem, b: CslItem): boolean {
  const [one = [], other = []] = [a, b].map((record) => (record.author ?? []).map((name) => `${plain(name.family ?? name.literal)} ${plain(name.given).slice(0, 1)}`));
  return (one.length === 0 && other.length === 0) || one.some((name) => other.includes(name));
}

function doi({ DOI = '' }: CslItem): string {
  return DOI.trim().toUpperCase();
}

function isbn({ ISBN = '' }: CslItem): string {
  return ISBN.replace(/[^\dX]/gi, '');
}

function differ(a: string, b: string): boolean {
  return a !== '' && b !== '' && a !== b;
}

/** Without diacritics and ASCII signs. */
function plain(text = ''): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[ -/:-@[-`{-~]+/g, ' ').trim().toLowerCase();
}
