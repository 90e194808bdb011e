import type { Field } from './fieldForm';
import type { BibtexFieldText, BibtexSource } from './bibtexSource';

/** How an entry is laid out. */
export interface BibtexStyle {
  /** Between two fields: `,\n  `. */
  readonly between: string;
  /** A field's name as it is written here, with all up to its value: `Title     = `. */
  readonly head: (name: string) => string;
  readonly quotes: boolean;
}

/** An entry's own style; where it has no fields, two spaces and braces. */
export function bibtexStyle(text: string, entry: BibtexSource, lineBreak: string): BibtexStyle {
  const values = entry.fields.map(({ valueSpan }) => text.charAt(valueSpan.start));
  return {
    between: betweenFields(text, entry) ?? `,${lineBreak}  `,
    head: headOf(text, entry.fields),
    quotes: values.filter((mark) => mark === '"').length > values.filter((mark) => mark === '{').length,
  };
}

/** What stands between two fields, if that is a comma and white space, and not a comment. */
function betweenFields(text: string, { fields, keySpan }: BibtexSource): string | undefined {
  for (let index = fields.length - 1; index >= 0; index -= 1) {
    const between = text.slice(fields[index - 1]?.valueSpan.end ?? keySpan.end, fields[index]?.start);
    if (isSeparator(between)) return between;
  }
  return undefined;
}

export function isSeparator(text: string): boolean {
  return /^\s*,\s*$/.test(text);
}

function headOf(text: string, fields: readonly BibtexFieldText[]): BibtexStyle['head'] {
  const [first] = fields;
  if (!first) {
    return (name) => `${name} = `;
  }
  const heads = fields.map((field) => text.slice(field.start, field.valueSpan.start));
  const equals = heads.map((head) => head.indexOf('='));
  const width = equals[0] ?? 0;
  const isAligned = fields.some((field) => field.nameEnd - field.start !== first.nameEnd - first.start) && equals.every((place) => place === width);
  const before = text.slice(first.nameEnd, first.start + width);
  const after = heads[0]?.slice(width) ?? '= ';
  const inCase = nameCase(fields.map((field) => text.slice(field.start, field.nameEnd)));
  return (name) => (isAligned ? inCase(name).padEnd(before === '' ? width : Math.max(width, name.length + 1)) : `${inCase(name)}${before}`) + after;
}

/** `TITLE`, `Title` or `title`. */
function nameCase(names: readonly string[]): (name: string) => string {
  if (names.every((name) => name === name.toUpperCase())) {
    return (name) => name.toUpperCase();
  }
  const isCapital = names.every((name) => /^[A-Z]/.test(name));
  return isCapital ? (name) => name.charAt(0).toUpperCase() + name.slice(1) : (name) => name;
}

/** A field in a style. Values are handed in as the writer has them: in braces, or a bare number or macro. */
export function styledField({ name, value }: Field, style: BibtexStyle): string {
  return `${style.head(name)}${style.quotes ? inQuotes(value) : value}`;
}

/** A value in quotes instead of braces, where it has none of its own outside of braces. */
export function inQuotes(value: string): string {
  if (!value.startsWith('{')) {
    return value;
  }
  const inner = value.slice(1, -1);
  return hasBareQuote(inner) ? value : `"${inner}"`;
}

/** Whether a quote stands outside of braces. */
export function hasBareQuote(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (sign === '"' && depth === 0) return true;
  }
  return false;
}
