import type { TextEdit } from '../../library/edit/textEdit';
import type { Problem } from '../../problems/problem';

/** What is wrong with how a citation is written, and how it would be put right. Places count from the same beginning. */
export interface CitationFinding {
  readonly problem: Problem;
  /** Undefined where it can't be told what was meant. */
  readonly fix?: TextEdit;
}

/** @returns the finding, its places counted from elsewhere */
export function movedFinding({ problem, fix }: CitationFinding, by: number): CitationFinding {
  const { span } = problem;
  return {
    problem: span ? { ...problem, span: { start: span.start + by, end: span.end + by } } : problem,
    ...(fix && { fix: { ...fix, span: { start: fix.span.start + by, end: fix.span.end + by } } }),
  };
}
