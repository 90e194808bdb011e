import { grown } from './grown';
import { capitalsKey, exactStart, sentenceStart } from './letterCase';
import type { SpellingTable } from './spellingTable';
import type { Steps } from './steps';

/** Numbers of a spelling: the two of `capitalsKey` for its exact capitals, and the two for a sentence's. */
const numbersOfKey = 4;

/** What remains of spellings when only their capitals matter, worked out for each when it is first asked for. */
export class SpellingCapitals {
  private keys = new Int32Array(0);

  constructor(
    private readonly table: SpellingTable,
    private readonly steps: Steps,
  ) {}

  /**
   * The hash of the capitals of a row of words.
   * @param words spellings' numbers, of either sign, from one place to before another
   */
  hash(words: ArrayLike<number>, from: number, to: number, sentence: boolean): number {
    const part = sentence ? 2 : 0;
    let hash = sentence ? sentenceStart : exactStart;
    for (let word = from; word < to; word++) {
      const at = this.keyOf(words[word] ?? 0) + part;
      hash = (Math.imul(hash, this.keys[at + 1] ?? 0) + (this.keys[at] ?? 0)) | 0;
    }
    return hash;
  }

  clear(): void {
    this.keys = new Int32Array(0);
  }

  /** Where a spelling's numbers stand, which are worked out if they are not known yet. */
  private keyOf(number: number): number {
    const at = Math.abs(number) * numbersOfKey;
    // No power is 0.
    if (!this.keys[at + 1]) this.add(Math.abs(number));
    return at;
  }

  private add(number: number): void {
    if ((number + 1) * numbersOfKey > this.keys.length) this.keys = grown(this.keys, (number + this.table.size + 16) * numbersOfKey);
    const word = this.table.textOf(number);
    [false, true].forEach((sentence, part) => {
      const { hash, power } = capitalsKey(word, sentence, this.steps);
      this.keys[number * numbersOfKey + part * 2] = hash;
      this.keys[number * numbersOfKey + part * 2 + 1] = power;
    });
  }
}
