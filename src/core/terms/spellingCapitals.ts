import { capitalsKey } from './letterCase';
import type { SpellingTable } from './spellingTable';
import type { Steps } from './steps';
import { CapitalsAt, exactStart, sentenceStart } from './wasm/layout';
import type { ScanMemory } from './wasm/scanMemory';

/** Numbers of a spelling: the two of `capitalsKey` for its exact capitals, and the two for a sentence's. */
const numbersOfKey = CapitalsAt.Size / 4;

/** What remains of spellings when only their capitals matter, worked out for each when it is first asked for. */
export class SpellingCapitals {
  /** How many spellings have numbers at most. */
  private count = 0;

  constructor(
    private readonly memory: ScanMemory,
    private readonly table: SpellingTable,
    private readonly steps: Steps,
  ) {
    memory.learnCapitals = (number) => {
      this.learn(Math.abs(number));
    };
  }

  /** The hash of the capitals of a spelling by itself; what a row of words has, `capitals.ts` says. */
  hash(number: number, sentence: boolean): number {
    const { capitals } = this.memory;
    const at = number * numbersOfKey + (sentence ? CapitalsAt.Sentence : CapitalsAt.Exact) / 4;
    // No power is 0.
    if (capitals[at + 1] === 0) this.learn(number);
    return (Math.imul(sentence ? sentenceStart : exactStart, capitals[at + 1] ?? 0) + (capitals[at] ?? 0)) | 0;
  }

  clear(): void {
    this.memory.capitals.fill(0, 0, this.count * numbersOfKey);
    this.count = 0;
  }

  private learn(number: number): void {
    const word = this.table.textOf(number);
    const exact = capitalsKey(word, false, this.steps);
    const sentence = capitalsKey(word, true, this.steps);
    this.memory.capitals.set([exact.hash, exact.power, sentence.hash, sentence.power], number * numbersOfKey);
    this.count = Math.max(this.count, number + 1);
  }
}
