import type { CslItem, CslName } from '../library/record';
import { Citekeys, isCitable } from '../library/citekey';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';
import { withInherited } from './bibtexInherit';
import { bibtexName } from './bibtexNames';
import { bibtexRecord } from './bibtexRecord';
import type { BibtexEntry } from './bibtexScan';
import { BibtexScanner } from './bibtexScan';
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

/** How many different names are remembered; past that a file's people hardly come again. */
const mostNames = 20_000;

function readBibtex(text: string): ReadResult {
  return new BibtexReader(text).read();
}

/** Reads a text entry by entry; those that take fields from others, or lack a key, wait until all are known. */
class BibtexReader {
  private readonly scanner: BibtexScanner;
  private readonly records: (CslItem | undefined)[] = [];
  private readonly problems: Problem[] = [];
  private readonly waiting: { readonly entry: BibtexEntry; readonly place: number }[] = [];
  /** Where entries begin, by key in lower case. */
  private readonly starts = new Map<string, number>();
  private readonly people = new Map<string, CslName | undefined>();
  private readonly readName = (name: string): CslName | undefined => this.rememberedName(name);

  constructor(text: string) {
    this.scanner = new BibtexScanner(text);
  }

  read(): ReadResult {
    for (let entry = this.scanner.next(); entry; entry = this.scanner.next()) {
      const { fields } = entry;
      if (entry.key !== '') this.starts.set(entry.key.toLowerCase(), entry.span.start);
      if (entry.type === 'xdata') continue;
      if (entry.key === '' || fields.has('crossref') || fields.has('xdata')) {
        this.waiting.push({ entry, place: this.records.length });
        this.records.push(undefined);
      } else {
        const record = this.record(entry);
        if (record) this.records.push(record);
      }
    }
    this.readWaiting();
    const faults = this.scanner.faults.map(({ key, detail, span }) => problem('record-dropped', 'error', { id: key, detail }, span));
    return { records: this.records.filter((record) => record !== undefined), problems: [...faults, ...this.problems] };
  }

  private readWaiting(): void {
    const keys = new Citekeys(this.waiting.some(({ entry }) => entry.key === '') ? this.starts.keys() : []);
    for (const { entry, place } of this.waiting) {
      const record = this.record({ ...entry, fields: withInherited(entry, this.find) });
      this.records[place] = record?.id === '' ? { ...record, id: keys.make(record) } : record;
    }
  }

  private readonly find = (key: string): BibtexEntry | undefined => {
    const start = this.starts.get(key.toLowerCase());
    return start === undefined ? undefined : this.scanner.entryAt(start);
  };

  private record(entry: BibtexEntry): CslItem | undefined {
    const { record, truncated } = bibtexRecord(entry, entry.key, this.readName);
    if (entry.fields.size === 0) {
      const isTold = this.scanner.faults.at(-1)?.key === entry.key;
      if (!isTold) this.problems.push(problem('record-dropped', 'warning', { id: entry.key, detail: 'it has no fields' }, entry.keySpan));
      return undefined;
    }
    if (truncated) this.problems.push(problem('names-incomplete', 'warning', {}, entry.keySpan));
    this.checkKey(entry);
    return record as CslItem;
  }

  private checkKey(entry: BibtexEntry): void {
    if (entry.key === '') {
      this.problems.push(problem('record-without-id', 'warning', {}, entry.keySpan));
    } else if (!isCitable(entry.key)) {
      this.problems.push(problem('citekey-invalid', 'warning', { id: entry.key }, entry.keySpan));
    }
  }

  private rememberedName(name: string): CslName | undefined {
    const known = this.people.get(name);
    if (known !== undefined) return known;
    const made = bibtexName(name);
    if (this.people.size < mostNames) this.people.set(name, made);
    return made;
  }
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
