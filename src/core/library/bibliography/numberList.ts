/** A list of numbers below 2^32 that grows, in a tenth of the memory of an array. */
export class NumberList {
  private numbers = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.numbers.length) this.grow();
    this.numbers[this.length++] = value;
  }

  /** Adds two numbers; for lists that hold nothing but pairs. */
  pushPair(first: number, second: number): void {
    if (this.length + 1 >= this.numbers.length) this.grow();
    this.numbers[this.length++] = first;
    this.numbers[this.length++] = second;
  }

  at(index: number): number {
    return this.numbers[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.numbers[index] = value;
  }

  /** The numbers, not to be changed. */
  view(): Uint32Array {
    return this.numbers.subarray(0, this.length);
  }

  private grow(): void {
    const larger = new Uint32Array(this.numbers.length * 2);
    larger.set(this.numbers);
    this.numbers = larger;
  }
}
