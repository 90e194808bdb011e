/** Tags are two signs, the first a capital and the second a capital or a digit; each has a number of its own. */
export const tagCount = 26 * 43;

/** The number of a tag by the codes of its signs. */
export function tagNumber(first: number, second: number): number {
  return (first - 65) * 43 + second - 48;
}

/** The number of a tag by its name: `AU`. */
export function tag(name: string): number {
  return tagNumber(name.charCodeAt(0), name.charCodeAt(1));
}
