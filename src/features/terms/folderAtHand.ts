import { window, workspace } from 'vscode';
import type { NoteTerms } from './noteTerms';

/** @returns the workspace folder that a command is about: that of the document in the active editor, else the first */
export function folderAtHand(terms: NoteTerms): string | undefined {
  const document = window.activeTextEditor?.document;
  return (document && terms.folderOf(document)) ?? workspace.workspaceFolders?.[0]?.uri.toString();
}
