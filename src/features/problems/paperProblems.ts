import { type Disposable, type Uri, workspace } from 'vscode';
import type { Library } from '../../core/library/library';
import { decode } from '../../core/formats/decode';
import { duplicateCitekeys } from '../../core/library/duplicates';
import type { Problem } from '../../core/problems/problem';
import type { ProblemCollection } from '../../platform/problemCollection';
import { LibraryProblems } from './libraryProblems';

const name = 'library';

/** Keeps the Problems of paper files in step with the library. */
export function paperProblems(library: Library, problems: ProblemCollection): Disposable {
  return new LibraryProblems<Problem>(library, problems, {
    name,
    find: () => {
      const duplicates = duplicateCitekeys(library.papers());
      const all = new Map<string, readonly Problem[]>();
      for (const { uri, problems } of library.all()) {
        const found = duplicates.get(uri) ?? [];
        if (problems.length + found.length > 0) all.set(uri, [...problems, ...found]);
      }
      return all;
    },
    show: async (uri, found, isCurrent) => {
      const text = await textOf(uri);
      if (isCurrent()) problems.set(name, uri, found, text);
    },
  });
}

/** The text that a paper's problems have their offsets in; empty where it can't be read, so that they stand on line 1. */
async function textOf(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return decode(await workspace.fs.readFile(uri)).text ?? '';
  } catch {
    return '';
  }
}

