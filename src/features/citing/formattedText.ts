import { l10n, type TextDocument, type TextEditor, window } from 'vscode';
import type { CslItem } from '../../core/library/record';
import type { Work } from '../../core/work';
import { toRange } from '../../platform/convert';
import { UserError } from '../../platform/log';
import type { Notes } from '../../platform/notes';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { placeBibliography } from './placeBibliography';
import { bibliographyMarkdown } from './shown/bibliographyMarkdown';
import type { CitableWorks } from '../../platform/citableWorks';
import type { Credits } from './credits';
import type { NoteEditors } from './noteEditors';
import { inStyle } from './inStyle';
import { runsToMarkdown } from './noteMarkdown';
import { worksOfKeys } from './paperItems';
import { pickWorks, recordsOf } from './workPicker';
import type { Presentations } from './presentations';
import { styledReference, styledRuns } from './styledRuns';
import { applyEdits, writeAtCursors } from './textEdits';

/** Writes citations and references into a note as they will be read, in the note's style. */
export class FormattedText {
  constructor(
    readonly works: CitableWorks,
    readonly notes: Notes,
    private readonly editors: NoteEditors,
    readonly presentations: Presentations,
    readonly thread: WorkerThread<Work>,
    private readonly credits: Credits,
  ) {}

  /** @param keys the citekeys, which then aren't asked for */
  async insertCitation(keys?: unknown): Promise<void> {
    const editor = this.editors.need();
    await this.works.loaded;
    const words = { title: l10n.t('Insert Formatted Citation'), placeholder: l10n.t('Papers to cite') };
    const records = await this.choose(editor.document, keys, words);
    if (!records) return;
    const before = await this.works.cited(editor.document);
    const presentation = await this.presentations.of(editor.document);
    const keysOf = records.map(({ id }) => id);
    const { html } = await inStyle(this.thread, presentation, (citing) => citing.citation(keysOf, before, records, presentation));
    await this.insertAtCursors(editor, runsToMarkdown(styledRuns(html)));
  }

  /** @param keys the citekeys, which then aren't asked for */
  async insertReference(keys?: unknown): Promise<void> {
    const editor = this.editors.need();
    await this.works.loaded;
    const words = { title: l10n.t('Insert Formatted Reference'), placeholder: l10n.t('Papers whose references are inserted') };
    const records = await this.choose(editor.document, keys, words);
    if (!records) return;
    const presentation = await this.presentations.of(editor.document);
    const entries = await inStyle(this.thread, presentation, (citing) => citing.references(records, presentation));
    if (entries.length === 0) throw new UserError(noReferences());
    await this.insertAtCursors(editor, entries.map(({ html }) => runsToMarkdown(styledReference(html).runs)).join('\n\n'));
  }

  /** Writes the list of the works that the note cites, or brings the one that is there up to date. */
  async insertBibliography(): Promise<void> {
    const editor = this.editors.need();
    const { document } = editor;
    const markdown = await bibliographyMarkdown(this, document);
    if (markdown === undefined) throw new UserError(l10n.t('This note does not cite a paper of the library yet, so there is nothing to list.'));
    if (markdown === '') throw new UserError(noReferences());
    const place = placeBibliography(this.notes.of(document), markdown, document.offsetAt(editor.selection.active));
    if (normal(document.getText(toRange(document, place))) === normal(place.text)) {
      window.setStatusBarMessage(l10n.t('The bibliography is up to date'), 4000);
      return;
    }
    await applyEdits(editor, [place]);
    editor.revealRange(toRange(document, { start: place.start, end: place.start + place.text.length }));
    void this.credits.showOnce();
  }

  private async choose(
    document: TextDocument,
    keys: unknown,
    words: { readonly title: string; readonly placeholder: string },
  ): Promise<readonly CslItem[] | undefined> {
    const picked = (await worksOfKeys(this.works, document, keys)) ?? (await pickWorks(this.works, document, words));
    const records = picked && (await recordsOf(this.works, document, picked));
    return records && records.length > 0 ? records : undefined;
  }

  private async insertAtCursors(editor: TextEditor, text: string): Promise<void> {
    const offsets = editor.selections.map(({ active }) => editor.document.offsetAt(active));
    await writeAtCursors(
      editor,
      [...new Set(offsets)].map((offset) => ({ start: offset, end: offset, text })),
    );
    await window.showTextDocument(editor.document, editor.viewColumn);
    void this.credits.showOnce();
  }
}

function normal(text: string): string {
  return text.replace(/\r\n/g, '\n');
}

function noReferences(): string {
  return l10n.t('The citation style writes no list of references.');
}
