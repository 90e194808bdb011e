import { isMap, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { listKey } from '../../formats/cslYaml';
import { orderedRecord, writeYaml } from '../../formats/cslYamlWrite';
import { rescueYaml } from '../../formats/yamlSections';
import { metadataBlock } from '../../formats/yamlText';
import type { Span } from '../../text';
import type { CslItem } from '../record';
import type { Aligned } from './alignRecords';
import { alignRecords } from './alignRecords';
import { cslSource, setCslKeys } from './cslKeys';
import { cslPlaces, textAliases } from './cslPlaces';
import type { FormatEditor, RecordText } from './formatEditor';
import type { TextEdit } from './textEdit';
import { lineBreakOf } from './wholeLines';
import { yamlEdit } from './yamlEdit';
import { flowWith, flowWithout, layOut } from './yamlFlow';
import { afterLine, columnOf, indented, nodeSpan, yamlDocument } from './yamlNodes';

/** Edits a CSL-YAML text: a paper file, a bibliography, or a metadata block before a document. */
export class YamlEditor implements FormatEditor {
  private readonly lineBreak: string;
  /** Where the YAML is in the text. */
  private readonly block: Span;
  private found: readonly Aligned[] | undefined;

  constructor(private readonly text: string) {
    this.lineBreak = lineBreakOf(text);
    this.block = metadataBlock(text) ?? { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length };
  }

  records(): readonly RecordText[] {
    return this.aligned().map((record) => {
      const place = cslPlaces(this.text.slice(record.span.start, record.span.end)).get('id');
      return { ...record, keySpan: place && moved(place, record.span.start) };
    });
  }

  variables(source: string): ReadonlyMap<string, Span> {
    return cslPlaces(source);
  }

  aliases(source: string): readonly string[] {
    return textAliases(source);
  }

  set(source: string, variables: Readonly<Record<string, unknown>>): readonly TextEdit[] | undefined {
    return setCslKeys('csl-yaml', source, variables);
  }

  list(gone: readonly RecordText[], added: readonly CslItem[]): readonly TextEdit[] | undefined {
    const all = this.aligned();
    const items = added.map(orderedRecord);
    if (all.length === gone.length) {
      return this.whole(items);
    }
    const indices = all.flatMap(({ span }, index) => (gone.some((each) => each.span.start === span.start) ? [index] : []));
    const last = all.at(-1);
    if (!last || !/^[ \t]*-/.test(this.text.slice(last.span.start, last.span.end))) {
      return this.inFlow(indices, items);
    }
    const out = indices.map((index) => ({ span: this.linesOf(all, index), newText: '' }));
    return items.length === 0 ? out : [...out, this.afterLast(all, items)];
  }

  /** A record's lines, with the empty ones after it, or of the last one before it. */
  private linesOf(all: readonly Aligned[], index: number): Span {
    const span = all[index]?.span ?? { start: 0, end: 0 };
    const next = all[index + 1]?.span.start;
    return next !== undefined && this.text.slice(span.end, next).trim() === '' ? { start: span.start, end: next } : { start: span.start, end: afterLine(this.text, span.end) };
  }

  private afterLast(all: readonly Aligned[], items: readonly unknown[]): TextEdit {
    const [last, before] = [all.at(-1)?.span ?? { start: 0, end: 0 }, all.at(-2)?.span];
    const between = before ? this.text.slice(before.end, last.start) : '';
    const gap = between.trim() === '' && /\n\r?\n/.test(between) ? this.lineBreak : '';
    const column = /^[ \t]*/.exec(this.text.slice(last.start, last.end))?.[0].length ?? 0;
    const at = Math.min(afterLine(this.text, last.end), this.block.end);
    const broken = this.text[at - 1] !== '\n';
    const written = items.map((item) => gap + indented(writeYaml([item]), column).join(this.lineBreak));
    return { span: { start: at, end: at }, newText: `${broken ? this.lineBreak : ''}${written.join(this.lineBreak)}${broken ? '' : this.lineBreak}` };
  }

  /** The list anew, where none of its records stays or it has none. */
  private whole(items: readonly unknown[]): readonly TextEdit[] | undefined {
    const { start, end } = this.block;
    const body = this.text.slice(start, end);
    const root = yamlDocument(body)?.contents;
    if (isSeq(root) || (isMap(root) && !root.has(listKey) && root.has('title'))) {
      const span = nodeSpan(root as Node, body);
      return [{ span: moved(span, start), newText: items.length === 0 ? '[]' : writeYaml(items).trimEnd().replace(/\n/g, this.lineBreak) }];
    }
    return yamlEdit(body, [listKey], items)?.map((edit) => ({ ...edit, span: moved(edit.span, start) }));
  }

  private inFlow(gone: readonly number[], items: readonly unknown[]): readonly TextEdit[] | undefined {
    const { start, end } = this.block;
    const body = this.text.slice(start, end);
    const document = yamlDocument(body);
    const list: unknown = isSeq(document?.contents) ? document.contents : document?.get(listKey, true);
    if (!isSeq(list) || !list.flow) {
      return undefined;
    }
    const indent = ' '.repeat(columnOf(body, nodeSpan(list.items[0] as Node, body).start));
    const written = items.map((item) => layOut(item, true, body, list, indent));
    const edits = [...flowWithout(list, body, gone), ...(items.length > 0 ? [flowWith(list, body, list.items.length - 1, written, this.lineBreak)] : [])];
    return edits.map((edit) => ({ ...edit, span: moved(edit.span, start) }));
  }

  private aligned(): readonly Aligned[] {
    this.found ??= this.align();
    return this.found;
  }

  private align(): readonly Aligned[] {
    const { start, end } = this.block;
    const body = this.text.slice(start, end);
    const inLines = alignRecords(this.text, 'csl-yaml', rescueYaml(body, listKey).items.map((item) => moved(itemSpan(body, item.start, item.text), start)));
    return inLines.length > 0 ? inLines : alignRecords(this.text, 'csl-yaml', nodeSpans(body).map((span) => moved(span, start)));
  }
}

/** An item of a list in lines, without the comments after it that stand no deeper than it does. */
function itemSpan(body: string, start: number, text: string): Span {
  const column = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  const lines = text.split('\n');
  for (let last = lines.at(-1) ?? ''; lines.length > 1 && (last.trim() === '' || (/^[ \t]*#/.test(last) && last.search(/\S/) <= column)); last = lines.at(-1) ?? '') lines.pop();
  const length = lines.join('\n').trimEnd().length;
  return { start, end: Math.min(start + length, body.length) };
}

/** Records that stand in brackets, or alone. */
function nodeSpans(body: string): Span[] {
  const document = yamlDocument(body);
  const root = document?.contents;
  const list: unknown = isMap(root) && root.has(listKey) ? root.get(listKey, true) : root;
  const nodes = isSeq(list) ? list.items : isMap(list) ? [list] : [];
  return nodes.map((node) => {
    const span = nodeSpan(node as Node, body);
    const lineStart = span.start - columnOf(body, span.start);
    return body.slice(lineStart, span.start).trim() === '' ? { start: lineStart, end: span.end } : span;
  }).filter(({ start, end }) => cslSource(body.slice(start, end)) !== undefined);
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
