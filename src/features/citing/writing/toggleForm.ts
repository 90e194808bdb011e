import { l10n, window } from 'vscode';
import { toggleCitationForm } from '../../../core/citing/toggleForm';
import type { Notes } from '../../../platform/notes';
import type { NoteEditors } from '../noteEditors';
import { applyEdits } from '../textEdits';

/** Milliseconds that a remark stays in the status bar. */
const messageTime = 5000;

/** Gives the citations at the cursors their next form: in brackets, in the sentence, without the author. */
export async function toggleForms(notes: Notes, editors: NoteEditors): Promise<void> {
  const editor = editors.need();
  const note = notes.of(editor.document);
  const edits = editor.selections.flatMap(({ active }) => toggleCitationForm(note, editor.document.offsetAt(active)) ?? []);
  const once = [...new Map(edits.map((edit) => [edit.start, edit])).values()];
  if (once.length === 0) {
    window.setStatusBarMessage(l10n.t('Put the cursor on a citation first'), messageTime);
    return;
  }
  await applyEdits(editor, once);
}
