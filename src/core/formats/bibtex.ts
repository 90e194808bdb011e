import type { CslItem, CslName } from '../library/record';
import { Citekeys, isCitable } from '../library/citekey';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';
import { BibtexDates } from './bibtexDate';
import type { EntryFinder } from './bibtexInherit';
import { setMember, withInherited } from './bibtexInherit';
import { bibtexName } from './bibtexNames';
import { bibtexRecord } from './bibtexRecord';
import type { BibtexEntry, BibtexFault } from './bibtexScan';
import { BibtexScanner } from './bibtexScan';
import { isLetter } from './bibtexSigns';
import { writeBibtex } from './bibtexWrite';
import type { Format, ReadResult } from './format';

/** BibTeX and BibLaTeX. */
export const bibtex: Format = {
  id: 'bibtex',
  name: 'BibTeX',
  extensions: ['bib', 'bibtex'],
  detect,
  read: readBibtex,
  write: (items) => writeBibtex(items, 'bibtex'),
};

/** BibLaTeX's own types and fields, for writing; its files are read as BibTeX's are, and told as such. */
export const biblatex: Format = {
  id: 'biblatex',
  name: 'BibLaTeX',
  extensions: ['bib'],
  detect: () => 0,
  read: readBibtex,
  write: (items) => writeBibtex(items, 'biblatex'),
};

/** How many different names are remembered; past that a file's people hardly come again. */
const mostNames = 20_000;

function readBibtex(text: string): ReadResult {
  return new BibtexReader(text).read();
}

/**
 * Reads a part of a BibTeX text.
 * @param find the entries that others take fields from, wherever in the whole text they stand
 */
export function readBibtexPart(text: string, find: EntryFinder): ReadResult {
  return new BibtexReader(text, find).read();
}

/** Reads a text entry by entry; those that take fields from others, or lack a key, wait until all are known. */
class BibtexReader {
  private readonly scanner: BibtexScanner;
  private readonly records: (CslItem | undefined)[] = [];
  private readonly problems: Problem[] = [];
  private readonly waiting: { readonly entry: BibtexEntry; readonly place: number }[] = [];
  /** The keys of all entries and where they begin; rarely needed, so that they are put into a map only then. */
  private readonly keys: string[] = [];
  private readonly places: number[] = [];
  private starts: ReadonlyMap<string, number> | undefined;
  /** The entries that others take fields from, by where they begin. */
  private readonly found = new Map<number, BibtexEntry>();
  /** Faults after which an entry could be read on. */
  private readonly inFields = new Set<BibtexFault>();
  private readonly find: EntryFinder;
  private readonly dates = new BibtexDates();
  private readonly people = new Map<string, CslName | undefined>();
  private readonly readName = (name: string): CslName | undefined => this.rememberedName(name);

  constructor(text: string, elsewhere?: EntryFinder) {
    this.scanner = new BibtexScanner(text);
    this.find = elsewhere ?? ((key) => this.own(key));
  }

  read(): ReadResult {
    for (let entry = this.scanner.next(); entry; entry = this.scanner.next()) {
      const { fields } = entry;
      this.noteFaults(entry);
      if (entry.key !== '') {
        this.keys.push(entry.key);
        this.places.push(entry.span.start);
      }
      if (entry.type === 'xdata') continue;
      if (entry.key === '' || fields.has('crossref') || fields.has('xdata') || entry.type === 'set') {
        this.waiting.push({ entry, place: this.records.length });
        this.records.push(undefined);
      } else {
        const record = this.record(entry);
        if (record) this.records.push(record);
      }
    }
    this.readWaiting();
    const faults = this.scanner.faults.map((fault) => {
      const { key, detail, span } = fault;
      return this.inFields.has(fault) ? problem('field-dropped', 'warning', { id: key, detail }, span) : problem('record-dropped', 'error', { id: key, detail }, span);
    });
    return { records: this.records.filter((record) => record !== undefined), problems: [...faults, ...this.problems] };
  }

  /** An entry's faults, the last that the scanner tells, cost it single fields where it has others. */
  private noteFaults({ fields, span }: BibtexEntry): void {
    const { faults } = this.scanner;
    for (let at = faults.length - 1; at >= 0 && fields.size > 0; at -= 1) {
      const fault = faults[at];
      if (!fault || fault.span.start < span.start) return;
      this.inFields.add(fault);
    }
  }

  private readWaiting(): void {
    const keys = new Citekeys(this.waiting.some(({ entry }) => entry.key === '') ? this.keys : []);
    for (const { entry, place } of this.waiting) {
      const type = setMember(entry, this.find)?.type ?? entry.type;
      const record = this.record({ ...entry, type, fields: withInherited(entry, this.find) });
      this.records[place] = record?.id === '' ? { ...record, id: keys.make(record) } : record;
    }
  }

  /** The entry of this text that has a key; the last one where there are more. */
  private own(key: string): BibtexEntry | undefined {
    this.starts ??= new Map(this.keys.map((own, index) => [own.toLowerCase(), this.places[index] ?? 0]));
    const start = this.starts.get(key.toLowerCase());
    const known = start === undefined ? undefined : this.found.get(start);
    if (known || start === undefined) return known;
    const entry = this.scanner.entryAt(start);
    if (entry) this.found.set(start, entry);
    return entry;
  }

  private record(entry: BibtexEntry): CslItem | undefined {
    const { record, truncated } = bibtexRecord(entry, entry.key, this.readName, this.dates);
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
    } else if (!isPlain(entry.key) && !isCitable(entry.key)) {
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

/** Whether a key is of ASCII letters and digits alone, as most are; all of those can be cited. */
function isPlain(key: string): boolean {
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    if (!isLetter(code) && !(code >= 48 && code <= 57)) return false;
  }
  return true;
}

/** `@string{`, `@article{key, title = …`, `@article{ title = {…`. Programs have `@Bean(a, b)`, so that brackets need a known type. */
const opening = /^[ \t\uFEFF]{0,40}@[ \t]{0,9}(?:(?:string|preamble|comment)\s{0,9}[{(]|(?:[a-z][\w-]{0,40}\s{0,9}\{|(?:article|book|in\w{4,12}|misc|manual|\w{0,9}thesis|techreport|proceedings|unpublished|online)\s{0,9}\()\s{0,99}[^\s,{}()=]{0,500}\s{0,99},\s{0,99}(?:[\w:.+-]{1,60}\s{0,99}=|[})]|$)|[a-z][\w-]{0,40}\s{0,9}\{\s{0,99}[\w-]{1,60}\s{0,99}=\s{0,99}[{"\d])/im;

function detect(text: string): number {
  const head = text.slice(0, 50_000);
  const entry = opening.exec(head);
  return !entry ? 0 : head.slice(0, entry.index).trim() === '' ? 0.95 : 0.6;
}
