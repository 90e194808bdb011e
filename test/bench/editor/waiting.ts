import * as fs from 'node:fs';

/** How much of its time a thread waited for a processor that others had: on a busy machine that is most of it. Linux tells. */
export class Waiting {
  /** When it was looked (ms, as `process.hrtime` counts), and how long the thread had waited by then (ms). */
  private looks: { readonly at: number; readonly waited: number }[] = [];

  /** @returns how long (ms) this thread has waited since it began; 0 where nothing tells */
  look(): number {
    const waited = waitedSoFar();
    this.looks.push({ at: Number(process.hrtime.bigint()) / 1e6, waited });
    return waited;
  }

  /** @returns how long (ms) it waited between two moments, as far as it was looked around them */
  between(from: number, to: number): number {
    const before = this.looks.findLast(({ at }) => at <= from);
    const after = this.looks.find(({ at }) => at >= to);
    return before && after ? after.waited - before.waited : 0;
  }

  forget(): void {
    this.looks = this.looks.slice(-1);
  }
}

function waitedSoFar(): number {
  try {
    return Number(fs.readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}
