import { l10n, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { defaultTemplate, newPaperNote, type PaperNoteSource, updatePaperNote } from '../../core/annotating/paperNote';
import { isPaperItem } from '../../core/library/draggedPapers';
import { fileStem } from '../../core/library/fileStem';
import { authorLabel } from '../../core/library/display';
import type { Library, LibraryPaper } from '../../core/library/library';
import { UserError } from '../../platform/log';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import { plainRow } from '../../platform/plainText';
import { replaceText } from '../../platform/seenDocument';
import type { Settings } from '../../platform/settings';
import { today } from '../../platform/today';
import { linkTo } from './annotationLinks';
import { type Marks, marksInOrder } from './marks';

/** Makes notes on papers, of their annotations, and brings them up to date. */
export class PaperNotes {
  constructor(
    private readonly library: Library,
    private readonly annotations: PaperAnnotations,
    private readonly marks: Marks,
    private readonly settings: Settings,
  ) {}

  /**
   * Opens the note on a paper: a new one from the template, or the one that is there, with what Casebook wrote in it up to date.
   * @param item a row of the Papers view; without one the user picks
   */
  async open(item: unknown): Promise<void> {
    const paper = isPaperItem(item) ? this.library.at(item.uri) : await this.pick();
    if (!paper) return;
    const folder = Uri.parse(paper.folder);
    const uri = Uri.joinPath(folder, this.settings.notesFolder(folder), `${fileStem(paper.record.id)}.md`);
    const source = await this.source(paper);
    if (await exists(uri)) return this.update(uri, source);
    const text = newPaperNote(await this.template(folder), source);
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await window.showTextDocument(await workspace.openTextDocument(uri));
  }

  private async update(uri: Uri, source: PaperNoteSource): Promise<void> {
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document);
    const updated = updatePaperNote(document.getText().replace(/\r\n/g, '\n'), source);
    if (updated.kind === 'same') return void window.setStatusBarMessage(l10n.t('The note is up to date.'), 5000);
    if (updated.kind === 'edited') {
      const keep = l10n.t('Keep My Changes Below');
      const choice = await window.showWarningMessage(l10n.t('What Casebook wrote in this note was changed by hand.'), { modal: true, detail: l10n.t('The new annotations can be put above, and your version stays below them.') }, keep);
      if (choice !== keep) return;
    }
    const edit = new WorkspaceEdit();
    replaceText(edit, document, updated.text);
    if (!(await workspace.applyEdit(edit))) throw new UserError(l10n.t('The note could not be changed. Is it read-only?'));
  }

  /** The annotations in the order of their words. */
  private async source(paper: LibraryPaper): Promise<PaperNoteSource> {
    const marks = [...(await this.marks.ofPaper(paper))].sort(marksInOrder);
    const { year, month, day } = today();
    return {
      record: paper.record,
      annotations: marks.map(({ annotation }) => annotation),
      meanings: this.settings.annotatingMeanings(paper.folder).map(({ name }) => name),
      date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      link: (annotation) => linkTo(paper, annotation),
    };
  }

  private async template(folder: Uri): Promise<string> {
    const file = this.settings.noteTemplate(folder);
    if (file === '') return defaultTemplate;
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, file))).replace(/\r\n/g, '\n');
    } catch {
      throw new UserError(l10n.t('The template "{0}" could not be read. The setting casebook.notes.template names it.', file));
    }
  }

  private async pick(): Promise<LibraryPaper | undefined> {
    const papers = this.library.papers().sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
    if (papers.length === 0) throw new UserError(l10n.t('There is no paper in the library yet.'));
    const rows = papers.map((paper) => ({ paper, label: plainRow(paper.record.id), description: plainRow(authorLabel(paper.record)), detail: plainRow(paper.record.title ?? ''), count: this.annotations.of(paper).length }));
    return (await window.showQuickPick(rows, { title: l10n.t('New Note from Paper'), matchOnDescription: true, matchOnDetail: true }))?.paper;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
