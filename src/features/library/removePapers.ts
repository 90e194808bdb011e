import { l10n, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { LibraryPaper } from '../../core/library/library';
import { type Log, UserError } from '../../platform/log';
import { nameOf } from './findPapers';
import { inParallel } from '../../platform/inParallel';
import { saveAll } from '../../platform/seenDocument';

/** What the user would be asked, for key bindings and tests that know the answers. */
export interface RemoveAnswers {
  readonly attachments: boolean;
}

interface KeptFile {
  readonly uri: Uri;
  readonly content: Uint8Array;
}

const filesAtOnce = 16;

/** Moves papers to the bin, once the user agrees, and offers to bring them back. */
export async function removePapers(papers: readonly LibraryPaper[], log: Log, answers?: RemoveAnswers): Promise<void> {
  const given = answers ?? (await ask(papers));
  if (!given) return;
  const files = papers.flatMap(({ uri, attachments }) => [uri, ...(given.attachments ? attachments : [])]);
  const kept = await removeFiles(files.map((uri) => Uri.parse(uri)));
  void offerUndo(l10n.t('Moved to the bin: {0}.', papers.map(({ record }) => record.id).join(', ')), kept, log);
}

/**
 * Deletes files as VS Code's explorer does: into the bin where the file system has one, and with a place in the undo
 * history. What is unsaved in an editor is saved before, so that the bin holds it.
 * @returns what was in the files
 */
export async function removeFiles(uris: readonly Uri[]): Promise<KeptFile[]> {
  const wanted = new Set(uris.map(String));
  await saveAll(workspace.textDocuments.filter(({ uri }) => wanted.has(uri.toString())));
  const kept = await inParallel(uris, filesAtOnce, async (uri) => ({ uri, content: await workspace.fs.readFile(uri) }));
  const edit = new WorkspaceEdit();
  for (const uri of uris) edit.deleteFile(uri, { ignoreIfNotExists: true });
  if (!(await workspace.applyEdit(edit))) {
    throw new UserError(l10n.t('"{0}" could not be moved to the bin. Is its folder read-only?', nameOf(uris[0] ?? Uri.parse(''))));
  }
  return kept;
}

/** VS Code's own undo reaches a deleted file only from its editor, which is closed by then. */
async function offerUndo(message: string, kept: readonly KeptFile[], log: Log): Promise<void> {
  const undo = l10n.t('Undo');
  if ((await window.showInformationMessage(message, undo)) !== undo) return;
  await log.guard(l10n.t('The papers could not be brought back'), restore)(kept);
}

async function restore(kept: readonly KeptFile[]): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const { uri, content } of kept) edit.createFile(uri, { contents: content, ignoreIfExists: true });
  if (!(await workspace.applyEdit(edit))) throw new UserError(l10n.t('The papers could not be brought back. They may be in the bin.'));
}

async function ask(papers: readonly LibraryPaper[]): Promise<RemoveAnswers | undefined> {
  const attached = papers.flatMap(({ attachments }) => attachments.map((uri) => nameOf(Uri.parse(uri))));
  const keys = papers.map(({ record }) => record.id);
  const question =
    keys.length === 1 ? l10n.t('Move the paper "{0}" to the bin?', keys[0] ?? '') : l10n.t('Move {0} papers to the bin?', keys.length);
  const detail = [keys.length > 1 ? keys.join(', ') : '', attached.length > 0 ? l10n.t('Attached: {0}', attached.join(', ')) : ''];
  const paperOnly = attached.length > 0 ? l10n.t('Move without Attachments') : l10n.t('Move to Bin');
  const withAttachments = l10n.t('Move with Attachments');
  const choices = attached.length > 0 ? [withAttachments, paperOnly] : [paperOnly];
  const options = { modal: true, detail: detail.filter(Boolean).join('\n\n').slice(0, 1000) };
  const choice = await window.showWarningMessage(question, options, ...choices);
  return choice === undefined ? undefined : { attachments: choice === withAttachments };
}
