/** What a mark can stand for, as the settings name it. */
export interface Meaning {
  readonly name: string;
  /** As `#rrggbb`. */
  readonly color: string;
}

/** The colour of what has no meaning that the settings know. */
export const plainColor = '#9e9e9e';

/** @returns the colour of a meaning; one that came from elsewhere, as a colour, is its own */
export function colorOf(meaning: string | undefined, meanings: readonly Meaning[]): string {
  return meanings.find(({ name }) => name === meaning)?.color ?? (isColor(meaning) ? meaning : plainColor);
}

/** @returns whether a value is a colour as `#rrggbb` */
export function isColor(value: unknown): value is string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
}
