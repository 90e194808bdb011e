/** A concept by its index's place in the search and its own place there, with how good the name is (`Rank`); in one number, as a text has thousands. */
export type Sense = number;

const rankBits = 3;
const placeBits = 24;

/** @param rank below 8; @param place below 2^24; @param index below 16 */
export function sense(index: number, place: number, rank: number): Sense {
  return (((index << placeBits) | place) << rankBits) | rank;
}

export function rankOf(one: Sense): number {
  return one & ((1 << rankBits) - 1);
}

export function placeOf(one: Sense): number {
  return (one >> rankBits) & ((1 << placeBits) - 1);
}

export function indexOf(one: Sense): number {
  return one >>> (placeBits + rankBits);
}

/** Whether two senses are the same concept, by whatever names. */
export function isSameConcept(one: Sense, other: Sense): boolean {
  return one >> rankBits === other >> rankBits;
}
