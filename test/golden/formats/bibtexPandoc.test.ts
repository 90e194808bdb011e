import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { formatById } from '../../../src/core/formats/registry';
import type { CslDate, CslItem, CslName } from '../../../src/core/library/record';
import { heldByBibtex } from '../../support/bibtexHolds';

type Item = Readonly<Record<string, unknown>>;
interface Answer {
  /** What we wrote when pandoc was asked. */
  readonly written: string;
  readonly read: readonly Item[];
}

const folder = path.join(__dirname, 'bibtex');
const stored = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
const items = stored('items.json') as readonly CslItem[];
const answers = stored('pandoc.json') as Readonly<Record<string, Answer>>;

/** Types of ours for which pandoc's BibTeX readers have another word, or none. */
const otherTypes: Readonly<Partial<Record<string, readonly string[]>>> = {
  article: ['article-journal'], review: ['article-journal'], 'review-book': ['article-journal', 'review'], bill: ['legislation', ''], figure: ['graphic', ''],
  entry: ['chapter', 'entry-encyclopedia'], 'entry-dictionary': ['chapter', 'entry-encyclopedia'], 'entry-encyclopedia': ['chapter'], post: ['webpage', ''], 'post-weblog': ['webpage', ''],
  performance: ['speech'], periodical: ['article-journal'], standard: ['legislation'], // what pandoc makes of these of BibLaTeX's own types
};

/** Where pandoc's reading may be other than ours, and why; everything else must be equal. */
function isExplained(item: CslItem, dialect: string, key: string, ours: unknown, pandocs: unknown): boolean {
  switch (key) {
    case 'type': // a misc has no type in pandoc, and it passes `entrysubtype` by
      return pandocs === '' || (otherTypes[item.type] ?? []).includes(String(pandocs));
    case 'title-short': // what stands before a colon
      return ours === undefined && String(item.title).startsWith(`${String(pandocs)}:`);
    case 'event': case 'event-title': // CSL 1.0.1 had the other name
      return pandocs === undefined || pandocs === item['event-title'];
    case 'issued': // seasons are months 21 to 24 in pandoc's BibLaTeX, and nothing in its BibTeX
      return seasonAsMonth(ours as CslDate, dialect) === JSON.stringify((pandocs as CslDate)['date-parts']);
    case 'author': // pandoc's BibTeX has `useprefix=false` as BibLaTeX does
      return dialect === 'bibtex' && JSON.stringify((ours as readonly CslName[]).map(dropped)) === JSON.stringify((pandocs as readonly CslName[]).map(dropped));
    case 'issue': // of journals alone
      return item.type === 'article' && pandocs === undefined;
    case 'jurisdiction': // of BibLaTeX alone
      return dialect === 'bibtex' && pandocs === undefined;
    case 'container-title': case 'number': case 'note': // a @periodical is an article in itself; pandoc knows no `eid` there
      return item.type === 'periodical';
    default:
      return false;
  }
}

function seasonAsMonth(date: CslDate, dialect: string): string {
  const [start = []] = date['date-parts'] ?? [];
  return JSON.stringify(date.season === undefined || dialect === 'bibtex' ? [start] : [[...start, 20 + Number(date.season)]]);
}

function dropped({ 'non-dropping-particle': particle, ...name }: CslName): object {
  const all: Readonly<Record<string, unknown>> = { ...name, ...(particle !== undefined && { 'dropping-particle': particle }) };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('what pandoc reads of what we write', () => {
  for (const dialect of ['bibtex', 'biblatex'] as const) {
    const answer = answers[dialect];
    it(`${dialect}: is asked of what is written today`, () => {
      assert.equal(formatById(dialect)?.write?.(items), answer?.written, 'run test/bench/pandocBibtex.mts again');
    });

    it(`${dialect}: is the same item`, () => {
      const differences = items.flatMap((item) => {
        const ours: Item = heldByBibtex(item, dialect);
        const theirs = answer?.read.find(({ id }) => id === item.id) ?? {};
        const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].filter((key) => key !== 'id');
        return keys.filter((key) => !isEqual(ours[key], theirs[key]) && !isExplained(item, dialect, key, ours[key], theirs[key])).map((key) => [item.id, item.type, key, ours[key], theirs[key]]);
      });
      assert.deepEqual(differences, []);
    });
  }
});

/** Whether two values are the same but for `nocase`, which pandoc makes of braces, and the order of a name's parts. */
function isEqual(ours: unknown, pandocs: unknown): boolean {
  return sorted(ours) === sorted(pandocs);
}

function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (typeof value === 'object' && value !== null) return `{${Object.entries(value).map(([key, part]) => `${key}:${sorted(part)}`).sort().join()}}`;
  return typeof value === 'string' ? value.replace(/<span class="nocase">(.*?)<\/span>/gs, '$1') : String(value);
}
