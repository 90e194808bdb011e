import { formatById } from '../../formats/registry';
import type { Span } from '../../text';
import type { CslItem } from '../record';
import type { Field, FieldForm, FieldText, Written } from './fieldForm';
import { groupBy } from './groupBy';
import type { TextEdit } from './textEdit';
import type { XmlElementText } from './xmlSource';
import { xmlElements } from './xmlSource';

/** The element whose attribute says more than its text: it is replaced as a whole. */
const wholeElement = 'ref-type';

/** What a file puts around its texts: `<style face="normal" font="default" size="100%">`. */
const styleTag = /<style\b[^<>]*>/;

/** EndNote's records as lists of fields, each by its path: `titles/title`. */
export class XmlForm implements FieldForm {
  readonly repeats = true;

  fields(source: string): readonly FieldText[] | undefined {
    return this.values(source)?.map(({ path, span, inner }) => {
      const valueSpan = path === wholeElement ? span : inner;
      const value = source.slice(valueSpan.start, valueSpan.end);
      return { name: path, value: value.replace(/<\/?style\b[^<>]*>/g, ''), valueSpan, innerSpan: inner };
    });
  }

  read(source: string): CslItem | undefined {
    return formatById('endnote-xml')?.read?.(source).records[0];
  }

  written(item: CslItem): Written {
    const text = formatById('endnote-xml')?.write?.([item]) ?? '';
    const record = /<record>[^]*<\/record>/.exec(text)?.[0] ?? '';
    const fields = this.values(record)?.map(({ path, span, inner }) => {
      const own = path === wholeElement ? span : inner;
      return { name: path, value: record.slice(own.start, own.end) };
    });
    return { fields: fields ?? [], item: record === '' ? undefined : this.read(record) };
  }

  replaced(source: string, { valueSpan }: FieldText, value: string): TextEdit {
    const old = source.slice(valueSpan.start, valueSpan.end);
    const [lead, trail] = [/^\s*/.exec(old)?.[0] ?? '', old.slice(old.trimEnd().length)];
    const style = /^\s*(<style\b[^<>]*>)/.exec(old)?.[1];
    const text = style !== undefined && !value.startsWith('<') ? `${style}${value}</style>` : value;
    return { span: valueSpan, newText: old.trim() === '' ? text : `${lead}${text}${trail}` };
  }

  inserted(source: string, fields: readonly FieldText[], after: number, added: readonly Field[]): readonly TextEdit[] {
    const elements = xmlElements(source) ?? [];
    const anchor = this.values(source)?.[after];
    const style = styleTag.exec(source)?.[0];
    const places = groupBy(added, ({ name }) => parentOf(name, elements));
    return [...places].flatMap(([parent, own]) => {
      const at = placeIn(parent, anchor, elements, fields.length > 0);
      const text = own.length === 0 ? '' : treeText(own.map(({ name, value }) => ({ steps: name.slice(parent === '' ? 0 : parent.length + 1).split('/'), value })), style);
      return at === undefined ? [] : [{ span: { start: at, end: at }, newText: text }];
    });
  }

  removed(source: string, _fields: readonly FieldText[], gone: readonly number[]): readonly TextEdit[] {
    const elements = xmlElements(source) ?? [];
    const values = elements.filter(isField);
    const lost = new Set(gone.map((index) => values[index]));
    const spans: Span[] = [];
    for (const element of elements) {
      const inside = isField(element) ? [element] : values.filter(({ span }) => span.start >= element.span.start && span.end <= element.span.end);
      const isGone = element.path !== '' && inside.length > 0 && inside.every((value) => lost.has(value));
      if (isGone && (spans.at(-1)?.end ?? 0) <= element.span.start) spans.push(withSpace(source, element.span));
    }
    return spans.map((span) => ({ span, newText: '' }));
  }

  private values(source: string): readonly XmlElementText[] | undefined {
    return xmlElements(source)?.filter(isField);
  }
}

function isField({ path, isValue }: XmlElementText): boolean {
  return isValue && path !== '';
}

/** With the white space before it, as it is laid out. */
function withSpace(source: string, { start, end }: Span): Span {
  const before = source.slice(0, start).trimEnd().length;
  return { start: source[before - 1] === '>' ? before : start, end };
}

/** The deepest element on a path that is there already. */
function parentOf(path: string, elements: readonly XmlElementText[]): string {
  const steps = path.split('/').slice(0, -1);
  for (; steps.length > 0; steps.pop()) {
    const own = steps.join('/');
    if (elements.some((element) => element.path === own && element.span.end > element.inner.end)) return own;
  }
  return '';
}

/** After the field before it where that is in the same element, else at the element's end. */
function placeIn(parent: string, anchor: XmlElementText | undefined, elements: readonly XmlElementText[], isFilled: boolean): number | undefined {
  const holder = elements.find(({ path }) => path === parent);
  const isInside = anchor !== undefined && holder !== undefined && anchor.span.start >= holder.inner.start && anchor.span.end <= holder.inner.end;
  if (!isInside || !isFilled) {
    return holder?.inner.end;
  }
  const depth = parent === '' ? 1 : parent.split('/').length + 1;
  const own = anchor.path.split('/').slice(0, depth).join('/');
  return elements.findLast(({ path, span }) => path === own && span.start <= anchor.span.start && span.end >= anchor.span.end)?.span.end ?? holder.inner.end;
}

interface Leaf {
  readonly steps: readonly string[];
  readonly value: string;
}

/** Elements in elements: fields that share the beginning of their path share its element. */
function treeText(leaves: readonly Leaf[], style: string | undefined): string {
  const parts: string[] = [];
  for (let at = 0; at < leaves.length; at += 1) {
    const { steps: [name = '', ...rest], value } = leaves[at] ?? { steps: [], value: '' };
    if (name === wholeElement && rest.length === 0) {
      parts.push(value);
    } else if (rest.length === 0) {
      const [tag = '', app] = name.split('@');
      parts.push(`<${tag}${app === undefined ? '' : ` app="${app}"`}>${app === undefined && style !== undefined && !value.startsWith('<') ? `${style}${value}</style>` : value}</${tag}>`);
    } else {
      const first = at;
      while (leaves[at + 1]?.steps[0] === name && (leaves[at + 1]?.steps.length ?? 0) > 1) at += 1;
      parts.push(`<${name}>${treeText(leaves.slice(first, at + 1).map((leaf) => ({ ...leaf, steps: leaf.steps.slice(1) })), style)}</${name}>`);
    }
  }
  return parts.join('');
}
