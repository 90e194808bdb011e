import { type Position, type TextDocument, workspace } from 'vscode';
import type { Mention } from '../../core/terms/concept';
import { mentionAt } from '../../core/terms/recognise';
import type { TermIndex } from '../../core/terms/termIndex';
import type { Notes } from '../../platform/notes';
import type { FolderTerms } from './folderTerms';

export interface TermAt {
  readonly mention: Mention;
  readonly index: TermIndex;
}

/** @returns the term whose words stand at the position, in prose only */
export async function termAt(document: TextDocument, position: Position, folders: FolderTerms, notes: Notes): Promise<TermAt | undefined> {
  const index = await folders.of(workspace.getWorkspaceFolder(document.uri)?.uri.toString());
  const note = notes.of(document);
  const mention = mentionAt(index, note.text, note.prose, document.offsetAt(position));
  return mention && { mention, index };
}
