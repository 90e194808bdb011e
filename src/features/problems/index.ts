import { Disposable } from 'vscode';
import type { Library } from '../../core/library/library';
import type { ProblemCollection } from '../../platform/problemCollection';
import { PaperProblems } from './paperProblems';

/** Shows what is wrong in the paper files where it stands. */
export function registerProblems(needs: { library: Library; problems: ProblemCollection }): Disposable {
  const papers = new PaperProblems(needs.library, needs.problems);
  return Disposable.from(papers);
}
