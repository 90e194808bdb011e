import { l10n, type TextDocument, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { changedStretch } from '../../core/changedStretch';
import { isValidCitekey } from '../../core/library/citekey';
import { fileStem } from '../../core/library/fileStem';
import type { Library, LibraryPaper } from '../../core/library/library';
import { isCrossReference, writeKey } from '../../core/notes/citekey';
import type { Work } from '../../core/work';
import { toRange } from '../../platform/convert';
import { UserError } from '../../platform/log';
import { plainMessage, plainRow } from '../../platform/plainText';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { type CitingNote, findCitingNotes } from './citingNotes';
import { nameOf, stemOf } from './findPapers';
import type { PaperFolders } from './paperFolders';

/** What the user would be asked, for key bindings and tests that know the answers. */
export interface RenameAnswers {
  readonly citekey: string;
  readonly inNotes: boolean;
}

interface Move {
  readonly from: Uri;
  readonly to: Uri;
}

/** Gives a paper another citekey: in its file, in the names of its files, and in the notes that cite it. */
export class RenameCitekey {
  constructor(
    private readonly library: Library,
    private readonly folders: PaperFolders,
    private readonly thread: WorkerThread<Work>,
  ) {}

  async run(paper: LibraryPaper, answers?: RenameAnswers): Promise<void> {
    const citekey = answers?.citekey ?? (await this.askCitekey(paper));
    if (citekey === undefined || citekey === paper.record.id) return;
    const wrong = this.whatIsWrong(citekey, paper);
    if (wrong) throw new UserError(wrong);
    const notes = await findCitingNotes(Uri.parse(paper.folder), paper.record.id);
    const inNotes = answers?.inNotes ?? (await askNotes(notes, paper.record.id));
    if (inNotes !== undefined) await this.rename(paper, citekey, inNotes ? notes : []);
  }

  private askCitekey(paper: LibraryPaper): Thenable<string | undefined> {
    return window.showInputBox({
      title: l10n.t('Rename Citekey'),
      prompt: l10n.t('The new citekey of "{0}"', paper.record.id),
      value: paper.record.id,
      validateInput: (value) => plainRow(plainMessage(this.whatIsWrong(value.trim(), paper) ?? '')),
    }).then((value) => value?.trim());
  }

  private whatIsWrong(citekey: string, paper: LibraryPaper): string | undefined {
    if (!isValidCitekey(citekey)) return l10n.t('A citekey is made of letters, digits and single "-", "_", ":" or "." inside.');
    if (isCrossReference(citekey)) return l10n.t('Quarto takes "@{0}" for a cross-reference.', citekey);
    const other = this.library.withKey(citekey).find(({ uri, folder }) => uri !== paper.uri && folder === paper.folder);
    return other && l10n.t('"{0}" is the citekey of another paper: {1}', citekey, other.record.title ?? nameOf(Uri.parse(other.uri)));
  }

  /** One edit, so that one undo takes all of it back. */
  private async rename(paper: LibraryPaper, citekey: string, notes: readonly CitingNote[]): Promise<void> {
    const document = await workspace.openTextDocument(Uri.parse(paper.uri));
    const before = document.getText();
    const after = await (await this.thread.get()).library.setCitekey(before, citekey);
    if (after === undefined) throw new UserError(l10n.t('The paper file has an error. Mend it first; the Problems view says where.'));
    const moves = await movesFor(paper, citekey);
    const edit = new WorkspaceEdit();
    for (const { from, to } of moves) edit.renameFile(from, to);
    const { span, newText } = changedStretch(before, after);
    const target = moves[0]?.to ?? document.uri;
    edit.replace(target, toRange(document, span), newText);
    for (const note of notes) replaceKeys(edit, note, citekey);
    const saved = [...(document.isDirty ? [] : [target]), ...notes.filter((note) => !note.document.isDirty).map((note) => note.document.uri)];
    if (!(await workspace.applyEdit(edit))) throw new UserError(l10n.t('The files could not be changed. Are they read-only?'));
    await save(saved);
    await this.folders.of(Uri.parse(paper.folder))?.take([target]);
  }
}

function replaceKeys(edit: WorkspaceEdit, { document, spans }: CitingNote, citekey: string): void {
  const text = document.getText();
  for (const span of spans) {
    const sign = text[span.start] === '-' ? '-' : '';
    edit.replace(document.uri, toRange(document, span), sign + writeKey(citekey));
  }
}

/** A file that is named by its citekey is renamed with its attachments, the paper file first; one with another name keeps it. */
async function movesFor(paper: LibraryPaper, citekey: string): Promise<Move[]> {
  const uri = Uri.parse(paper.uri);
  const stem = stemOf(nameOf(uri));
  const old = paper.record.id;
  if (stem !== fileStem(old) && stem !== fileStem(old, [old])) return [];
  const folder = Uri.joinPath(uri, '..');
  const stems = (await workspace.fs.readDirectory(folder)).map(([name]) => stemOf(name));
  const newStem = fileStem(citekey, stems.filter((other) => other !== stem));
  return [paper.uri, ...paper.attachments].map((file) => {
    const from = Uri.parse(file);
    return { from, to: Uri.joinPath(folder, newStem + nameOf(from).slice(stem.length)) };
  });
}

/** What was saved before stays saved; what the user had not saved yet is left for them to save. */
async function save(uris: readonly Uri[]): Promise<void> {
  const wanted = new Set(uris.map(String));
  const isWanted = (document: TextDocument): boolean => document.isDirty && wanted.has(document.uri.toString());
  await Promise.all(workspace.textDocuments.filter(isWanted).map((document) => document.save()));
}

/** @returns whether the notes are changed too; undefined when the user wants none of it */
async function askNotes(notes: readonly CitingNote[], citekey: string): Promise<boolean | undefined> {
  if (notes.length === 0) return false;
  const count = notes.reduce((sum, { spans }) => sum + spans.length, 0);
  const names = notes.map(({ document }) => workspace.asRelativePath(document.uri)).join('\n');
  const question =
    notes.length === 1
      ? l10n.t('A note cites "{0}". Rename it there too?', citekey)
      : l10n.t('{0} notes cite "{1}". Rename it there too?', notes.length, citekey);
  const inNotes = l10n.t('Rename in Notes Too');
  const onlyPaper = l10n.t('Rename Paper Only');
  const detail = l10n.t('Citations: {0}', count) + `\n\n${names}`.slice(0, 800);
  const choice = await window.showWarningMessage(question, { modal: true, detail }, inNotes, onlyPaper);
  return choice === undefined ? undefined : choice === inNotes;
}
