import type { CitedText } from '../notes/note';
import type { Span } from '../text';

/** A citation's turn: its place in the note's list, and the footnote that it is read in, counted from 1. */
export interface Turn {
  readonly index: number;
  readonly note: number;
}

type Event =
  | { readonly at: number; readonly kind: 'cluster'; readonly index: number }
  | { readonly at: number; readonly kind: 'reference'; readonly label: string }
  | { readonly at: number; readonly kind: 'inline'; readonly end: number };

/**
 * The order in which a note's citations are read, which is pandoc's: what stands in a footnote where the footnote is referred to.
 * A citation in the text has a footnote's number, too, which counts in styles that make one of it.
 */
export function readingOrder({ citations, footnotes }: Pick<CitedText, 'citations' | 'footnotes'>): Turn[] {
  const events: Event[] = [
    ...citations.map(({ span }, index) => ({ at: span.start, kind: 'cluster' as const, index })),
    ...footnotes.references.map(({ label, at }) => ({ at, kind: 'reference' as const, label })),
    ...footnotes.inline.map(({ start, end }) => ({ at: start, kind: 'inline' as const, end })),
  ];
  events.sort((a, b) => a.at - b.at);
  return new Reader(events, new Map(footnotes.definitions.toReversed().map((one) => [one.label, one])), footnotes.definitions).read();
}

class Reader {
  private readonly turns: Turn[] = [];
  private readonly seen = new Set<number>();
  private readonly noted = new Set<Span>();
  private note = 0;

  constructor(
    private readonly events: readonly Event[],
    private readonly definitions: ReadonlyMap<string, Span>,
    private readonly all: readonly Span[],
  ) {}

  read(): Turn[] {
    let definition = 0;
    for (let index = 0; index < this.events.length; ) {
      const at = this.events[index]?.at ?? 0;
      while ((this.all[definition]?.end ?? Infinity) <= at) definition++;
      const within = this.all[definition];
      const isWithin = within !== undefined && within.start <= at;
      index = isWithin ? this.firstFrom(within.end) : this.readAt(index, undefined);
    }
    // What nothing refers to is read by nobody, but shown where it stands.
    for (const one of this.all) this.readNote(one);
    return this.turns;
  }

  /** @returns the event to go on with */
  private readAt(index: number, note: number | undefined): number {
    const event = this.events[index];
    if (event?.kind === 'cluster') this.turn(event.index, note);
    else if (event?.kind === 'reference') this.readNote(this.definitions.get(event.label));
    else if (event?.kind === 'inline') {
      const own = note ?? ++this.note;
      let next = index + 1;
      while ((this.events[next]?.at ?? Infinity) < event.end) next = this.readAt(next, own);
      return next;
    }
    return index + 1;
  }

  private turn(index: number, note: number | undefined): void {
    if (this.seen.has(index)) return;
    this.seen.add(index);
    this.turns.push({ index, note: note ?? ++this.note });
  }

  private readNote(definition: Span | undefined): void {
    if (!definition || this.noted.has(definition)) return;
    this.noted.add(definition);
    const own = ++this.note;
    let next = this.firstFrom(definition.start);
    while ((this.events[next]?.at ?? Infinity) < definition.end) {
      // A footnote that a footnote refers to comes after it; pandoc reads none in none.
      next = this.events[next]?.kind === 'reference' ? next + 1 : this.readAt(next, own);
    }
  }

  private firstFrom(at: number): number {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
