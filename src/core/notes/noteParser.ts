import type { Span } from '../text';
import { frontMatterOf } from './frontMatter';
import type { LocatorTerms } from './locatorTerms';
import { locatorTermsOf } from './locatorTerms';
import { pandocMarkdown, pandocMarkdownSoFar } from './markdown';
import { blockAtStart, type MetadataBlock } from './metadataBlock';
import type { FrontMatter, Note, NotePart, PlacedPart } from './note';
import { noLabels, type NoteLabels, readPart } from './notePart';
import { ParsedNote, type PlacedLists } from './parsedNote';
import { cuts, partEnds } from './partEnds';
import { type TextChange, textChange } from './textChange';

/** As much is parsed at once (UTF-16 units) where nothing is to be met again, and where an old part soon is. */
const longPiece = 32_000;
const shortPiece = 3000;

/** The words for places of a note's language (`lang`). */
export type TermsOf = (language: string | undefined) => LocatorTerms;

/**
 * Parses a note, and after each change only the blocks around it. The Markdown parser starts anew wherever a block of the
 * document begins, since what follows does not hang on what came before; so parts of the old version that are met again,
 * unchanged, stay as they are.
 */
export class NoteParser {
  private text = '';
  private start: MetadataBlock | undefined;
  /** All metadata, and the blocks that it was made of. */
  private metadata: { readonly blocks: readonly MetadataBlock[]; readonly values: FrontMatter | undefined } = { blocks: [], values: undefined };
  private terms: LocatorTerms;
  private labels: NoteLabels = noLabels;
  /** Parts that are parsed for good, from the front matter on. */
  private done: PlacedPart[] = [];
  /** Parts of the version before, behind these and untouched, in the order of the text: each may be met again. */
  private old: PlacedPart[] = [];
  private oldIndex = 0;
  private position = 0;
  private parsed: Note | undefined;
  private readonly placed = new WeakMap<PlacedPart, PlacedLists>();
  private readonly blocks = new WeakMap<PlacedPart, readonly MetadataBlock[]>();

  constructor(private readonly termsOf: TermsOf = locatorTermsOf) {
    this.terms = termsOf(undefined);
  }

  /** The note of the text given last; what has not been parsed yet is now. */
  get note(): Note {
    this.advance(Infinity);
    this.parsed ??= new ParsedNote(this.text, this.frontMatterOf(this.done), this.done, this.placed);
    return this.parsed;
  }

  /**
   * Takes a new version of the text.
   * @param told what has changed, in the places of the version before, where that is known: sorted, without overlaps
   */
  update(text: string, told?: readonly TextChange[]): void {
    if (text === this.text) return;
    const grows = told?.reduce((sum, change) => sum + shiftOf(change), 0);
    const changes = told && grows === text.length - this.text.length ? told : textChange(this.text, text);
    const isAfterStart = this.start !== undefined && (changes[0]?.start ?? 0) > this.start.span.end;
    const known = [...this.done, ...this.old.slice(this.oldIndex).filter(({ start }) => start >= this.position)];
    this.text = text;
    this.parsed = undefined;
    if (!isAfterStart) this.start = blockAtStart(text);
    this.reuse(known, changes);
    if (known.length === 0) this.terms = this.termsOf(this.frontMatterOf([])?.lang);
  }

  /**
   * Parses on for about so many characters.
   * @returns whether the whole note is parsed now
   */
  advance(characters: number): boolean {
    const stop = this.position + characters;
    do {
      while (this.position < this.text.length) {
        if (this.position >= stop) return false;
        if (!this.meetOld()) this.parseParts();
      }
      // The language may be named anywhere.
    } while (!this.parsed && this.useTerms());
    this.settleLabels();
    return true;
  }

  private frontMatterOf(parts: readonly PlacedPart[]): FrontMatter | undefined {
    const within = parts.filter(({ part }) => part.metadata.length > 0).flatMap((placed) => this.blocksOf(placed));
    const blocks = [...(this.start ? [this.start] : []), ...within];
    const known = this.metadata.blocks;
    const isSame = blocks.length === known.length && blocks.every((block, index) => block === known[index]);
    if (!isSame) this.metadata = { blocks, values: frontMatterOf(blocks) };
    return this.metadata.values;
  }

  private blocksOf(placed: PlacedPart): readonly MetadataBlock[] {
    let blocks = this.blocks.get(placed);
    if (!blocks) this.blocks.set(placed, (blocks = placed.part.metadata.map((block) => movedBlock(block, placed.start))));
    return blocks;
  }

  /** @returns whether all is to be read again, with the words of another language */
  private useTerms(): boolean {
    const terms = this.termsOf(this.frontMatterOf(this.done)?.lang);
    if (terms === this.terms) return false;
    this.terms = terms;
    this.labels = noLabels;
    this.reuse([], []);
    return true;
  }

  /** Keeps the parts that no change touches: a part hangs on its own text, on the first lines of the next, and on what it reaches to. */
  private reuse(known: readonly PlacedPart[], changes: readonly TextChange[]): void {
    const kept: PlacedPart[] = [];
    let shift = 0;
    let next = 0;
    for (const [index, placed] of known.entries()) {
      const end = Math.max(endOf(known[index + 1] ?? placed), endOf(placed) + placed.part.reach);
      for (; changes[next] && (changes[next]?.end ?? 0) < placed.start; next++) shift += shiftOf(changes[next]);
      if ((changes[next]?.start ?? Infinity) <= end) continue;
      kept.push(shift === 0 ? placed : { start: placed.start + shift, part: placed.part });
    }
    this.done = [];
    this.old = kept;
    this.oldIndex = 0;
    this.position = this.start?.span.end ?? 0;
  }

  private meetOld(): boolean {
    while ((this.old[this.oldIndex]?.start ?? Infinity) < this.position) this.oldIndex++;
    const placed = this.old[this.oldIndex];
    if (placed?.start !== this.position) return false;
    this.done.push(placed);
    this.position += placed.part.length;
    this.oldIndex++;
    return true;
  }

  /** Parses from the position on, in pieces that grow until a block of them is known to have ended. */
  private parseParts(): void {
    const start = this.position;
    const nextOld = this.old[this.oldIndex]?.start ?? Infinity;
    for (let length = Math.min(longPiece, nextOld - start + shortPiece); ; length *= 2) {
      const lineEnd = start + length >= this.text.length ? -1 : this.text.indexOf('\n', start + length);
      const end = lineEnd < 0 ? this.text.length : lineEnd + 1;
      const piece = this.text.slice(start, end);
      const isEnd = end === this.text.length;
      const tree = (isEnd ? pandocMarkdown : pandocMarkdownSoFar).parse(piece);
      const ends = partEnds(piece, cuts(piece, tree), isEnd, (at) => this.isOld(start + at));
      let from = 0;
      for (const to of ends) {
        const part = readPart(piece, tree, from, to, this.terms, this.labels);
        this.done.push({ start: start + from, part });
        from = to;
        if (this.isOld(start + to)) break;
      }
      this.position = start + from;
      if (from > 0) return;
    }
  }

  private isOld(at: number): boolean {
    for (let index = this.oldIndex; ; index++) {
      const start = this.old[index]?.start ?? Infinity;
      if (start >= at) return start === at;
    }
  }

  /** Where a label has come or gone, the parts that looked for it are read again. */
  private settleLabels(): void {
    if (this.parsed) return;
    const labels = labelsOf(this.done);
    const changed = [...difference(labels.examples, this.labels.examples), ...difference(labels.links, this.labels.links)];
    this.labels = labels;
    if (changed.length === 0) return;
    this.done = this.done.map((placed) =>
      changed.some((label) => placed.part.labels.asked.has(label)) ? { ...placed, part: this.readAgain(placed) } : placed,
    );
  }

  private readAgain({ start, part }: PlacedPart): NotePart {
    const text = this.text.slice(start, start + part.length);
    return readPart(text, pandocMarkdown.parse(text), 0, text.length, this.terms, this.labels);
  }
}

function endOf(placed: PlacedPart | undefined): number {
  return placed ? placed.start + placed.part.length : 0;
}

function movedBlock(block: MetadataBlock, by: number): MetadataBlock {
  const moved = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return { ...block, span: moved(block.span), problems: block.problems.map((one) => (one.span ? { ...one, span: moved(one.span) } : one)) };
}

function shiftOf(change: TextChange | undefined): number {
  return change ? change.length - (change.end - change.start) : 0;
}

function labelsOf(parts: readonly PlacedPart[]): NoteLabels {
  const examples = new Set<string>();
  const links = new Set<string>();
  for (const { part } of parts) {
    for (const label of part.labels.examples) examples.add(label);
    for (const label of part.labels.links) links.add(label);
  }
  return { examples, links };
}

function difference(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...[...one].filter((label) => !other.has(label)), ...[...other].filter((label) => !one.has(label))];
}
