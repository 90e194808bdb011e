import { EndOfLine, l10n, Selection, type TextDocument, type TextEditor } from 'vscode';
import type { TextEdit } from '../../core/citing/insert';
import { toRange } from '../../platform/convert';
import { UserError } from '../../platform/log';

/**
 * Makes edits that don't overlap, as one step to undo.
 * @returns where each of them ends afterwards
 * @throws a UserError where the editor takes no edits, as one of a read-only file
 */
export async function applyEdits(editor: TextEditor, edits: readonly TextEdit[]): Promise<number[]> {
  const { document } = editor;
  const ordered = inOrder(document, edits);
  const done = await editor.edit(
    (builder) => {
      for (const edit of ordered) builder.replace(toRange(document, edit), edit.text);
    },
    { undoStopBefore: true, undoStopAfter: true },
  );
  if (!done) throw new UserError(l10n.t('The note could not be changed. Is it read-only?'));
  return endsOf(ordered);
}

/** Makes edits as `applyEdits` does, and leaves a cursor at the end of each. */
export async function writeAtCursors(editor: TextEditor, edits: readonly TextEdit[]): Promise<void> {
  const ends = await applyEdits(editor, edits);
  editor.selections = ends.map((offset) => {
    const position = editor.document.positionAt(offset);
    return new Selection(position, position);
  });
  editor.revealRange(editor.selection);
}

/** Line breaks become the document's own, as VS Code will make them: the offsets after the edits depend on it. */
function inOrder(document: TextDocument, edits: readonly TextEdit[]): TextEdit[] {
  const eol = document.eol === EndOfLine.CRLF ? '\r\n' : '\n';
  return edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, eol) })).sort((a, b) => a.start - b.start);
}

function endsOf(ordered: readonly TextEdit[]): number[] {
  let shift = 0;
  return ordered.map(({ start, end, text }) => {
    shift += text.length - (end - start);
    return end + shift;
  });
}
