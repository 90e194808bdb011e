/** Prints a figure, `what: number unit`. */
export function print(what: string, value: number, unit: string): void {
  console.log(`${what}: ${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${unit}`);
}

/** How long something takes, in milliseconds: the median of several runs. */
export function time(run: () => unknown, times = 1): number {
  const all = Array.from({ length: times }, () => {
    const begin = performance.now();
    run();
    return performance.now() - begin;
  });
  return all.sort((a, b) => a - b)[times >> 1] ?? 0;
}

/** How long the processor works on something, in milliseconds: the least of several runs. On a busy machine the clock says little. */
export function processorTime(run: () => unknown, times = 1): number {
  return Math.min(...Array.from({ length: times }, () => {
    const begin = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1e3;
  }));
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await run();
  return performance.now() - begin;
}
