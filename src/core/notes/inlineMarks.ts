import type { Span } from '../text';
import type { Leaf } from './leaf';
import { mystRole, type MystRole } from './mystRole';
import type { Footnotes } from './note';

/** A character that may be a citation's markup. Marks are kept flat: a bracket's partner is an index. */
export interface Mark {
  readonly kind: 'open' | 'close' | 'at' | 'semicolon';
  readonly at: number;
  /** Of a bracket: the index of its partner, or -1 where it has none. */
  partner: number;
  /** Of an opening bracket: it makes a link or a span with attributes, not a citation. */
  isLink: boolean;
}

/** A leaf read once from left to right. */
export interface InlineMarks {
  readonly marks: readonly Mark[];
  /** Markup that nobody may write into: code, tags, link targets, attributes. */
  readonly verbatim: readonly Span[];
  /** Bare addresses: not words either. */
  readonly addresses: readonly Span[];
  /** Where the `{` of an `@{` at an offset closes: the offset after the `}`. */
  readonly braces: ReadonlyMap<number, number>;
  /** Labels of link definitions (`[label]: url`), in lower case. */
  readonly linkLabels: readonly string[];
  /** `[^1]`, with the offset of its bracket. */
  readonly footnotes: Footnotes['references'];
  /** `^[text]` */
  readonly inlineNotes: readonly Span[];
  /** `` {cite:p}`a` `` */
  readonly roles: readonly MystRole[];
}

const none: InlineMarks = { marks: [], verbatim: [], addresses: [], braces: new Map(), linkLabels: [], footnotes: [], inlineNotes: [], roles: [] };
const attributes = /\{[ \t]*(?:[#.=-][^{}\n]*|[\w:-]+=[^{}]*)?\}/y;
const urlEnd = /[^\s<>"'()[\]]*/y;
const mailStart = /[\w.+-]/;
const mailEnd = /[\p{L}\p{N}_.-]*/uy;

/** Reads the brackets, `@`s and semicolons of a leaf, and what around them is not words. */
export function readMarks(text: string, leaf: Leaf): InlineMarks {
  if (leaf.atoms.length === 0 && !/[[@{]|:\/\//.test(text.slice(leaf.start, leaf.end))) return none;
  return new MarkReader(text, leaf).read();
}

class MarkReader {
  private readonly marks: Mark[] = [];
  private readonly verbatim: Span[] = [];
  private readonly addresses: Span[] = [];
  private readonly linkLabels: string[] = [];
  private readonly footnotes: Footnotes['references'][number][] = [];
  private readonly inlineNotes: Span[] = [];
  private readonly roles: MystRole[] = [];
  private readonly openBrackets: number[] = [];
  private readonly parens: ReadonlyMap<number, number>;
  private readonly braces: ReadonlyMap<number, number>;
  /** Where a link definition may stand: the leaf's first line, and the line after another. */
  private definitionAt: number;
  private hasShortcode = true;

  constructor(
    private readonly text: string,
    private readonly leaf: Leaf,
  ) {
    this.parens = pairs(text, leaf, '(', ')', false);
    this.braces = pairs(text, leaf, '{', '}', true);
    this.definitionAt = leaf.start;
  }

  read(): InlineMarks {
    const { leaf } = this;
    let next = 0;
    for (let at = leaf.start; at < leaf.end; ) {
      const atom = leaf.atoms[next];
      if (atom && atom.start <= at) {
        next++;
        if (atom.end <= at) continue;
        const role = this.text[atom.start] === '`' ? mystRole(this.text, atom) : undefined;
        if (role) this.roles.push(role);
        at = atom.kind === 'escape' || role ? atom.end : this.skipVerbatim(atom.start, this.attributesEnd(atom.end));
      } else at = this.readCharacter(at);
    }
    const { marks, verbatim, addresses, braces, linkLabels, footnotes, inlineNotes, roles } = this;
    return { marks, verbatim, addresses, braces, linkLabels, footnotes, inlineNotes, roles };
  }

  /** @returns where to read on */
  private readCharacter(at: number): number {
    switch (this.text.charCodeAt(at)) {
      case 91: // [
        this.openBrackets.push(this.marks.length);
        this.add('open', at);
        return at + 1;
      case 93: // ]
        return this.closeBracket(at);
      case 59: // ;
        this.add('semicolon', at);
        return at + 1;
      case 64: // @
        this.add('at', at);
        this.readMail(at);
        // The braces of `@{a]b}` hide what is in them.
        return this.braces.get(at + 1) ?? at + 1;
      case 123: // {
        return this.readBraces(at);
      case 58: // :
        if (this.text.startsWith('://', at)) this.readUrl(at);
        return at + 1;
      default:
        return at + 1;
    }
  }

  private add(kind: Mark['kind'], at: number): void {
    this.marks.push({ kind, at, partner: -1, isLink: false });
  }

  private skipVerbatim(start: number, end: number): number {
    if (end > start) this.verbatim.push({ start, end });
    return end;
  }

  private closeBracket(at: number): number {
    const index = this.openBrackets.pop();
    const open = index === undefined ? undefined : this.marks[index];
    this.add('close', at);
    if (index === undefined || !open) return at + 1;
    open.partner = this.marks.length - 1;
    const after = at + 1;
    if (this.text[open.at + 1] === '^' && this.text[open.at - 1] !== '^') {
      this.verbatim.push({ start: open.at, end: after });
      this.footnotes.push({ label: this.text.slice(open.at + 2, at), at: open.at });
    }
    if (this.text[open.at - 1] === '^') this.inlineNotes.push({ start: open.at - 1, end: after });
    const target = this.text[after] === '(' ? this.parens.get(after) : undefined;
    const end = target ?? this.attributesEnd(after);
    if (end > after) {
      open.isLink = true;
      return this.skipVerbatim(after, end);
    }
    return this.definitionEnd(open.at, after) ?? after;
  }

  /** `[label]: url "title"`. A label with a key in it is a citation before a colon to pandoc. */
  private definitionEnd(open: number, after: number): number | undefined {
    if (open !== this.definitionAt || this.text[after] !== ':') return undefined;
    const label = this.text.slice(open + 1, after - 1);
    if (label.includes('@') || label.startsWith('^')) return undefined;
    const lineEnd = this.text.indexOf('\n', after);
    const end = lineEnd < 0 ? this.leaf.end : Math.min(lineEnd, this.leaf.end);
    this.linkLabels.push(label.toLowerCase());
    this.definitionAt = end + 1;
    return this.skipVerbatim(open, end);
  }

  private attributesEnd(at: number): number {
    if (this.text[at] !== '{') return at;
    attributes.lastIndex = at;
    const match = attributes.exec(this.text);
    return match && at + match[0].length <= this.leaf.end ? at + match[0].length : at;
  }

  /** Quarto's `{{< shortcode >}}`, and attributes at the end of a heading or a caption. */
  private readBraces(at: number): number {
    if (this.hasShortcode && this.text.startsWith('{{<', at)) {
      const end = this.text.indexOf('>}}', at);
      if (end >= 0 && end < this.leaf.end) return this.skipVerbatim(at, end + 3);
      this.hasShortcode = false;
    }
    const before = this.text[at - 1];
    const end = before === ' ' || before === '\t' ? this.attributesEnd(at) : at;
    return end > at && /^[ \t]*#*[ \t]*$/.test(this.text.slice(end, Math.min(end + 20, this.leaf.end)))
      ? this.skipVerbatim(at, end)
      : at + 1;
  }

  private readUrl(colon: number): void {
    const last = this.addresses.at(-1)?.end ?? this.leaf.start;
    if (colon < last) return;
    let start = colon;
    while (start > last && colon - start < 12 && /[a-z+.-]/i.test(this.text.charAt(start - 1))) start--;
    urlEnd.lastIndex = colon;
    const end = colon + (urlEnd.exec(this.text)?.[0].length ?? 0);
    this.addresses.push({ start, end: Math.min(end, this.leaf.end) });
  }

  private readMail(at: number): void {
    const last = this.addresses.at(-1)?.end ?? this.leaf.start;
    let start = at;
    while (start > last && mailStart.test(this.text.charAt(start - 1))) start--;
    mailEnd.lastIndex = at + 1;
    const end = at + 1 + (mailEnd.exec(this.text)?.[0].length ?? 0);
    const isMail = /[\w]/.test(this.text.charAt(at - 1)) && start < at && end > at + 1;
    if (isMail) this.addresses.push({ start, end: Math.min(end, this.leaf.end) });
  }
}

/** Pairs of braces or parentheses: the opening one's offset and the offset after the closing one. */
function pairs(text: string, leaf: Leaf, open: string, close: string, inWord: boolean): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let stack: number[] = [];
  for (let at = leaf.start; at < leaf.end; at++) {
    const char = text[at];
    if (char === open) stack.push(at);
    else if (char === close) {
      const start = stack.pop();
      if (start !== undefined) found.set(start, at + 1);
    } else if (inWord && stack.length > 0 && (char === ' ' || char === '\n' || char === '\t')) stack = [];
  }
  return found;
}
