import { fromLine, isResultLine, type Result } from './line';
import { withOriginalPlaces } from './originalPlaces';

/** Counts results as they come, and words them for people. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;
  private ended = false;

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
    this[result.event] += 1;
  }

  /** To be called when the runner is gone: one without a result, or that failed with no failed test, counts as a failure. */
  close(title: string, outcome: string): void {
    if (!this.ended) this.count({ event: 'failed', title, error: `The run ended without a result (${outcome}).` });
    else if (outcome !== 'exit code 0' && this.failed === 0) this.count({ event: 'failed', title, error: `No test failed, and yet the run ended with ${outcome}.` });
  }

  add(other: Tally): void {
    this.passed += other.passed;
    this.failed += other.failed;
    this.skipped += other.skipped;
  }

  toString(): string {
    return `${this.passed} passed, ${this.failed} failed${this.skipped > 0 ? `, ${this.skipped} skipped` : ''}`;
  }
}
