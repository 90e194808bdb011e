import type { Span } from '../text';

/** A full text to read: blocks without anything that runs or is loaded, and the plain text that annotations are anchored in. */
export interface ReadableText {
  readonly title?: string;
  readonly blocks: readonly ReadableBlock[];
  /** The blocks' texts, parted by empty lines. */
  readonly text: string;
  /** The element, of those that are no text to read, that never ends: what follows is in it. */
  readonly unclosed?: string;
  /** Whether tags are nested too deep, and what follows is left out. */
  readonly isCut?: boolean;
}

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'quote' | 'code' | 'row' | 'caption';

export interface ReadableBlock {
  readonly kind: BlockKind;
  /** Of a heading from 1 to 6; of an item how deep its list is, from 1. */
  readonly level?: number;
  readonly runs: readonly TextRun[];
  /** Where its text is in the whole plain text. */
  readonly span: Span;
}

/** A stretch of text that looks alike. A row's cells are parted by tabs. */
export interface TextRun {
  readonly text: string;
  readonly marks: readonly TextMark[];
  /** An address of the web, of mail, or of a place in the text; nothing else. */
  readonly href?: string;
}

export type TextMark = 'italic' | 'bold' | 'sup' | 'sub' | 'code' | 'image';

/** What parts two blocks in the plain text. */
const between = '\n\n';

interface OpenBlock {
  readonly kind: BlockKind;
  readonly level?: number;
  runs: { text: string; marks: readonly TextMark[]; href?: string }[];
}

/** Gathers blocks from the events of a parser: a block begins, texts come, it ends. Empty blocks are none. */
export class ReadableBuilder {
  title: string | undefined;
  private readonly blocks: ReadableBlock[] = [];
  private readonly texts: string[] = [];
  private length = 0;
  private current: OpenBlock | undefined;

  /** Ends the block before, if there is one. */
  begin(kind: BlockKind, level?: number): void {
    this.end();
    this.current = { kind, ...(level !== undefined && { level }), runs: [] };
  }

  /** @param isKept with its white space, as in code; else white space is one space */
  add(text: string, marks: readonly TextMark[], href: string | undefined, isKept = false): void {
    this.current ??= { kind: 'paragraph', runs: [] };
    const { runs } = this.current;
    const last = runs.at(-1);
    const plain = marks.includes('sup') ? raised(text) : text;
    let added = isKept ? plain.replace(/\r\n?/g, '\n') : plain.replace(/\s+/g, ' ');
    if (!isKept && added.startsWith(' ') && (!last || /\s$/.test(last.text))) added = added.slice(1);
    if (added === '') return;
    if (last && last.href === href && last.marks.join() === marks.join()) last.text += added;
    else runs.push({ text: added, marks, ...(href !== undefined && { href }) });
  }

  end(): void {
    const block = this.current;
    this.current = undefined;
    if (!block) return;
    const last = block.runs.at(-1);
    if (last) last.text = last.text.trimEnd();
    const runs = block.runs.filter(({ text }) => text !== '');
    const text = runs.map((run) => run.text).join('');
    if (text.trim() === '') return;
    const start = this.blocks.length === 0 ? 0 : this.length + between.length;
    this.length = start + text.length;
    this.texts.push(text);
    this.blocks.push({ kind: block.kind, ...(block.level !== undefined && { level: block.level }), runs, span: { start, end: this.length } });
  }

  /** Whether the open block has a text already. */
  get hasText(): boolean {
    return (this.current?.runs.length ?? 0) > 0;
  }

  result(): ReadableText {
    this.end();
    const title = this.title?.replace(/\s+/g, ' ').trim();
    return { ...(title !== undefined && title !== '' && { title }), blocks: this.blocks, text: this.texts.join(between) };
  }
}

/** Numbers that stand above the line, `10<sup>9</sup>`, would be others on it; what is not a number can do without. */
function raised(text: string): string {
  return /^\s*[-\u2212]?\d+(?:[,\u2013-]\d+)*\s*$/.test(text) ? text.replace(/[-\d\u2212]/g, (sign) => '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'[Number(sign)] ?? '\u207b') : text;
}

/** An address that may be followed when a person asks to; undefined for what could run (`javascript:`) or reach the machine's files. */
export function safeAddress(address: string | undefined): string | undefined {
  const plain = address?.replace(/[\0-\x20]+/g, '');
  return plain !== undefined && /^(?:https?:\/\/|mailto:|#)/i.test(plain) ? plain : undefined;
}
