import type { CslItem } from '../library/record';
import { Citekeys, isCitable } from '../library/citekey';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';
import { bibtexRecord } from './bibtexRecord';
import type { BibtexEntry } from './bibtexScan';
import { scanBibtex } from './bibtexScan';
import { writeBibtex } from './bibtexWrite';
import type { Format, ReadResult } from './format';

/** BibTeX and BibLaTeX. */
export const bibtex: Format = {
  id: 'bibtex',
  name: 'BibTeX',
  extensions: ['bib', 'bibtex'],
  detect,
  read: readBibtex,
  write: (items) => items.map(writeBibtex).join('\n'),
};

/** Fields that a part takes from the whole it points to with `crossref`, under the part's own names. */
const inherited: Readonly<Record<string, string>> = {
  title: 'booktitle', subtitle: 'booksubtitle', year: 'year', date: 'date', month: 'month', publisher: 'publisher',
  address: 'address', location: 'location', editor: 'editor', isbn: 'isbn', series: 'series', volume: 'volume',
  journal: 'journal', journaltitle: 'journaltitle', eventtitle: 'eventtitle', booktitle: 'booktitle',
};

function readBibtex(text: string): ReadResult {
  const { entries, faults } = scanBibtex(text);
  const problems: Problem[] = faults.map(({ key, detail, span }) =>
    problem('record-dropped', 'error', { id: key, detail }, span),
  );
  const broken = new Set(faults.map(({ key }) => key));
  const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  const keys = new Citekeys();
  const records: CslItem[] = [];
  for (const entry of entries) {
    const { record, truncated } = bibtexRecord({ ...entry, fields: withInherited(entry, byKey) });
    if (Object.keys(record).length <= 1) {
      if (!broken.has(entry.key)) problems.push(problem('record-dropped', 'warning', { id: entry.key, detail: 'it has no fields' }, entry.keySpan));
      continue;
    }
    if (truncated) problems.push(problem('names-incomplete', 'warning', {}, entry.keySpan));
    const id = idOf(entry, record, keys, problems);
    keys.take(id);
    records.push({ ...record, id } as CslItem);
  }
  return { records: records.map(idFirst), problems };
}

function idFirst(record: CslItem): CslItem {
  return { ...{ id: record.id, type: record.type }, ...record };
}

function idOf(entry: BibtexEntry, record: Partial<CslItem>, keys: Citekeys, problems: Problem[]): string {
  if (entry.key === '') {
    problems.push(problem('record-without-id', 'warning', {}, entry.keySpan));
    return keys.make(record);
  }
  if (!isCitable(entry.key)) {
    problems.push(problem('citekey-invalid', 'warning', { id: entry.key }, entry.keySpan));
  }
  return entry.key;
}

function withInherited(entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>): ReadonlyMap<string, string> {
  const parent = byKey.get((entry.fields.get('crossref') ?? '').toLowerCase());
  if (!parent || parent === entry || entry.fields.get('crossref') === undefined) {
    return entry.fields;
  }
  const fields = new Map(entry.fields);
  for (const [name, value] of parent.fields) {
    const own = Object.hasOwn(inherited, name) ? inherited[name] : undefined;
    const hasDate = ['year', 'date'].includes(name) && (fields.has('year') || fields.has('date'));
    if (own !== undefined && !fields.has(own) && !hasDate) fields.set(own, value);
  }
  return fields;
}

function detect(text: string): number {
  const head = text.slice(0, 50_000);
  const entry = /^[ \t]*@[ \t]*(?:string|preamble|comment|[a-z]+)[ \t]*[{(][^\n]*/im.exec(head);
  if (!entry) {
    return 0;
  }
  const isEntry = /@[ \t]*(?:string|preamble|comment)\b|@[ \t]*[a-z]+\s*[{(]\s*[^\s,{}]*\s*,/i.test(head.slice(entry.index, entry.index + 300));
  return !isEntry ? 0 : head.slice(0, entry.index).trim() === '' ? 0.95 : 0.6;
}
