import type { Disposable } from 'vscode';
import type { Library } from '../../core/library/library';
import type { RangedProblem } from '../../core/problems/rangedProblem';
import type { ProblemCollection } from '../../platform/problemCollection';
import { LibraryProblems } from './libraryProblems';

const name = 'fullTexts';

/** Keeps the Problems of the full texts beside papers in step with the library. */
export function fullTextProblems(library: Library, problems: ProblemCollection): Disposable {
  return new LibraryProblems<RangedProblem>(library, problems, {
    name,
    find: () => new Map([...library.all()].flatMap(({ attached = [] }) => attached).filter((text) => text.problems.length > 0).map((text) => [text.uri, text.problems])),
    show: (uri, found) => problems.setAll(name, [[uri, found]]),
  });
}
