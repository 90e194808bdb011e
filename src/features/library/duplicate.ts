import { Uri, workspace } from 'vscode';
import type { LibraryPaper } from '../../core/library/library';
import type { CslItem } from '../../core/library/record';

/** One of several records of a work: a paper's, or with its place in a bibliography. */
export type Duplicate =
  | { readonly kind: 'paper'; readonly uri: string; readonly record: CslItem; readonly paper: LibraryPaper }
  | { readonly kind: 'listed'; readonly uri: string; readonly record: CslItem; readonly index: number };

export type PaperDuplicate = Extract<Duplicate, { readonly kind: 'paper' }>;
export type ListedDuplicate = Extract<Duplicate, { readonly kind: 'listed' }>;

export function isPaper(duplicate: Duplicate): duplicate is PaperDuplicate {
  return duplicate.kind === 'paper';
}

export function isListed(duplicate: Duplicate): duplicate is ListedDuplicate {
  return duplicate.kind === 'listed';
}

/** @returns the path of a record's file, as people know it */
export function pathOf({ uri }: Pick<Duplicate, 'uri'>): string {
  return workspace.asRelativePath(Uri.parse(uri));
}
