import type { Span } from '../text';
import type { KeyMatch } from './citekey';
import { isCrossReference, matchKey } from './citekey';
import type { InlineMarks, Mark } from './inlineMarks';
import { splitLocator } from './locator';
import type { LocatorTerms } from './locatorTerms';
import type { CitationCluster, CitationItem } from './note';

/** What the rest of a document says that decides whether something is a citation. */
export interface CitationContext {
  readonly terms: LocatorTerms;
  /** Labels of example list items: `(@good)` refers to one. */
  isExample(label: string): boolean;
  /** `[foo]: url` makes a link of `[foo]`. */
  isLink(label: string): boolean;
}

export interface LeafCitations {
  readonly clusters: readonly CitationCluster[];
  /** Every key and cross-reference with its `@`. */
  readonly keys: readonly Span[];
}

interface Group {
  readonly items: readonly CitationItem[];
  /** Indices of the marks that are the items' own `@`. */
  readonly own: readonly number[];
}

/** White space with one line break at most, over the marks of block quotes. */
const gap = /[ \t]*(?:\r?\n[ \t]*(?:>[ \t]?)*)?/y;

/** Finds the citations among a leaf's marks, by pandoc's grammar; one in another's suffix comes after it. */
export function readCitations(text: string, inline: InlineMarks, context: CitationContext): LeafCitations {
  return new CitationReader(text, inline, context).read();
}

class CitationReader {
  private readonly clusters: CitationCluster[] = [];
  private readonly keys: Span[] = [];
  private readonly consumed = new Set<number>();

  constructor(
    private readonly text: string,
    private readonly inline: InlineMarks,
    private readonly context: CitationContext,
  ) {}

  read(): LeafCitations {
    for (const [index, mark] of this.inline.marks.entries()) {
      if (this.consumed.has(index)) continue;
      if (mark.kind === 'open') this.readGroup(index, mark);
      else if (mark.kind === 'at') this.readAuthorInText(index, mark);
    }
    return { clusters: this.clusters, keys: this.keys.sort((a, b) => a.start - b.start) };
  }

  private readGroup(index: number, open: Mark): void {
    const group = this.group(index);
    if (group) this.push({ start: open.at, end: this.closeOf(open) + 1 }, false, group);
  }

  /** `@a`, `@a [p. 3]`, `@a [p. 3; @b]`, `@a [see @b]`, `-@a`. */
  private readAuthorInText(index: number, mark: Mark): void {
    const key = this.keyAt(mark);
    if (!key) return;
    const bracket = this.bracketAfter(index, key.end);
    const group = bracket === undefined ? undefined : this.group(bracket);
    const located = group || bracket === undefined ? undefined : this.locatorBracket(bracket);
    const rest = group ?? located?.rest;
    const isExample = !key.suppressAuthor && this.context.isExample(key.key);
    if (isExample && !group && !located) {
      this.keys.push(key);
      return;
    }
    const first = this.item(key, '', located?.suffix ?? '');
    const items = [first, ...(rest?.items ?? [])];
    const open = bracket !== undefined && (group ?? located) ? this.inline.marks[bracket] : undefined;
    if (bracket !== undefined && open) this.consumed.add(bracket);
    const end = open ? this.closeOf(open) + 1 : key.end;
    this.push({ start: key.start, end }, !key.suppressAuthor, { items, own: [index, ...(rest?.own ?? [])] });
  }

  private push(span: Span, authorInText: boolean, group: Group): void {
    for (const index of group.own) this.consumed.add(index);
    for (const item of group.items) this.keys.push(item.keySpan);
    const items = group.items.filter((item) => !isCrossReference(item.key));
    if (items.length > 0) this.clusters.push({ span, authorInText: authorInText && items[0] === group.items[0], items });
  }

  /** The citations between a bracket and its partner, or undefined where they aren't a citation. */
  private group(index: number): Group | undefined {
    const open = this.inline.marks[index];
    if (!open || open.partner < 0 || open.isLink || this.text[open.at + 1] === '^' || this.text[open.at - 1] === '^')
      return undefined;
    if (this.reference(open.partner)) return undefined;
    return this.itemList(index + 1, open.at + 1, open.partner);
  }

  /** `[p. 3]` after `@a`, with further citations after a semicolon. */
  private locatorBracket(index: number): { readonly suffix: string; readonly rest: Group | undefined } | undefined {
    const open = this.inline.marks[index];
    if (!open || open.isLink || this.text[open.at + 1] === '^') return undefined;
    const close = this.closeOf(open);
    if (this.text[close + 1] === '(' || this.reference(open.partner)) return undefined;
    if (this.context.isLink(this.text.slice(open.at + 1, close).toLowerCase())) return undefined;
    const stop = this.suffixEnd(index + 1, open.partner);
    const suffix = this.text.slice(open.at + 1, this.inline.marks[stop]?.at);
    if (stop === open.partner) return { suffix, rest: undefined };
    const rest = this.itemList(stop + 1, (this.inline.marks[stop]?.at ?? 0) + 1, open.partner);
    return rest && { suffix, rest };
  }

  /** Whether `[text]` or `[text][ref]`'s second bracket follows a bracket at once. */
  private reference(close: number): boolean {
    const next = this.inline.marks[close + 1];
    const at = this.inline.marks[close]?.at ?? -1;
    return next?.kind === 'open' && next.at === at + 1 && next.partner >= 0 && this.text[next.at + 1] !== '^';
  }

  /** `prefix @key suffix; prefix @key suffix`, from a mark on up to the closing bracket; every part needs a key. */
  private itemList(from: number, start: number, close: number): Group | undefined {
    const items: CitationItem[] = [];
    const own: number[] = [];
    let prefixStart = start;
    for (let index = from; ; ) {
      const found = this.firstKey(index, close);
      if (!found) return undefined;
      const stop = this.suffixEnd(found.index + 1, close);
      const stopAt = this.inline.marks[stop]?.at ?? 0;
      const prefix = this.text.slice(prefixStart, found.key.start);
      items.push(this.item(found.key, prefix, this.text.slice(found.key.end, stopAt)));
      own.push(found.index);
      if (stop === close) return { items, own };
      index = stop + 1;
      prefixStart = stopAt + 1;
    }
  }

  private firstKey(from: number, close: number): { readonly index: number; readonly key: KeyMatch } | undefined {
    for (let index = from; index < close; index++) {
      const mark = this.inline.marks[index];
      if (mark?.kind === 'semicolon') return undefined;
      if (mark?.kind === 'open' && mark.partner >= 0) index = mark.partner;
      const key = mark?.kind === 'at' ? this.keyAt(mark) : undefined;
      if (key) return { index, key };
    }
    return undefined;
  }

  private suffixEnd(from: number, close: number): number {
    for (let index = from; index < close; index++) {
      const mark = this.inline.marks[index];
      if (mark?.kind === 'semicolon') return index;
      if (mark?.kind === 'open' && mark.partner >= 0) index = mark.partner;
    }
    return close;
  }

  private bracketAfter(index: number, end: number): number | undefined {
    gap.lastIndex = end;
    const at = end + (gap.exec(this.text)?.[0].length ?? 0);
    if (this.text[at] !== '[') return undefined;
    let next = index + 1;
    while ((this.inline.marks[next]?.at ?? Infinity) < at) next++;
    const mark = this.inline.marks[next];
    return mark?.at === at && mark.partner >= 0 ? next : undefined;
  }

  private keyAt(mark: Mark): KeyMatch | undefined {
    return matchKey(this.text, mark.at, this.inline.braces.get(mark.at + 1));
  }

  private closeOf(open: Mark): number {
    return this.inline.marks[open.partner]?.at ?? open.at;
  }

  private item(key: KeyMatch, prefix: string, suffix: string): CitationItem {
    const { locator, suffix: rest } = splitLocator(plain(suffix), this.context.terms);
    return {
      key: key.key,
      keySpan: { start: key.start, end: key.end },
      prefix: plain(prefix).trim(),
      suffix: rest,
      ...(locator && { locator }),
      suppressAuthor: key.suppressAuthor,
    };
  }
}

/** Text over several lines as one: without line breaks and the marks of block quotes. */
function plain(source: string): string {
  return source.includes('\n') ? source.replace(/[ \t]*\r?\n[ \t]*(?:>[ \t]?)*/g, ' ') : source;
}
