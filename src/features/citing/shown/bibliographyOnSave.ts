import { type Disposable, type TextDocument, TextDocumentSaveReason, TextEdit, workspace } from 'vscode';
import { findBibliography } from '../../../core/citing/bibliographyPlace';
import { toRange } from '../../../platform/convert';
import type { Log } from '../../../platform/log';
import { isNote } from '../../../platform/notes';
import type { Settings } from '../../../platform/settings';
import { placeBibliography } from '../placeBibliography';
import { type BibliographyNeeds, bibliographyMarkdown } from './bibliographyMarkdown';

/** Brings the bibliography that was written into a note up to date whenever the user saves it, where the settings ask for that. */
export function bibliographyOnSave(needs: BibliographyNeeds & { readonly settings: Settings; readonly log: Log }): Disposable {
  return workspace.onWillSaveTextDocument((event) => {
    const { document, reason } = event;
    // What saves by itself while one types must not write where one types.
    if (reason === TextDocumentSaveReason.AfterDelay || !isNote(document) || !needs.settings.citingUpdateBibliography(document)) return;
    event.waitUntil(edits(needs, document));
  });
}

/** A save never fails for it: what goes wrong is said in the log, and when the bibliography is asked for. */
async function edits(needs: BibliographyNeeds & { readonly log: Log }, document: TextDocument): Promise<TextEdit[]> {
  try {
    const note = needs.notes.of(document);
    const place = findBibliography(note);
    // An empty `::: {#refs}` is left for pandoc to fill.
    if (!place || note.text.slice(place.start, place.end).trim() === '') return [];
    const { version } = document;
    const markdown = await bibliographyMarkdown(needs, document);
    if (!markdown || document.version !== version) return [];
    const edit = placeBibliography(note, markdown, 0);
    const before = document.getText(toRange(document, edit));
    return before.replace(/\r\n/g, '\n') === edit.text ? [] : [TextEdit.replace(toRange(document, edit), edit.text)];
  } catch (error) {
    needs.log.info(`The bibliography of ${document.uri.toString()} was not updated: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}
