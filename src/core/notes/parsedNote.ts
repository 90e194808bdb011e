import type { Span } from '../text';
import type { CitationCluster, Footnotes, FrontMatter, Note, NotePart, PlacedPart } from './note';

/** A note made of parts; what stands in them is given its place in the text when it is asked for. */
export class ParsedNote implements Note {
  private whole: { prose?: readonly Span[]; verbatim?: readonly Span[]; citations?: readonly CitationCluster[]; footnotes?: Footnotes } = {};

  constructor(
    readonly text: string,
    readonly frontMatter: FrontMatter | undefined,
    readonly parts: readonly PlacedPart[],
    /** Kept from version to version for what has stayed in its place. */
    private readonly placed: WeakMap<PlacedPart, PlacedLists>,
  ) {}

  get prose(): readonly Span[] {
    return (this.whole.prose ??= this.parts.flatMap((placed) => this.lists(placed).prose));
  }

  get verbatim(): readonly Span[] {
    return (this.whole.verbatim ??= [...this.front(), ...this.parts.flatMap((placed) => this.lists(placed).verbatim)]);
  }

  get citations(): readonly CitationCluster[] {
    return (this.whole.citations ??= this.parts.flatMap((placed) => this.lists(placed).citations));
  }

  get footnotes(): Footnotes {
    return (this.whole.footnotes ??= {
      definitions: this.parts.flatMap(({ start, part }) => part.footnotes.definitions.map((one) => ({ ...one, ...moved(one, start) }))),
      references: this.parts.flatMap(({ start, part }) => part.footnotes.references.map(({ label, at }) => ({ label, at: at + start }))),
      inline: this.parts.flatMap(({ start, part }) => part.footnotes.inline.map((span) => moved(span, start))),
    });
  }

  citationsIn(start: number, end: number): readonly CitationCluster[] {
    return this.partsIn(start, end).flatMap((placed) => this.lists(placed).citations.filter(({ span }) => touches(span, start, end)));
  }

  proseIn(start: number, end: number): readonly Span[] {
    return this.partsIn(start, end).flatMap((placed) => this.lists(placed).prose.filter((span) => touches(span, start, end)));
  }

  verbatimIn(start: number, end: number): readonly Span[] {
    const front = this.front().filter((span) => touches(span, start, end));
    const spans = this.partsIn(start, end).flatMap((placed) => this.lists(placed).verbatim.filter((span) => touches(span, start, end)));
    return [...front, ...spans];
  }

  /** What stands before all parts. */
  private front(): readonly Span[] {
    const from = this.parts[0]?.start ?? Infinity;
    return this.frontMatter?.blocks.filter(({ end }) => end <= from) ?? [];
  }

  private partsIn(start: number, end: number): PlacedPart[] {
    let low = 0;
    let high = this.parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { start: at = 0, part } = this.parts[middle] ?? {};
      if (at + (part?.length ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const found: PlacedPart[] = [];
    for (let index = low; (this.parts[index]?.start ?? Infinity) <= end; index++) found.push(...this.parts.slice(index, index + 1));
    return found;
  }

  private lists(placed: PlacedPart): PlacedLists {
    let lists = this.placed.get(placed);
    if (!lists) this.placed.set(placed, (lists = place(placed.part, placed.start)));
    return lists;
  }
}

/** What stands in a part, with its places in the note. */
export interface PlacedLists {
  readonly prose: readonly Span[];
  readonly verbatim: readonly Span[];
  readonly citations: readonly CitationCluster[];
}

function place({ prose, verbatim, citations }: NotePart, start: number): PlacedLists {
  return {
    prose: prose.map((span) => moved(span, start)),
    verbatim: verbatim.map((span) => moved(span, start)),
    citations: citations.map((cluster) => ({
      span: moved(cluster.span, start),
      authorInText: cluster.authorInText,
      ...(cluster.role !== undefined && { role: cluster.role }),
      items: cluster.items.map((item) => ({ ...item, keySpan: moved(item.keySpan, start) })),
    })),
  };
}

function moved(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function touches(span: Span, start: number, end: number): boolean {
  return span.start <= end && start <= span.end;
}
