/** What is kept of each word, side by side since it is needed together. */
const enum Of { hash, start, length, mark, count, size }

/** Different words, numbered as they come. A word is looked up by its letters' codes, so that none need be made a text. */
export class Vocabulary {
  /** Numbers of words, plus one, at places that their letters tell. */
  private table = new Int32Array(1 << 16);
  private words = new Int32Array(1 << 16);
  private letters = new Uint16Array(1 << 16);
  private length = 0;
  /** How many there are. */
  size = 0;

  /**
   * @param word its UTF-16 units from the beginning on; its first `length` units
   * @param letters a number that its letters make, the same for the same word
   * @returns the word's number
   */
  numberOf(word: Uint16Array, length: number, letters: number): number {
    const hash = letters ^ (letters >>> 15);
    const { table } = this;
    const mask = table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (table[slot] as number) - 1;
      if (number < 0) {
        table[slot] = this.size + 1;
        return this.add(word, length, hash);
      }
      if (this.words[number * Of.size] === hash && this.is(number * Of.size, word, length)) return number;
    }
  }

  /**
   * Puts a mark on a word.
   * @param mark not 0
   * @returns whether it had another one before, or none
   */
  mark(number: number, mark: number): boolean {
    const { words } = this;
    const at = number * Of.size;
    if (words[at + Of.mark] === mark) return false;
    words[at + Of.mark] = mark;
    words[at + Of.count] = (words[at + Of.count] as number) + 1;
    return true;
  }

  /** @returns how many different marks a word was given */
  countOf(number: number): number {
    return this.words[number * Of.size + Of.count] as number;
  }

  /** @returns all words, by their numbers */
  all(): string[] {
    const letters = new TextDecoder('utf-16le').decode(this.letters.subarray(0, this.length));
    const words: string[] = [];
    for (let at = 0; at < this.size * Of.size; at += Of.size) {
      const start = this.words[at + Of.start] as number;
      words.push(letters.slice(start, start + (this.words[at + Of.length] as number)));
    }
    return words;
  }

  private is(at: number, word: Uint16Array, length: number): boolean {
    if (this.words[at + Of.length] !== length) return false;
    const { letters } = this;
    const start = this.words[at + Of.start] as number;
    for (let place = 0; place < length; place += 1) if (letters[start + place] !== word[place]) return false;
    return true;
  }

  private add(word: Uint16Array, length: number, hash: number): number {
    if (this.length + length > this.letters.length) {
      const larger = new Uint16Array(this.letters.length * 2);
      larger.set(this.letters);
      this.letters = larger;
    }
    if ((this.size + 1) * Of.size > this.words.length) {
      const larger = new Int32Array(this.words.length * 2);
      larger.set(this.words);
      this.words = larger;
    }
    const at = this.size * Of.size;
    this.words[at + Of.hash] = hash;
    this.words[at + Of.start] = this.length;
    this.words[at + Of.length] = length;
    for (let place = 0; place < length; place += 1) this.letters[this.length++] = word[place] as number;
    this.size += 1;
    if (this.size * 2 > this.table.length) this.grow();
    return this.size - 1;
  }

  private grow(): void {
    this.table = new Int32Array(this.table.length * 2);
    const mask = this.table.length - 1;
    for (let number = 0; number < this.size; number += 1) {
      let slot = (this.words[number * Of.size] as number) & mask;
      while (this.table[slot] !== 0) slot = (slot + 1) & mask;
      this.table[slot] = number + 1;
    }
  }
}
