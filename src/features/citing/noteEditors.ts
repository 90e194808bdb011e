import { Disposable, l10n, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { UserError } from '../../platform/log';
import { isNote } from '../../platform/notes';

/** Knows which note is being worked on, also while another editor or the Papers view has the focus. */
export class NoteEditors implements Disposable {
  private last: TextDocument | undefined;
  private readonly listening: Disposable;

  constructor() {
    this.remember(window.activeTextEditor);
    this.listening = Disposable.from(
      window.onDidChangeActiveTextEditor((editor) => this.remember(editor)),
      workspace.onDidCloseTextDocument((document) => {
        if (document === this.last) this.last = undefined;
      }),
    );
  }

  /** @returns the note that has the focus, or had it before a view took it */
  get active(): TextEditor | undefined {
    const editor = window.activeTextEditor;
    return editor && isNote(editor.document) ? editor : undefined;
  }

  /** @returns the note that is worked on, or was last and is still open */
  get current(): TextDocument | undefined {
    return this.active?.document ?? this.last;
  }

  /**
   * @returns the active editor, of which the user asked for an insertion
   * @throws a UserError where it holds no note
   */
  need(): TextEditor {
    if (!this.active) throw new UserError(l10n.t('Open a note first: a Markdown or Quarto file.'));
    return this.active;
  }

  /**
   * Brings the note to the front that was worked on last.
   * @throws a UserError where no note is open
   */
  async show(): Promise<TextEditor> {
    const visible = window.visibleTextEditors.filter(({ document }) => isNote(document));
    const editor = this.active ?? visible.find(({ document }) => document === this.last) ?? (this.last ? undefined : visible[0]);
    if (editor) return window.showTextDocument(editor.document, editor.viewColumn);
    if (this.last) return window.showTextDocument(this.last);
    throw new UserError(l10n.t('No note is open to cite in. Open a Markdown or Quarto file, and put the cursor where the citation belongs.'));
  }

  dispose(): void {
    this.listening.dispose();
  }

  private remember(editor: TextEditor | undefined): void {
    if (editor && isNote(editor.document)) this.last = editor.document;
  }
}
