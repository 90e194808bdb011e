import { type Document, isAlias, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Problem } from '../problems/problem';
import type { Span } from '../text';
import { aliasLimit, curiePattern, definitionLimit, nameLimit, termKeys } from './glossaryKeys';
import { nearestWord } from './nearestWord';

/** A text of the file, and where it stands. */
export interface PlacedText {
  readonly text: string;
  readonly span: Span;
}

/** One entry of `terms` as the file has it: what could be read of each field. */
export interface GlossaryEntry {
  readonly span: Span;
  readonly name?: PlacedText;
  readonly synonyms: readonly PlacedText[];
  readonly abbreviations: readonly PlacedText[];
  readonly definition?: PlacedText;
  readonly type?: PlacedText;
  readonly ids: readonly PlacedText[];
  readonly broader: readonly PlacedText[];
}

type Draft = { -readonly [Key in keyof GlossaryEntry]: GlossaryEntry[Key] };
type NodeLike = Node | null | undefined | unknown;

/** Reads YAML nodes as the parts of a glossary. What cannot be read becomes a problem and is left out. */
export class GlossaryNodes {
  readonly problems: Problem[] = [];
  private aliasesLeft = aliasLimit;

  constructor(
    private readonly document: Document,
    private readonly source: string,
  ) {}

  /** The node itself, or what it stands for where it is an alias; undefined for nothing and for one alias too many. */
  resolve(node: NodeLike): Node | undefined {
    if (!isAlias(node)) return (node as Node | null | undefined) ?? undefined;
    if (this.aliasesLeft === 0) {
      this.problems.push({ code: 'aliases-too-many', severity: 'error', params: { limit: aliasLimit }, span: this.spanOf(node) });
    }
    return this.aliasesLeft-- > 0 ? node.resolve(this.document) : undefined;
  }

  /** Calls `take` with each known key of a map and its value; an unknown or repeated key is a problem. */
  eachKey<Key extends string>(map: YAMLMap, known: readonly Key[], take: (key: Key, value: NodeLike) => void): void {
    const seen = new Set<string>();
    for (const { key: keyNode, value } of map.items) {
      const key = isScalar(keyNode) ? String(keyNode.value) : '';
      const span = this.spanOf(keyNode);
      const knownKey = known.find((one) => one === key);
      if (knownKey === undefined) {
        const suggestion = nearestWord(key, known);
        const params = { key: key.slice(0, nameLimit), known: known.join(', '), ...(suggestion && { suggestion }) };
        this.problems.push({ code: 'unknown-key', severity: 'warning', params, ...(span && { span }) });
      } else if (seen.has(key)) {
        const params = { detail: `the key \`${key}\` stands here twice` };
        this.problems.push({ code: 'yaml-syntax', severity: 'error', params, ...(span && { span }) });
      } else {
        take(knownKey, value);
      }
      seen.add(key);
    }
  }

  /** One item of `terms`. */
  entry(map: YAMLMap, span: Span): GlossaryEntry {
    const entry: Draft = { span, synonyms: [], abbreviations: [], ids: [], broader: [] };
    this.eachKey(map, termKeys, (key, value) => {
      if (key === 'name' || key === 'type') entry[key] = this.text(key, value, nameLimit);
      else if (key === 'definition') entry[key] = this.text(key, value, definitionLimit);
      else if (key === 'ids') entry[key] = this.texts(key, value).filter((id) => this.isCurie(id));
      else entry[key] = this.texts(key, value);
    });
    return entry;
  }

  /** Where a node stands, without the white space after it; a block's range reaches up to the next one. */
  spanOf(node: NodeLike): Span | undefined {
    const range = (node as Node | null | undefined)?.range;
    if (!range) return undefined;
    const [start, end] = range;
    return { start, end: start + this.source.slice(start, end).trimEnd().length };
  }

  wrongType(key: string, expected: string, span: Span | undefined): void {
    this.problems.push({ code: 'wrong-type', severity: 'error', params: { key, expected }, ...(span && { span }) });
  }

  /** A list of texts; one text alone stands for a list of one, as people write `synonyms: leukaemoid reaction`. */
  private texts(key: string, value: NodeLike): PlacedText[] {
    const node = this.resolve(value);
    const items = isSeq(node) ? node.items : [node];
    return items.map((item) => this.text(key, item, nameLimit, 'a text or a list of texts')).filter((text) => text !== undefined);
  }

  /** Numbers and the like count as they are written: `22q11`, `1e5`, `007`. Nothing at all is no text, and no mistake. */
  private text(key: string, value: NodeLike, limit: number, expected = 'a text'): PlacedText | undefined {
    const node = this.resolve(value);
    if (!node || (isScalar(node) && node.value === null)) return undefined;
    const span = this.spanOf(value) ?? this.spanOf(node);
    if (!isScalar(node)) {
      this.wrongType(key, expected, span);
      return undefined;
    }
    const text = (typeof node.value === 'string' ? node.value : (node.source ?? '')).replace(/\s+/g, ' ').trim();
    if (text.length > limit) {
      this.problems.push({ code: 'text-too-long', severity: 'error', params: { key, limit }, ...(span && { span }) });
      return undefined;
    }
    return text === '' || !span ? undefined : { text, span };
  }

  private isCurie({ text, span }: PlacedText): boolean {
    if (curiePattern.test(text)) return true;
    this.problems.push({ code: 'id-malformed', severity: 'error', params: { id: text }, span });
    return false;
  }
}
