/** A power of two: so many places a set begins with. */
const fewest = 1024;

/** A key that finds so many other keys' places before its own is kept elsewhere: somebody made them so that they meet. */
const mostTried = 32;

/**
 * A set of texts to which many are added. JavaScript's own looks at a text for each that shares a place with another; among
 * a hundred thousand, these are nowhere near the processor. Here a number stands for a text until two are the same.
 */
export class KeySet {
  private numbers = new Int32Array(fewest);
  /** By place, which of the keys is there. */
  private indices = new Int32Array(fewest);
  private readonly keys: string[] = [];
  private readonly others = new Set<string>();

  /** Adds a key; whether it is new. */
  add(key: string): boolean {
    if (this.others.size > 0 && this.others.has(key)) return false;
    const number = numberOf(key);
    const place = this.placeOf(key, number);
    if (place < 0) {
      this.others.add(key);
      return true;
    }
    if (this.numbers[place] !== 0) return false;
    this.numbers[place] = number;
    this.indices[place] = this.keys.length;
    this.keys.push(key);
    if (2 * this.keys.length > this.numbers.length) this.grow();
    return true;
  }

  has(key: string): boolean {
    const place = this.placeOf(key, numberOf(key));
    return (place >= 0 && this.numbers[place] !== 0) || this.others.has(key);
  }

  /** Where a key is, or would be: an empty place; -1 where too many others are in its way. */
  private placeOf(key: string, number: number): number {
    const { numbers } = this;
    const last = numbers.length - 1;
    for (let tried = 0; tried < mostTried; tried += 1) {
      const place = (number + tried) & last;
      const found = numbers[place];
      if (found === 0 || (found === number && this.keys[this.indices[place] as number] === key)) return place;
    }
    return -1;
  }

  private grow(): void {
    const { numbers, indices } = this;
    const size = 2 * numbers.length;
    this.numbers = new Int32Array(size);
    this.indices = new Int32Array(size);
    for (let index = 0; index < numbers.length; index += 1) {
      const number = numbers[index] as number;
      if (number === 0) continue;
      let place = number & (size - 1);
      while (this.numbers[place] !== 0) place = (place + 1) & (size - 1);
      this.numbers[place] = number;
      this.indices[place] = indices[index] as number;
    }
  }
}

/** A number that differs for most texts (FNV-1a, mixed); never 0. */
function numberOf(key: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) number = Math.imul(number ^ key.charCodeAt(at), 0x01000193);
  number = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d);
  return (number ^ (number >>> 13)) || 1;
}
