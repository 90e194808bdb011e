import { l10n, Uri, workspace, WorkspaceEdit } from 'vscode';
import { attachmentName } from '../../core/library/attachmentName';
import type { LibraryPaper } from '../../core/library/library';
import type { FieldChoice } from '../../core/library/mergedRecord';
import type { Work } from '../../core/work';
import { UserError } from '../../platform/log';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { nameOf, stemOf } from './findPapers';
import { askKeysInNotes, renameInNotes } from './keysInNotes';
import type { KeyPlaces } from './keyPlaces';
import type { PaperFolders } from './paperFolders';
import { applyAndSave, replaceText, saveAll, seeDocument } from '../../platform/seenDocument';

interface Move {
  readonly from: Uri;
  readonly to: Uri;
}

/**
 * Makes one paper of several: the first one's file takes the chosen fields and all that the others have, their
 * attachments get its name, their keys become aliases of it, and their files go to the bin. One edit, so that one undo
 * takes it back. Notes that cite another key are changed too where the user wants that.
 *
 * @returns whether it was done; not where the user went back
 * @throws a UserError where a file is broken or cannot be changed, and nothing was
 */
export async function mergeDuplicates(
  papers: readonly LibraryPaper[],
  choices: readonly FieldChoice[],
  { folders, places, thread }: { readonly folders: PaperFolders; readonly places: KeyPlaces; readonly thread: WorkerThread<Work> },
): Promise<boolean> {
  const [kept, ...others] = papers;
  if (!kept) return false;
  const seen = await Promise.all(papers.map(({ uri }) => seeDocument(Uri.parse(uri))));
  const [keptDocument, ...documents] = seen.map(({ document }) => document);
  if (!keptDocument) return false;
  const moves = await movesTo(kept, others);
  const away = documents.map((document) => ({ text: document.getText(), renamed: namesOf(moves) }));
  const text = await (await thread.get()).library.mergePaperFiles(keptDocument.getText(), away, choices);
  if (text === undefined) throw new UserError(l10n.t('One of the files has an error, holds several records, or was changed meanwhile. The Problems view says what is wrong.'));
  const newKey = kept.record.id;
  const notes = await askKeysInNotes({ keys: others.map(({ record }) => record.id), newKey, folder: Uri.parse(kept.folder) }, places);
  if (!notes) return false;
  await saveAll(documents); // what is unsaved goes to the bin too
  const edit = new WorkspaceEdit();
  const renamed = await renameInNotes(edit, notes, newKey);
  if (keptDocument.version === seen[0]?.version) replaceText(edit, keptDocument, text); // else nothing is applied
  for (const { from, to } of moves) edit.renameFile(from, to, { overwrite: false });
  for (const { uri } of documents) edit.deleteFile(uri);
  await applyAndSave(edit, [...seen, ...renamed]);
  await folders.of(Uri.parse(kept.folder))?.take([keptDocument.uri, ...documents.map(({ uri }) => uri)]);
  return true;
}

/** Where the others' attachments go: beside the kept paper, under its name, over nothing that is there. */
async function movesTo(kept: LibraryPaper, others: readonly LibraryPaper[]): Promise<Move[]> {
  const paperFile = Uri.parse(kept.uri);
  const folder = Uri.joinPath(paperFile, '..');
  const taken = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  return others.flatMap(({ attachments }) => attachments).map((uri) => {
    const from = Uri.parse(uri);
    const name = attachmentName(stemOf(nameOf(paperFile)), nameOf(from), taken);
    taken.push(name);
    return { from, to: Uri.joinPath(folder, name) };
  });
}

function namesOf(moves: readonly Move[]): Record<string, string> {
  return Object.fromEntries(moves.map(({ from, to }) => [nameOf(from), nameOf(to)]));
}
