import { isMap } from 'yaml';
import { formatById } from '../../formats/registry';
import { jsonItemSpans } from '../../formats/jsonItems';
import type { Span } from '../../text';
import type { CslItem } from '../record';
import type { Aligned } from './alignRecords';
import { alignRecords } from './alignRecords';
import { setCslKeys } from './cslKeys';
import { cslPlaces, textAliases } from './cslPlaces';
import type { FormatEditor, RecordText } from './formatEditor';
import { takenOut } from './separated';
import type { TextEdit } from './textEdit';
import { lineBreakOf } from './wholeLines';
import { layOut, separator } from './yamlFlow';
import { columnOf, yamlDocument } from './yamlNodes';

/** Lists in one text that may be the one of its records. */
const mostLists = 3;

/** Edits a CSL-JSON text. */
export class JsonEditor implements FormatEditor {
  private found: readonly Aligned[] | undefined;

  constructor(private readonly text: string) {}

  records(): readonly RecordText[] {
    return this.aligned().map((record) => {
      const { start, end } = record.span;
      const place = cslPlaces(this.text.slice(start, end)).get('id');
      return { ...record, keySpan: place && { start: start + place.start, end: start + place.end } };
    });
  }

  variables(source: string): ReadonlyMap<string, Span> {
    return cslPlaces(source);
  }

  aliases(source: string): readonly string[] {
    return textAliases(source);
  }

  set(source: string, variables: Readonly<Record<string, unknown>>): readonly TextEdit[] | undefined {
    return setCslKeys('csl-json', source, variables);
  }

  list(gone: readonly RecordText[], added: readonly CslItem[]): readonly TextEdit[] | undefined {
    const { text } = this;
    if (text.trim() === '') {
      return [{ span: { start: 0, end: text.length }, newText: formatById('csl-json')?.write?.(added) ?? '' }];
    }
    const row = this.aligned().map(({ span }) => span);
    const isList = row.length === 0 ? /^\uFEFF?\s*\[\s*\]\s*$/.test(text) : /^\s*[,\]]/.test(text.slice(row.at(-1)?.end));
    const indices = row.flatMap(({ start }, index) => (gone.some(({ span }) => span.start === start) ? [index] : []));
    if (!isList) {
      return undefined;
    }
    const out = takenOut(text, row, indices, (between) => /^\s*,\s*$/.test(between), (end) => end).map((span) => ({ span, newText: '' }));
    return added.length === 0 ? out : [...out, this.atEnd(row, indices.length === row.length, added)];
  }

  private atEnd(row: readonly Span[], isFirst: boolean, added: readonly CslItem[]): TextEdit {
    const { text } = this;
    const last = row.at(-1);
    const at = last?.end ?? text.indexOf('[') + 1;
    const before = last ? text.slice(last.start - columnOf(text, last.start), last.start) : '';
    const isOnLine = last !== undefined && before.trim() === '';
    const lineBreak = lineBreakOf(text);
    const part = separator(row, text) ?? (isOnLine ? `,${lineBreak}${before}` : ', ');
    const items = added.map((item) => this.written(item, last, isOnLine ? before : '').replace(/\n/g, lineBreak));
    return { span: { start: at, end: at }, newText: `${isFirst ? '' : part}${items.join(part)}` };
  }

  /** As the last record is laid out. */
  private written(item: CslItem, like: Span | undefined, indent: string): string {
    const source = like ? this.text.slice(like.start, like.end) : '';
    const map = yamlDocument(source)?.contents;
    return isMap(map) ? layOut(item, true, source, map, indent) : JSON.stringify(item);
  }

  private aligned(): readonly Aligned[] {
    this.found ??= this.align();
    return this.found;
  }

  private align(): readonly Aligned[] {
    // A list may stand under a key, with more before it.
    const places = [0, ...[...this.text.slice(0, 100_000).matchAll(/"(?:references|items|citationItems|data)"\s*:\s*\[/g)].slice(0, mostLists).map(({ 0: head, index }) => index + head.length)];
    for (const place of places) {
      const found = alignRecords(this.text, 'csl-json', jsonItemSpans(this.text, place));
      if (found.length > 0) return found;
    }
    return [];
  }
}
