/** Finds words in texts of ASCII whatever their case, in steps as long as what is under their end allows (Horspool's way). */
export class WordsInBytes {
  /** By the byte under the end of the words, how far on they may stand; 0 where it is their own last. */
  private readonly steps: Uint8Array;
  /** The same for their own last byte. */
  private readonly lastStep: number;

  /** @param words in lower case, of ASCII; what is longer than 255 signs is looked for by its end */
  constructor(private readonly words: Uint8Array) {
    const last = words.length - 1;
    const most = Math.min(words.length, 255);
    this.steps = new Uint8Array(256).fill(most);
    for (let at = last - most + 1; at < last; at += 1) this.setStep(words[at] as number, last - at);
    this.lastStep = this.steps[words[last] as number] as number;
    this.setStep(words[last] as number, 0);
  }

  /** @returns where the words stand first between two places; -1 where they do not */
  find(bytes: Uint8Array, from: number, to: number): number {
    const { words, steps, lastStep } = this;
    const last = words.length - 1;
    for (let end = from + last; end < to; ) {
      const step = steps[bytes[end] as number] as number;
      if (step === 0 && this.endAt(bytes, end - last, last)) return end - last;
      end += step === 0 ? lastStep : step;
    }
    return -1;
  }

  private endAt(bytes: Uint8Array, start: number, last: number): boolean {
    const { words } = this;
    for (let length = last - 1; length >= 0; length -= 1) {
      const code = bytes[start + length] as number;
      if ((code >= 65 && code <= 90 ? code + 32 : code) !== words[length]) return false;
    }
    return true;
  }

  private setStep(code: number, step: number): void {
    this.steps[code] = step;
    if (code >= 97 && code <= 122) this.steps[code - 32] = step;
  }
}
