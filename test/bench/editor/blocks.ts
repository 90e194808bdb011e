import type { Waiting } from './waiting';

/** How often (ms) it is looked whether the thread is free. */
const every = 5;

/** Finds out for how long a thread was held: a timer that should go off every few milliseconds tells. */
export class Blocks {
  private longest = 0;
  private last = performance.now();
  private waited = 0;
  private readonly timer = setInterval(() => this.look(), every);

  /** @param waiting is looked at each time, so that what other programs held the processor for does not count */
  constructor(private readonly waiting: Waiting) {}

  /** @returns the longest time (ms) that the thread was held since the last call, beyond the timer's own pause */
  take(): number {
    this.look();
    const { longest } = this;
    this.longest = 0;
    return longest;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const now = performance.now();
    const waited = this.waiting.look();
    this.longest = Math.max(this.longest, now - this.last - every - (waited - this.waited));
    this.last = now;
    this.waited = waited;
  }
}
