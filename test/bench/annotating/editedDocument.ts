import type { Span } from '../../../src/core/text';

/** A text that is edited while it is known of each letter where it came from, so that a passage's true place is known. */
export class EditedDocument {
  private letters: string[];
  /** For each letter its place in the original; -1 for what is new. */
  private origins: number[];

  constructor(private readonly original: string) {
    this.letters = original.split('');
    this.origins = this.letters.map((_, index) => index);
  }

  get text(): string {
    return this.letters.join('');
  }

  get length(): number {
    return this.letters.length;
  }

  insert(at: number, text: string): void {
    const added = text.split('');
    this.letters = [...this.letters.slice(0, at), ...added, ...this.letters.slice(at)];
    this.origins = [...this.origins.slice(0, at), ...added.map(() => -1), ...this.origins.slice(at)];
  }

  delete({ start, end }: Span): void {
    this.letters.splice(start, end - start);
    this.origins.splice(start, end - start);
  }

  /** Gives every letter what it becomes, be it nothing or several; they keep its place. */
  map(becomes: (letter: string, index: number, letters: readonly string[]) => string): void {
    const letters: string[] = [];
    const origins: number[] = [];
    this.letters.forEach((letter, index) => {
      for (const each of becomes(letter, index, this.letters).split('')) {
        letters.push(each);
        origins.push(this.origins[index] ?? -1);
      }
    });
    [this.letters, this.origins] = [letters, origins];
  }

  /** Puts a stretch somewhere else: `to` is a place of the text without it. */
  move({ start, end }: Span, to: number): void {
    const letters = this.letters.splice(start, end - start);
    const origins = this.origins.splice(start, end - start);
    this.letters.splice(to, 0, ...letters);
    this.origins.splice(to, 0, ...origins);
  }

  /** Puts stretches that together are the whole text into another order. */
  arrange(parts: readonly Span[]): void {
    const [letters, origins] = [this.letters, this.origins];
    this.letters = parts.flatMap(({ start, end }) => letters.slice(start, end));
    this.origins = parts.flatMap(({ start, end }) => origins.slice(start, end));
  }

  /** Where a passage of the original stands now; undefined where nothing of it does. */
  placeOf({ start, end }: Span): Span | undefined {
    let first = -1;
    let last = -1;
    this.origins.forEach((origin, index) => {
      if (origin < start || origin >= end) return;
      if (first < 0) first = index;
      last = index;
    });
    return first < 0 ? undefined : { start: first, end: last + 1 };
  }

  /** What share of a stretch's letters are a passage's, and what share of those that are left of the passage it has. */
  shared({ start, end }: Span, passage: Span): { readonly ofSpan: number; readonly ofQuote: number } {
    let [common, left] = [0, 0];
    this.origins.forEach((origin, index) => {
      if (origin < passage.start || origin >= passage.end) return;
      left += 1;
      if (index >= start && index < end) common += 1;
    });
    return { ofSpan: common / (end - start), ofQuote: common / Math.max(left, 1) };
  }

  /** What share of a passage's letters stands unchanged in one place. */
  keptOf(passage: Span): number {
    const place = this.placeOf(passage);
    if (!place) return 0;
    const total = this.original.slice(passage.start, passage.end).replace(/\s/g, '').length;
    let kept = 0;
    for (let index = place.start; index < place.end; index += 1) {
      const origin = this.origins[index] ?? -1;
      const letter = this.letters[index] ?? '';
      if (origin >= passage.start && origin < passage.end && letter.trim() !== '' && this.original.charAt(origin) === letter) kept += 1;
    }
    return place.end - place.start > 2 * (passage.end - passage.start) + 80 ? 0.5 : kept / total;
  }
}
