import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isMap } from 'yaml';
import { writeYaml } from '../../formats/cslYamlWrite';
import type { Span } from '../../text';
import type { TextEdit } from './textEdit';
import { afterLine, columnOf, indented, nodeSpan, pairSpan } from './yamlNodes';

type Block = YAMLMap | YAMLSeq;

/** The places of what a list or map in block style holds; those of a list's items begin at their dashes. */
function blockSpans(block: Block, text: string): Span[] {
  if (isMap(block)) {
    return block.items.map((pair) => pairSpan(pair as Pair, text));
  }
  const column = columnOf(text, nodeSpan(block, text).start);
  return block.items.map((item) => {
    const { start, end } = nodeSpan(item as Node, text);
    return { start: dashBefore(text, start, column), end };
  });
}

/** The dash of an item, which stands in the list's column. */
function dashBefore(text: string, at: number, column: number): number {
  for (let dash = text.lastIndexOf('-', at); dash > 0; dash = text.lastIndexOf('-', dash - 1)) {
    if (columnOf(text, dash) === column) return dash;
  }
  return 0;
}

/** Takes items out with their lines; not all of them. */
export function blockWithout(block: Block, text: string, gone: readonly number[]): TextEdit[] {
  const spans = blockSpans(block, text);
  return gone.flatMap((index) => {
    const [span, next] = [spans[index], spans[index + 1]];
    if (!span) return [];
    const lineStart = span.start - columnOf(text, span.start);
    if (text.slice(lineStart, span.start).trim() === '') {
      return [{ span: { start: lineStart, end: afterLine(text, span.end) }, newText: '' }];
    }
    // The first of a map that begins right after a dash.
    const isPlain = next !== undefined && text.slice(span.end, next.start).trim() === '';
    return [{ span: { start: span.start, end: isPlain && !gone.includes(index + 1) ? next.start : span.end }, newText: '' }];
  });
}

/** New pairs or items as lines in a block's column. */
export function pairLines(block: Block, text: string, added: readonly (readonly [key: string | undefined, value: unknown])[]): string[] {
  const column = columnOf(text, nodeSpan(block, text).start);
  return added.flatMap(([key, value]) => indented(writeYaml(isMap(block) ? { [key ?? '']: value } : [value]), column));
}

/** Puts lines after the item at an index; after -1 before all of a list, and after the first of a map. */
export function blockWith(block: Block, text: string, after: number, lines: readonly string[], lineBreak: string, isPart: boolean): TextEdit {
  const spans = blockSpans(block, text);
  const before = spans[after];
  if (!before) {
    const start = spans[0]?.start ?? 0;
    const at = start - columnOf(text, start);
    return { span: { start: at, end: at }, newText: lines.map((line) => line + lineBreak).join('') };
  }
  // A comment may follow the last value on its line: the new line goes after it.
  const at = afterLine(text, before.end);
  const broken = at > 0 && text[at - 1] !== '\n';
  return { span: { start: at, end: at }, newText: `${broken ? lineBreak : ''}${lines.join(lineBreak)}${broken && isPart ? '' : lineBreak}` };
}
