import { print } from '../figure';

/** How long something took, in milliseconds: by the clock, and of the processor's time, which other programs do not add to. */
export interface Took {
  readonly clock: number;
  readonly processor: number;
}

export async function took(run: () => unknown): Promise<Took> {
  const [begin, before] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - begin, processor: (user + system) / 1000 };
}

/** Prints the median of some runs, and the time that no more than one run in twenty is over. */
export function printTimes(what: string, all: readonly Took[]): void {
  for (const [kind, by] of [['', 'clock'], [' by processor time', 'processor']] as const) {
    const sorted = all.map((one) => one[by]).sort((a, b) => a - b);
    print(`${what}${kind}${all.length > 1 ? ', median' : ''}`, sorted[sorted.length >> 1] ?? Number.NaN, 'ms');
    if (all.length >= 20) print(`${what}${kind}, 95 of 100`, sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN, 'ms');
  }
}

export async function printTook(what: string, run: () => unknown): Promise<void> {
  printTimes(what, [await took(run)]);
}
