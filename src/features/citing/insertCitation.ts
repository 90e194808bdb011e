import { l10n, type TextEditor, window } from 'vscode';
import { insertCitation } from '../../core/citing/insert';
import type { Note } from '../../core/notes/note';
import type { Notes } from '../../platform/notes';
import { UserError } from '../../platform/log';
import type { CitableWorks } from './citableWorks';
import type { NoteEditors } from './noteEditors';
import { papersOfItems, papersOfKeys } from './paperItems';
import { pickPapers } from './paperPicker';
import { writeAtCursors } from './textEdits';

/** Milliseconds that a remark stays in the status bar. */
const messageTime = 5000;

/** Writes citations, as Pandoc knows them, where the cursor is. */
export class CitationInserter {
  constructor(
    private readonly works: CitableWorks,
    private readonly notes: Notes,
    private readonly editors: NoteEditors,
  ) {}

  /** @param keys the citekeys, which then aren't asked for */
  async insert(keys?: unknown): Promise<void> {
    const editor = this.editors.need();
    await this.works.loaded;
    const words = { title: l10n.t('Insert Citation'), placeholder: l10n.t('Authors, title, year, journal or citekey') };
    const papers = papersOfKeys(this.works, editor.document, keys) ?? (await pickPapers(this.works.papers(editor.document), words));
    if (papers) await this.write(editor, papers.map(({ record }) => record.id));
  }

  /** Cites the papers that a command of the Papers view was run on, in the note that was worked on last. */
  async cite(item: unknown, items: unknown): Promise<void> {
    const papers = papersOfItems(this.works, item, items);
    if (papers.length === 0) return;
    const editor = await this.editors.show();
    const foreign = papers.find(({ record, uri }) => this.works.paper(editor.document, record.id)?.uri !== uri);
    if (foreign) throw new UserError(l10n.t('The note does not lie in the folder of the paper {0}, so it can’t cite it.', foreign.record.id));
    await this.write(editor, papers.map(({ record }) => record.id));
  }
  private async write(editor: TextEditor, keys: readonly string[]): Promise<void> {
    const note = this.notes.of(editor.document);
    const offsets = [...new Set(editor.selections.map(({ active }) => editor.document.offsetAt(active)))];
    const edits = new Map(offsets.flatMap((offset) => insertCitation(note, offset, keys) ?? []).map((edit) => [edit.start, edit]));
    if (edits.size === 0) {
      window.setStatusBarMessage(l10n.t('Cited there already'), messageTime);
      return;
    }
    await writeAtCursors(editor, [...edits.values()]);
    if (offsets.some((offset) => isVerbatim(note, offset))) {
      window.setStatusBarMessage(l10n.t('Code and front matter can’t cite: the citation stands behind them'), messageTime);
    }
  }
}

function isVerbatim({ verbatim }: Note, offset: number): boolean {
  return verbatim.some(({ start, end }) => start < offset && offset < end);
}
