import type { GrowingInts } from './growing';

/** Links from numbers to numbers, in two typed arrays. */
export class Links {
  private readonly starts: Int32Array;
  private readonly targets: Int32Array;
  /** The place that each link had in the lists that it was made of. */
  private readonly places: Int32Array;

  /** @param count how many numbers there are */
  constructor(from: GrowingInts, to: GrowingInts, count: number) {
    this.starts = new Int32Array(count + 1);
    this.targets = new Int32Array(from.length);
    this.places = new Int32Array(from.length);
    for (let link = 0; link < from.length; link += 1) this.starts[from.at(link) + 1] = (this.starts[from.at(link) + 1] ?? 0) + 1;
    for (let number = 0; number < count; number += 1) this.starts[number + 1] = (this.starts[number + 1] ?? 0) + (this.starts[number] ?? 0);
    const next = this.starts.slice();
    for (let link = 0; link < from.length; link += 1) {
      const place = next[from.at(link)] ?? 0;
      this.targets[place] = to.at(link);
      this.places[place] = link;
      next[from.at(link)] = place + 1;
    }
  }

  start(number: number): number {
    return this.starts[number] ?? 0;
  }

  end(number: number): number {
    return this.starts[number + 1] ?? 0;
  }

  /** -1 for a link that was taken away. */
  target(link: number): number {
    return this.targets[link] ?? -1;
  }

  /** Which of the pairs, in the order in which they were given, a link is. */
  place(link: number): number {
    return this.places[link] ?? 0;
  }

  remove(link: number): void {
    this.targets[link] = -1;
  }

  first(number: number): number {
    for (let link = this.start(number); link < this.end(number); link += 1) {
      if (this.target(link) >= 0) return this.target(link);
    }
    return -1;
  }

  has(number: number, target: number): boolean {
    for (let link = this.start(number); link < this.end(number); link += 1) {
      if (this.target(link) === target) return true;
    }
    return false;
  }
}
