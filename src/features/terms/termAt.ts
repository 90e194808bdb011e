import { type Position, type TextDocument, workspace } from 'vscode';
import type { Mention } from '../../core/terms/concept';
import { mentionAt } from '../../core/terms/recognise';
import type { CompiledTerms, Terms } from '../../core/terms/terms';
import type { Notes } from '../../platform/notes';

export interface TermAt {
  readonly mention: Mention;
  readonly terms: CompiledTerms;
}

/** @returns the term whose words stand at the position, in prose only */
export function termAt(document: TextDocument, position: Position, terms: Terms, notes: Notes): TermAt | undefined {
  const note = notes.of(document);
  const compiled = terms.of(workspace.getWorkspaceFolder(document.uri)?.uri.toString());
  const mention = mentionAt(compiled.index, note.text, note.prose, document.offsetAt(position));
  return mention && { mention, terms: compiled };
}
