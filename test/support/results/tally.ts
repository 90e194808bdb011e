import { fromLine, isResultLine, type Result } from './line';
import { withOriginalPlaces } from './originalPlaces';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Counts results as they come, by the suite that stands first in their titles, and words them for people. */
export class Tally {
  private readonly suites = new Map<string, Counts>();
  private ended = false;

  get passed(): number {
    return this.sum('passed');
  }

  get failed(): number {
    return this.sum('failed');
  }

  /** The suites with a failed test. */
  get failedSuites(): string[] {
    return [...this.suites].filter(([, { failed }]) => failed > 0).map(([suite]) => suite);
  }

  /** One line of a runner's output: a result is worded, anything else is passed on. */
  take(line: string): void {
    if (isResultLine(line)) this.count(fromLine(line));
    else if (line.trim()) console.log(`  ${line}`);
  }

  count(result: Result): void {
    switch (result.event) {
      case 'started':
        console.log(`  in ${result.where}`);
        return;
      case 'end':
        this.ended = true;
        return;
      case 'passed':
        console.log(`  ✔ ${result.title}${result.ms > 500 ? ` (${result.ms} ms)` : ''}`);
        break;
      case 'skipped':
        console.log(`  – ${result.title}`);
        break;
      case 'failed':
        console.log(`  ✘ ${result.title}\n${withOriginalPlaces(result.error).replace(/^/gm, '      ')}`);
    }
    this.of(result.title.split(' › ')[0] ?? '')[result.event] += 1;
  }

  /** To be called when the runner is gone: one without a result, or that failed with no failed test, counts as a failure. */
  close(title: string, outcome: string): void {
    if (!this.ended) this.count({ event: 'failed', title, error: `The run ended without a result (${outcome}).` });
    else if (outcome !== 'exit code 0' && this.failed === 0) this.count({ event: 'failed', title, error: `No test failed, and yet the run ended with ${outcome}.` });
  }

  /** Takes the results of a suite that has run again in place of those it had. */
  replace(suite: string, again: Tally): void {
    this.suites.set(suite, { ...again.of(suite) });
  }

  add(other: Tally): void {
    for (const [suite, counts] of other.suites) {
      const own = this.of(suite);
      for (const key of ['passed', 'failed', 'skipped'] as const) own[key] += counts[key];
    }
  }

  toString(): string {
    const skipped = this.sum('skipped');
    return `${this.passed} passed, ${this.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  }

  private of(suite: string): Counts {
    let counts = this.suites.get(suite);
    if (!counts) this.suites.set(suite, (counts = { passed: 0, failed: 0, skipped: 0 }));
    return counts;
  }

  private sum(key: keyof Counts): number {
    return [...this.suites.values()].reduce((sum, counts) => sum + counts[key], 0);
  }
}
