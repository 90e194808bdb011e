import { l10n, Selection, type TextEditor, TextEditorRevealType, type Uri, window } from 'vscode';
import type { NoteMention } from '../../core/terms/noteTermsWork';
import { toRange } from '../../platform/convert';
import { UserError } from '../../platform/log';
import { isOf, meaningOf } from './mentionOf';
import type { NoteTerms } from './noteTerms';
import type { ConceptNode } from './termNodes';

/** Goes from mention to mention of a concept, round and round. */
export class MentionSteps {
  constructor(private readonly terms: NoteTerms) {}

  /** Shows the next mention of a row's concept, the first where the cursor is on none; the keyboard stays in the view. */
  async fromRow({ concept, uri }: ConceptNode): Promise<void> {
    const editor = await window.showTextDocument(uri, { ...columnOf(uri), preserveFocus: true });
    await this.step(editor, concept.id, 1);
  }

  /** Shows another mention of the concept at the cursor. @param direction forward (1) or back (-1) */
  async fromCursor(direction: 1 | -1): Promise<void> {
    const editor = window.activeTextEditor;
    const mention = editor && (await this.terms.mentionAt(editor.document, editor.selection.active));
    const concept = mention && meaningOf(mention);
    if (!editor || !concept) throw new UserError(l10n.t('Put the cursor on a term first: its other mentions are gone to from there.'));
    await this.step(editor, concept.id, direction);
  }

  private async step(editor: TextEditor, id: string, direction: 1 | -1): Promise<void> {
    const { document } = editor;
    const mentions = (await this.terms.mentionsIn(document, { start: 0, end: document.getText().length }))?.filter((one) => isOf(one, id)) ?? [];
    const next = nextOf(mentions, document.offsetAt(editor.selection.active), direction);
    if (!next) return;
    const range = toRange(document, next);
    // The cursor at the beginning, so that the mention is found to be under it.
    editor.selection = new Selection(range.end, range.start);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

/** From a mention the one after or before it; from elsewhere the first. */
function nextOf(mentions: readonly NoteMention[], offset: number, direction: 1 | -1): NoteMention | undefined {
  const at = mentions.findIndex(({ start, end }) => start <= offset && offset < end);
  return at < 0 ? mentions[0] : mentions[(at + direction + mentions.length) % mentions.length];
}

function columnOf(uri: Uri): { readonly viewColumn?: number } {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return editor?.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn };
}
