import { formatById } from '../../formats/registry';
import type { CslItem } from '../record';
import type { BibtexSource } from './bibtexSource';
import { bibtexSource } from './bibtexSource';
import { bibtexStyle, isSeparator, styledField } from './bibtexStyle';
import { valueLike, wholeInner } from './bibtexValue';
import type { Field, FieldForm, FieldText, Written } from './fieldForm';
import { takenOut } from './separated';
import type { TextEdit } from './textEdit';

/** Fields that BibLaTeX has and BibTeX has not. */
const biblatexFields: ReadonlySet<string> = new Set(['date', 'journaltitle', 'location', 'langid', 'eventtitle', 'maintitle', 'subtitle', 'urldate', 'shortjournal']);

/** Fields that BibTeX has and BibLaTeX knows under other names. */
const bibtexFields: ReadonlySet<string> = new Set(['year', 'month', 'journal', 'address', 'school']);

/** The two stand-ins for what an entry has before its fields. */
const typeName = '@type';
const keyName = '@key';

/** Whether an entry is BibLaTeX's by its fields; undefined where they do not tell. */
export function isBiblatex({ fields }: BibtexSource): boolean | undefined {
  if (fields.some(({ name }) => biblatexFields.has(name))) {
    return true;
  }
  return fields.some(({ name }) => bibtexFields.has(name)) ? false : undefined;
}

/** BibTeX and BibLaTeX entries as lists of fields, of which the first two are the entry's type and its key. */
export class BibtexForm implements FieldForm {
  readonly repeats = false;

  /**
   * @param parents the entries that the source takes fields from
   * @param biblatex what the whole text is written for, where an entry does not tell
   */
  constructor(private readonly parents: string, private readonly biblatex: boolean, private readonly lineBreak: string) {}

  fields(source: string): readonly FieldText[] | undefined {
    const entry = bibtexSource(source, 0);
    if (!entry || (!entry.isBroken && source.slice(entry.span.end).trim() !== '')) {
      return undefined;
    }
    const { typeSpan, keySpan } = entry;
    const own = entry.fields.map(({ name, valueSpan }) => {
      const value = source.slice(valueSpan.start, valueSpan.end);
      return { name, value, valueSpan, innerSpan: wholeInner(value) !== undefined ? { start: valueSpan.start + 1, end: valueSpan.end - 1 } : valueSpan };
    });
    return [
      { name: typeName, value: source.slice(typeSpan.start, typeSpan.end).toLowerCase(), valueSpan: typeSpan, innerSpan: typeSpan },
      { name: keyName, value: source.slice(keySpan.start, keySpan.end), valueSpan: keySpan, innerSpan: keySpan },
      ...own,
    ];
  }

  read(source: string): CslItem | undefined {
    const format = formatById('bibtex');
    const own = format?.read?.(source).records[0];
    return own && this.parents !== '' ? format?.read?.(`${this.parents}\n${source}`).records.at(-1) : own;
  }

  written(item: CslItem, source: string): Written {
    const entry = bibtexSource(source, 0);
    const isForBiblatex = (entry && isBiblatex(entry)) ?? this.biblatex;
    const format = (isForBiblatex ? formatById('biblatex') : undefined) ?? formatById('bibtex');
    const text = format?.write?.([item]).trim() ?? '';
    const aliases = item['other-ids'];
    const fields = this.fields(text) ?? [];
    const isToldOf = fields.some(({ name }) => name === 'ids') || !Array.isArray(aliases) || aliases.length === 0;
    const all = isToldOf ? fields : [...fields, { name: 'ids', value: `{${aliases.join(', ')}}` }];
    return { fields: all, item: formatById('bibtex')?.read?.(text).records[0] };
  }

  replaced(source: string, { name, value: old, valueSpan }: FieldText, value: string, before: string | undefined): TextEdit {
    if (name === typeName || name === keyName) {
      const needsComma = name === keyName && valueSpan.start === valueSpan.end && source.charAt(valueSpan.start) !== ',';
      return { span: valueSpan, newText: `${name === typeName ? typeLike(old, source.slice(valueSpan.start, valueSpan.end), value) : value}${needsComma ? ',' : ''}` };
    }
    const entry = bibtexSource(source, 0);
    return { span: valueSpan, newText: valueLike(old, value, before, entry !== undefined && bibtexStyle(source, entry, this.lineBreak).quotes) };
  }

  inserted(source: string, fields: readonly FieldText[], after: number, added: readonly Field[]): readonly TextEdit[] {
    const entry = bibtexSource(source, 0);
    const previous = fields[Math.max(after, 1)];
    const at = previous?.valueSpan.end ?? 0;
    const next = entry?.fields[Math.max(after, 1) - 1];
    if (!entry) {
      return [];
    }
    const style = bibtexStyle(source, entry, this.lineBreak);
    const texts = added.map((field) => styledField(field, style));
    // A comment after the field before stays with that one.
    return next && !isSeparator(source.slice(at, next.start))
      ? [{ span: { start: next.start, end: next.start }, newText: texts.map((text) => text + style.between).join('') }]
      : [{ span: { start: at, end: at }, newText: texts.map((text) => style.between + text).join('') }];
  }

  removed(source: string, _fields: readonly FieldText[], gone: readonly number[]): readonly TextEdit[] {
    const own = (bibtexSource(source, 0)?.fields ?? []).map(({ start, valueSpan }) => ({ start, end: valueSpan.end }));
    const indices = gone.map((index) => index - 2).filter((index) => index >= 0);
    return takenOut(source, own, indices, isSeparator, (end) => afterComma(source, end)).map((span) => ({ span, newText: '' }));
  }
}

function afterComma(source: string, end: number): number {
  const comma = /\s*,/y;
  comma.lastIndex = end;
  return comma.test(source) ? comma.lastIndex : end;
}

/** A type as the one before was written: `ARTICLE`, `Article`. */
function typeLike(old: string, written: string, value: string): string {
  if (written === old) {
    return value;
  }
  return written === written.toUpperCase() ? value.toUpperCase() : value.charAt(0).toUpperCase() + value.slice(1);
}
