import { BibtexScanner } from '../../formats/bibtexScan';
import { formatById } from '../../formats/registry';
import type { Span } from '../../text';
import type { CslItem } from '../record';
import { BibtexForm } from './bibtexForm';
import type { BibtexSource } from './bibtexSource';
import { bibtexMacros, bibtexSource, usesMacro } from './bibtexSource';
import { bibtexStyle, styledField } from './bibtexStyle';
import { variablePlaces } from './contributions';
import type { FormatEditor, RecordText } from './formatEditor';
import { setFields } from './setFields';
import type { TextEdit } from './textEdit';
import { lineBreakOf, wholeLines } from './wholeLines';

/** Fields that name other entries, one or several with commas between. */
const referring: ReadonlySet<string> = new Set(['crossref', 'xref', 'xdata', 'related', 'entryset']);

/** What of a text is looked at to see how it is written. */
const headLength = 100_000;

/** Longer chains of `crossref` and `xdata` are circles. */
const longestChain = 8;

/** An entry takes fields from few others. */
const mostParents = 50;

/** Edits a BibTeX or BibLaTeX text. */
export class BibtexEditor implements FormatEditor {
  private readonly lineBreak: string;
  private biblatex: boolean | undefined;
  private macros: readonly string[] | undefined;
  private byKey: ReadonlyMap<string, Span> | undefined;

  constructor(private readonly text: string) {
    this.lineBreak = lineBreakOf(text);
  }

  records(): readonly RecordText[] {
    const scanner = new BibtexScanner(this.text);
    const found: RecordText[] = [];
    for (let entry = scanner.next(); entry; entry = scanner.next()) {
      const isOnlyData = entry.type === 'xdata';
      if (entry.fields.size === 0 && !isOnlyData) continue;
      const refersTo = [...referring].flatMap((name) => entry.fields.get(name)?.split(',') ?? []).map((key) => key.trim()).filter(Boolean);
      found.push({ key: entry.key, span: entry.span, keySpan: entry.key === '' ? undefined : entry.keySpan, isOnlyData, ...(refersTo.length > 0 && { refersTo }) });
    }
    this.byKey = new Map(found.toReversed().map(({ key, span }) => [key.toLowerCase(), span]));
    return found.some(({ key }) => key === '') ? this.withMadeKeys(found) : found;
  }

  /** Entries without a key get one when they are read. */
  private withMadeKeys(found: readonly RecordText[]): readonly RecordText[] {
    const read = formatById('bibtex')?.read?.(this.text).records ?? [];
    if (read.length !== found.filter(({ isOnlyData }) => !isOnlyData).length) {
      return found;
    }
    let place = 0;
    return found.map((record) => (record.isOnlyData ? record : { ...record, key: read[place++]?.id ?? '' }));
  }

  recordNear(key: string, { start, end }: Span): RecordText | undefined {
    for (let at = this.text.lastIndexOf('@', start); at >= 0 && at <= end; at = this.text.indexOf('@', at + 1)) {
      const found = bibtexSource(this.text, at);
      if (found && !found.isBroken && this.text.slice(found.keySpan.start, found.keySpan.end) === key) {
        return { key, span: found.span, keySpan: found.keySpan };
      }
      if (at === this.text.length - 1) break;
    }
    return undefined;
  }

  variables(source: string): ReadonlyMap<string, Span> {
    return variablePlaces(this.form(source), source);
  }

  aliases(source: string): readonly string[] {
    const aliases = this.form(source).read(source)?.['other-ids'];
    return Array.isArray(aliases) ? aliases.filter((alias) => typeof alias === 'string') : [];
  }

  set(source: string, variables: Readonly<Record<string, unknown>>): readonly TextEdit[] | undefined {
    const entry = bibtexSource(source, 0);
    const [only, ...more] = Object.keys(variables);
    // Such an entry is no record, but its key can be changed.
    if (entry && only === 'id' && more.length === 0 && /^@\s*xdata/i.test(source)) {
      return [{ span: entry.keySpan, newText: String(variables.id) }];
    }
    return setFields(this.form(source), source, variables);
  }

  refer(source: string, newKeys: ReadonlyMap<string, string>): readonly TextEdit[] {
    const fields = bibtexSource(source, 0)?.fields ?? [];
    return fields.filter(({ name }) => referring.has(name)).flatMap(({ valueSpan }) => {
      const value = source.slice(valueSpan.start, valueSpan.end);
      return [...value.matchAll(/[^\s,{}"]+/g)].flatMap(({ 0: key, index }) => {
        const newText = newKeys.get(key);
        return newText === undefined ? [] : [{ span: { start: valueSpan.start + index, end: valueSpan.start + index + key.length }, newText }];
      });
    });
  }

  list(gone: readonly RecordText[], added: readonly CslItem[]): readonly TextEdit[] {
    const edits: TextEdit[] = gone.map(({ span }) => ({ span: wholeLines(this.text, span), newText: '' }));
    if (added.length > 0) {
      const { length } = this.text;
      const written = added.map((item) => this.entryText(item)).join(this.lineBreak);
      const gap = this.text.trim() === '' ? '' : this.text.endsWith('\n') ? this.lineBreak : this.lineBreak + this.lineBreak;
      edits.push({ span: { start: length, end: length }, newText: gap + written });
    }
    return edits;
  }

  /** A new entry, laid out as the last one of the text's beginning. */
  private entryText(item: CslItem): string {
    const model = this.model();
    const form = new BibtexForm('', this.isForBiblatex(), this.lineBreak);
    const [type, key, ...fields] = form.written(item, model?.source ?? '').fields;
    if (!model) {
      return `@${type?.value ?? 'misc'}{${key?.value ?? item.id}${fields.map((field) => `,${this.lineBreak}  ${field.name} = ${field.value}`).join('')}${this.lineBreak}}${this.lineBreak}`;
    }
    const style = bibtexStyle(model.source, model.entry, this.lineBreak);
    const end = model.source.slice(model.entry.fields.at(-1)?.valueSpan.end);
    const tail = /^\s*,?\s*\}$/.test(end) ? end : `${this.lineBreak}}`;
    const head = model.source.slice(1, 2);
    const name = type?.value ?? 'misc';
    const first = /[A-Z]/.test(head) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
    return `@${first}{${key?.value ?? item.id}${fields.map((field) => `${style.between}${styledField(field, style)}`).join('')}${tail}${this.lineBreak}`;
  }

  private model(): { readonly source: string; readonly entry: BibtexSource } | undefined {
    const head = this.text.slice(0, headLength);
    const scanner = new BibtexScanner(head);
    let source: string | undefined;
    for (let next = scanner.next(); next; next = scanner.next()) {
      const own = head.slice(next.span.start, next.span.end);
      // One in several lines shows more than one in a single line.
      if (next.fields.size > 1 && (own.includes('\n') || !source?.includes('\n')) && bibtexSource(own, 0)?.isBroken === false) source = own;
    }
    const entry = source === undefined ? undefined : bibtexSource(source, 0);
    return source !== undefined && entry ? { source, entry } : undefined;
  }

  private isForBiblatex(): boolean {
    this.biblatex ??= /^\s*(?:date|journaltitle|location|langid)\s*=/im.test(this.text.slice(0, headLength));
    return this.biblatex;
  }

  private form(source: string): BibtexForm {
    const parents = this.parentsOf(source);
    const macros = [source, ...parents].some((each) => usesMacro(each)) ? this.allMacros() : [];
    return new BibtexForm([...macros, ...parents].join('\n'), this.isForBiblatex(), this.lineBreak);
  }

  private allMacros(): readonly string[] {
    this.macros ??= bibtexMacros(this.text);
    return this.macros;
  }

  /** The entries that an entry takes fields from, those first that others take from. */
  private parentsOf(source: string): string[] {
    const found = new Set<string>();
    let level = [source];
    for (let depth = 0; depth < longestChain && found.size < mostParents; depth += 1) {
      const keys = new Set(level.flatMap(keysOfParents));
      level = [...keys].slice(0, mostParents).map((key) => this.sourceOf(key)).filter((parent): parent is string => parent !== undefined && parent !== source && !found.has(parent));
      for (const parent of level) found.add(parent);
    }
    return [...found].reverse();
  }

  private sourceOf(key: string): string | undefined {
    const known = this.byKey?.get(key.toLowerCase());
    if (known || this.byKey || key === '') {
      return known && this.text.slice(known.start, known.end);
    }
    for (let at = this.text.indexOf(key); at >= 0; at = this.text.indexOf(key, at + key.length)) {
      const head = /@\s*[A-Za-z]+\s*[{(]\s*$/.exec(this.text.slice(Math.max(at - 60, 0), at));
      const found = head && bibtexSource(this.text, Math.max(at - 60, 0) + head.index);
      if (found && found.keySpan.end === at + key.length) return this.text.slice(found.span.start, found.span.end);
    }
    return undefined;
  }
}

function keysOfParents(source: string): string[] {
  const fields = bibtexSource(source, 0)?.fields ?? [];
  return fields.filter(({ name }) => name === 'crossref' || name === 'xdata').flatMap(({ valueSpan }) => (
    source.slice(valueSpan.start + 1, valueSpan.end - 1).split(',').map((key) => key.trim()).filter(Boolean)
  ));
}
