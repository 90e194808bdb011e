import { formatById } from '../../formats/registry';
import type { CslItem } from '../record';
import type { Field, FieldForm, FieldText, Written } from './fieldForm';
import { takenOut } from './separated';
import type { TaggedLine } from './taggedLines';
import { taggedLines } from './taggedLines';
import type { TextEdit } from './textEdit';

/** MEDLINE's lines break after so many characters. */
const lineWidth = 88;

/** RIS and MEDLINE records as lists of tags. */
export class TaggedForm implements FieldForm {
  readonly repeats = true;

  constructor(private readonly formatId: string, private readonly tag: RegExp, private readonly lineBreak: string) {}

  fields(source: string): readonly FieldText[] | undefined {
    const lines = taggedLines(source, this.tag);
    return lines.length === 0 ? undefined : lines.map(({ tag, valueSpan }) => {
      const value = source.slice(valueSpan.start, valueSpan.end).replace(/\s+/g, ' ').trim();
      return { name: tag, value, valueSpan, innerSpan: valueSpan };
    });
  }

  read(source: string): CslItem | undefined {
    const records = formatById(this.formatId)?.read?.(source).records;
    return records?.length === 1 ? records[0] : undefined;
  }

  written(item: CslItem): Written {
    const text = formatById(this.formatId)?.write?.([item]) ?? '';
    return { fields: this.fields(text) ?? [], item: this.read(text) };
  }

  replaced(source: string, { name, valueSpan }: FieldText, value: string): TextEdit {
    const needsSpace = value !== '' && source.charAt(valueSpan.start - 1) === '-';
    return { span: valueSpan, newText: `${needsSpace ? ' ' : ''}${this.inLines(name, value, source)}` };
  }

  inserted(source: string, _fields: readonly FieldText[], after: number, added: readonly Field[]): readonly TextEdit[] {
    const lines = taggedLines(source, this.tag);
    const anchor = lines[Math.max(after, 0)];
    const next = lines[Math.max(after, 0) + 1];
    const between = anchor && next ? source.slice(anchor.valueSpan.end, next.start) : '';
    const part = between.trim() === '' && between !== '' ? between : this.lineBreak;
    const texts = added.map(({ name, value }) => `${head(name, anchor)}${this.inLines(name, value, source)}`);
    const at = after < 0 ? (anchor?.start ?? 0) : (anchor?.valueSpan.end ?? source.length);
    return [{ span: { start: at, end: at }, newText: texts.map((text) => (after < 0 ? text + part : part + text)).join('') }];
  }

  removed(source: string, _fields: readonly FieldText[], gone: readonly number[]): readonly TextEdit[] {
    const row = taggedLines(source, this.tag).map(({ start, valueSpan }) => ({ start, end: valueSpan.end }));
    return takenOut(source, row, gone, (between) => between.trim() === '', (end) => end).map((span) => ({ span, newText: '' }));
  }

  /** A long value in lines, where the record has its values so. */
  private inLines(tag: string, value: string, source: string): string {
    if (!/(?:\r|\n) {6}\S/.test(source)) {
      return value;
    }
    let text = '';
    let length = Math.max(tag.length, 4) + 1;
    for (const word of value.split(' ')) {
      const breaks = text !== '' && length + 1 + word.length > lineWidth;
      text += breaks ? `${this.lineBreak}      ${word}` : `${text === '' ? '' : ' '}${word}`;
      length = breaks ? 6 + word.length : length + 1 + word.length;
    }
    return text;
  }
}

/** A tag up to its value, as its neighbour has it. */
function head(tag: string, like: TaggedLine | undefined): string {
  const width = like ? like.tag.length + like.gap.length : 4;
  return `${like?.indent ?? ''}${tag.padEnd(width)}- `;
}
