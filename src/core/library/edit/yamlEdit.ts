import type { Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import { writeYaml } from '../../formats/cslYamlWrite';
import { isObject } from '../../formats/plainValue';
import { sameValue } from './sameValue';
import type { TextEdit } from './textEdit';
import { lineBreakOf } from './wholeLines';
import { blockWith, blockWithout, pairLines } from './yamlBlock';
import { flowPair, flowSpans, flowWith, flowWithout, isJson, layOut } from './yamlFlow';
import { colonEnd, columnOf, indented, nodeSpan, pairSpan, plainValue, yamlDocument } from './yamlNodes';
import { blockScalar, flowText } from './yamlScalar';

export type YamlPath = readonly (string | number)[];

/**
 * Sets a value in a YAML or JSON text, and touches nothing that stays as it is: of a list or map only what differs.
 *
 * @param path such as `['annotations']`, `['references', 0, 'title']`; what is not there yet is put in, and an index one
 *   past a list's end adds to it
 * @param value undefined takes it out
 * @param isPart the text is cut out of a longer one, and needs no line break at its end
 * @returns undefined where the text cannot be read, or the path leads through no map or list
 */
export function yamlEdit(text: string, path: YamlPath, value: unknown, isPart = false): readonly TextEdit[] | undefined {
  const document = yamlDocument(text);
  return document && path.length > 0 ? new YamlEditing(text, document, isPart).set(path, value) : undefined;
}

class YamlEditing {
  private readonly lineBreak: string;

  constructor(private readonly text: string, private readonly document: Document.Parsed, private readonly isPart: boolean) {
    this.lineBreak = lineBreakOf(text);
  }

  set(path: YamlPath, value: unknown): readonly TextEdit[] | undefined {
    let node = this.document.contents as Node | null;
    if (node === null || (isScalar(node) && node.value === null)) {
      return value === undefined ? [] : [this.appended(nested(path, value))];
    }
    for (const [depth, step] of path.entries()) {
      const rest = path.slice(depth + 1);
      const isLast = rest.length === 0;
      const index = indexOf(node, step);
      if (index === undefined) return undefined;
      const items: readonly unknown[] = isMap(node) || isSeq(node) ? node.items : [];
      if (index >= items.length) {
        return value === undefined ? [] : this.put(node as YAMLMap | YAMLSeq, step, nested(rest, value));
      }
      if (isLast && value === undefined) return this.without(node as YAMLMap | YAMLSeq, [index]);
      const child: Node | null = isMap(node) ? (node.items[index]?.value as Node | null) : (items[index] as Node | null);
      if (isLast) return this.change(node as YAMLMap | YAMLSeq, index, value);
      if (!isMap(child) && !isSeq(child)) {
        return child === null || (isScalar(child) && child.value === null) ? this.change(node as YAMLMap | YAMLSeq, index, nested(rest, value)) : undefined;
      }
      node = child;
    }
    return undefined;
  }

  /** Gives what stands at a place of a map or list another value. */
  private change(parent: YAMLMap | YAMLSeq, index: number, value: unknown): readonly TextEdit[] {
    const item = parent.items[index];
    const node = (isMap(parent) ? (item as Pair | undefined)?.value : item) as Node | null | undefined;
    if (sameValue(plainValue(node, this.document), value)) return [];
    if (node && isMap(node) && node.items.length > 0 && isObject(value) && Object.keys(value).length > 0) return this.changeMap(node, value);
    if (node && isSeq(node) && node.items.length > 0 && Array.isArray(value) && value.length > 0) return this.changeList(node, value);
    return [this.replace(parent, index, node ?? undefined, value)];
  }

  private changeMap(map: YAMLMap, value: Readonly<Record<string, unknown>>): readonly TextEdit[] {
    const keys = map.items.map(keyOf);
    const gone = keys.flatMap((key, index) => (key === undefined || value[key] !== undefined ? [] : [index]));
    const added = Object.keys(value).filter((key) => value[key] !== undefined && !keys.includes(key));
    if (gone.length === map.items.length) {
      return [this.rewritten(map, value)];
    }
    const changed = keys.flatMap((key, index) => (key === undefined || value[key] === undefined ? [] : this.change(map, index, value[key])));
    const put = added.length === 0 ? [] : this.putAll(map, map.items.length - 1, added.map((key) => [key, value[key]] as const));
    return inOrder([...changed, ...this.without(map, gone), ...put]);
  }

  private changeList(list: YAMLSeq, value: readonly unknown[]): readonly TextEdit[] {
    const old = list.items.map((item) => plainValue(item as Node, this.document));
    const shorter = Math.min(old.length, value.length);
    let start = 0;
    while (start < shorter && sameValue(old[start], value[start])) start += 1;
    let end = 0;
    while (end < shorter - start && sameValue(old[old.length - 1 - end], value[value.length - 1 - end])) end += 1;
    const paired = Math.min(old.length, value.length) - end;
    const changed = Array.from({ length: paired - start }, (_, index) => this.change(list, start + index, value[start + index])).flat();
    const gone = Array.from({ length: old.length - end - paired }, (_, index) => paired + index);
    const added = value.slice(paired, value.length - end);
    const put = added.length === 0 ? [] : this.putAll(list, paired - 1, added.map((each) => [undefined, each] as const));
    return inOrder([...changed, ...this.without(list, gone), ...put]);
  }

  private replace(parent: YAMLMap | YAMLSeq, index: number, node: Node | undefined, value: unknown): TextEdit {
    if (parent.flow) {
      const span = node ? nodeSpan(node, this.text) : undefined;
      const indent = indentAt(this.text, flowSpans(parent, this.text)[index]?.start ?? 0);
      const json = isJson(parent, this.text);
      const newText = typeof value === 'object' ? layOut(value, json, this.text, parent, indent) : flowText(value, node, json);
      if (span) return { span, newText };
    }
    const scalar = node && isScalar(node) && node.source !== '' ? blockScalar(value, node as Scalar) : undefined;
    if (node && scalar !== undefined) {
      return { span: nodeSpan(node, this.text), newText: scalar };
    }
    return isMap(parent) ? this.replacePair(parent.items[index] as Pair, value) : this.replaceItem(node as Node, value);
  }

  /** All after the colon. */
  private replacePair(pair: Pair, value: unknown): TextEdit {
    const span = pairSpan(pair, this.text);
    const key = nodeSpan(pair.key as Node, this.text);
    const lines = indented(writeYaml({ k: value }), columnOf(this.text, key.start));
    return { span: { start: colonEnd(key.end, this.text), end: span.end }, newText: lines.join(this.lineBreak).trimStart().slice(2) };
  }

  private replaceItem(node: Node, value: unknown): TextEdit {
    const span = nodeSpan(node, this.text);
    const dash = Math.max(this.text.lastIndexOf('-', span.start - 1), 0);
    const lines = indented(writeYaml([value]), columnOf(this.text, dash));
    return { span: { start: dash, end: span.end }, newText: lines.join(this.lineBreak).trimStart() };
  }

  /** A map none of whose keys stays. */
  private rewritten(map: YAMLMap, value: unknown): TextEdit {
    const span = nodeSpan(map, this.text);
    const lines = indented(writeYaml(value), columnOf(this.text, span.start));
    return { span, newText: map.flow ? JSON.stringify(value) : lines.join(this.lineBreak).trimStart() };
  }

  private without(parent: YAMLMap | YAMLSeq, gone: readonly number[]): readonly TextEdit[] {
    if (gone.length === 0) return [];
    if (parent.flow) return flowWithout(parent, this.text, gone);
    if (gone.length < parent.items.length) return blockWithout(parent, this.text, gone);
    const span = nodeSpan(parent, this.text);
    const first = isSeq(parent) ? Math.max(this.text.lastIndexOf('-', span.start), 0) : span.start;
    return [{ span: { start: first, end: span.end }, newText: isSeq(parent) ? '[]' : '{}' }];
  }

  private put(parent: YAMLMap | YAMLSeq, step: string | number, value: unknown): readonly TextEdit[] {
    return this.putAll(parent, parent.items.length - 1, [[isMap(parent) ? String(step) : undefined, value]]);
  }

  private putAll(parent: YAMLMap | YAMLSeq, after: number, added: readonly (readonly [key: string | undefined, value: unknown])[]): readonly TextEdit[] {
    if (parent.flow) {
      const indent = indentAt(this.text, flowSpans(parent, this.text)[0]?.start ?? nodeSpan(parent, this.text).start);
      const items = added.map(([key, value]) => (
        isMap(parent) ? flowPair(parent, this.text, key ?? '', value, indent) : layOut(value, isJson(parent, this.text), this.text, parent, indent)
      ));
      return [flowWith(parent, this.text, after, items, this.lineBreak)];
    }
    return [blockWith(parent, this.text, after, pairLines(parent, this.text, added), this.lineBreak, this.isPart)];
  }

  private appended(value: unknown): TextEdit {
    const { text, lineBreak } = this;
    const broken = text !== '' && !text.endsWith('\n');
    return { span: { start: text.length, end: text.length }, newText: `${broken ? lineBreak : ''}${writeYaml(value).replace(/\n/g, lineBreak)}` };
  }
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return edits.toSorted((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
}

function nested(path: YamlPath, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value);
}

/** Where a step leads in a map or list; past the end where nothing is there yet. */
function indexOf(node: Node | null, step: string | number): number | undefined {
  if (isMap(node) && typeof step === 'string') {
    const index = node.items.findIndex((pair) => keyOf(pair) === step);
    return index < 0 ? node.items.length : index;
  }
  return isSeq(node) && typeof step === 'number' && step <= node.items.length ? step : undefined;
}

function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined;
}

function indentAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(at - columnOf(text, at), at))?.[0] ?? '';
}
