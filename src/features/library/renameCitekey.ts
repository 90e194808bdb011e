import { l10n, Uri, window, workspace } from 'vscode';
import { changedStretch } from '../../core/changedStretch';
import type { KeyFile } from '../../core/library/keyWork';
import type { Library, LibraryPaper } from '../../core/library/library';
import type { Work } from '../../core/work';
import { toRange } from '../../platform/convert';
import { UserError } from '../../platform/log';
import { plainMessage, plainRow } from '../../platform/plainText';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { nameOf } from './findPapers';
import { type KeyRename, type MovingEdit, type RenameWish, whatIsWrongWith } from './keyRename';
import type { PaperFolders } from './paperFolders';
import type { RowIds } from './rowIds';
import { applyAndSave, type SeenDocument, seeDocument } from '../../platform/seenDocument';

/** What the user would be asked, for key bindings and tests that know the answers. */
export interface RenameAnswers {
  readonly citekey: string;
  readonly inNotes: boolean;
}

/** Gives a paper of the tree another citekey: in its file, in the names of its files, and wherever it is used. */
export class RenameCitekey {
  private applying: Promise<void> = Promise.resolve();

  constructor(
    private readonly library: Library,
    private readonly folders: PaperFolders,
    private readonly thread: WorkerThread<Work>,
    private readonly keys: KeyRename,
    private readonly ids: RowIds,
  ) {}

  async run(chosen: LibraryPaper, answers?: RenameAnswers): Promise<void> {
    await this.applying; // who asks again at once means the paper as it is then
    const paper = await this.asItIs(chosen);
    const citekey = answers?.citekey ?? (await this.askCitekey(paper));
    if (citekey === undefined || citekey === paper.record.id) return;
    const wrong = this.whatIsWrong(citekey, paper);
    if (wrong) throw new UserError(wrong);
    const wish: RenameWish = { key: paper.record.id, newKey: citekey, folder: Uri.parse(paper.folder), from: { uri: Uri.parse(paper.uri) } };
    const planned = answers ? undefined : await this.keys.plan(wish);
    const inNotes = answers?.inNotes ?? (await askNotes(planned?.files.filter(isNote) ?? [], wish.key));
    if (inNotes === undefined) return;
    const applied = this.apply(paper, wish, inNotes);
    this.applying = applied.catch(() => undefined);
    await applied;
  }

  private async apply(paper: LibraryPaper, wish: RenameWish, inNotes: boolean): Promise<void> {
    const { files, seen } = await this.keys.plan(wish); // anew: files may have changed while the user thought
    const moving = await this.keys.edit({ files: files.filter((file) => inNotes || !isNote(file)) }, wish);
    const keyless = files.some(({ uri }) => uri === paper.uri) ? undefined : await this.addCitekey(moving, paper, wish);
    const changed = seen.filter(({ document }) => moving.targets.has(document.uri.toString()));
    await applyAndSave(moving.edit, keyless ? [...changed, keyless] : changed, moving.targets);
    await this.folders.of(Uri.parse(paper.folder))?.take([...moving.targets.values()]);
  }

  /** Right after a renaming the library may still have the paper under its former name. */
  private async asItIs(paper: LibraryPaper): Promise<LibraryPaper> {
    const uri = this.ids.whereIs(paper.uri);
    if (uri !== paper.uri) await this.folders.of(Uri.parse(paper.folder))?.take([Uri.parse(uri)]);
    return this.library.at(uri) ?? paper;
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
    const wrong = whatIsWrongWith(citekey);
    if (wrong) return wrong;
    const other = this.library.withKey(citekey).find(({ uri, folder }) => uri !== paper.uri && folder === paper.folder);
    return other && l10n.t('"{0}" is the citekey of another paper: {1}', citekey, other.record.title ?? nameOf(Uri.parse(other.uri)));
  }

  /** A record that says no key has the one that Casebook made for it: it is written now. */
  private async addCitekey(moving: MovingEdit, paper: LibraryPaper, wish: RenameWish): Promise<SeenDocument> {
    const seen = await seeDocument(Uri.parse(paper.uri));
    const { document } = seen;
    const before = document.getText();
    const after = await (await this.thread.get()).library.setCitekey(before, wish.newKey);
    if (after === undefined) throw new UserError(l10n.t('The paper file has an error. Mend it first; the Problems view says where.'));
    await this.keys.move(moving, paper.uri, wish);
    const { span, newText } = changedStretch(before, after);
    const target = moving.targets.get(paper.uri) ?? document.uri;
    moving.targets.set(paper.uri, target);
    moving.edit.replace(target, toRange(document, span), newText);
    return seen;
  }
}

function isNote({ kind }: KeyFile): boolean {
  return kind === 'note' || kind === 'latex';
}

/** @returns whether the notes are changed too; undefined when the user wants none of it */
async function askNotes(notes: readonly KeyFile[], citekey: string): Promise<boolean | undefined> {
  if (notes.length === 0) return false;
  const count = notes.reduce((sum, { keys }) => sum + keys.length, 0);
  const names = notes.map(({ uri }) => workspace.asRelativePath(Uri.parse(uri))).join('\n');
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
