import { type Problem, problem, type ProblemCode } from '../../problems/problem';
import type { TerminologyProblem } from './readTerminology';

/** So many of one kind are told one by one: a file may have a million times the same. */
const mostOfAKind = 20;

/** A line's number, or what finds it. */
export type Line = number | (() => number | undefined);

/** Gathers what is wrong in a terminology. */
export class ProblemLog {
  private readonly told: TerminologyProblem[] = [];
  private readonly keys = new Set<string>();
  private readonly counts = new Map<ProblemCode, number>();
  /** While it is set, nothing is told: of what is read twice, mistakes are told the second time. */
  isSilent = false;

  /** @param line from 1; or finds it, where that takes time: it is asked only if the problem is kept */
  tell(what: Problem, part?: string, line?: Line): void {
    if (this.isSilent) return;
    const count = (this.counts.get(what.code) ?? 0) + 1;
    this.counts.set(what.code, count);
    if (count > mostOfAKind) return;
    const known = typeof line === 'function' ? line() : line;
    // What a file is unpacked for is first to find out what it is.
    const key = JSON.stringify([what.code, what.params, part, known]);
    if (this.keys.has(key)) {
      this.counts.set(what.code, count - 1);
      return;
    }
    this.keys.add(key);
    this.told.push({ ...what, ...(part !== undefined && { part }), ...(known !== undefined && known > 0 && { line: known }) });
  }

  /** Whether anything is told that is more than a warning. */
  get hasErrors(): boolean {
    return this.told.some(({ severity }) => severity === 'error');
  }

  all(): TerminologyProblem[] {
    const more = [...this.counts].filter(([, count]) => count > mostOfAKind);
    return [...this.told, ...more.map(([code, count]) => problem('problems-more', 'information', { count: count - mostOfAKind, code }))];
  }
}
