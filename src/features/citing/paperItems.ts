import type { TextDocument } from 'vscode';
import type { LibraryPaper } from '../../core/library/library';
import { isPaperItem } from '../../core/library/draggedPapers';
import type { CitableWorks } from './citableWorks';

/**
 * @param item what a command of the Papers view was run on
 * @param items all that is selected there, where more than one is
 * @returns their papers
 */
export function papersOfItems(works: CitableWorks, item: unknown, items: unknown): LibraryPaper[] {
  const selected: readonly unknown[] = Array.isArray(items) && items.length > 0 ? items : [item];
  return selected.filter(isPaperItem).flatMap(({ uri }) => works.paperAt(uri) ?? []);
}

/**
 * @param keys what a command was called with: citekeys, or nothing of ours, as the address that a menu passes
 * @returns their papers, those that are known; undefined where no citekeys were passed
 */
export function papersOfKeys(works: CitableWorks, document: TextDocument, keys: unknown): LibraryPaper[] | undefined {
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string')) return undefined;
  return keys.flatMap((key) => works.paper(document, key) ?? []);
}
