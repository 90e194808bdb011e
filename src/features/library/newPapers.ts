import { type CancellationToken, FileSystemError, l10n, Uri, workspace } from 'vscode';
import { citekeyFor, isValidCitekey } from '../../core/library/citekey';
import { fileStem } from '../../core/library/fileStem';
import type { KeyMaker } from '../../core/library/citekeyFormula';
import type { CslItem } from '../../core/library/record';
import { isCrossReference } from '../../core/notes/citekey';
import type { Work } from '../../core/work';
import { UserError } from '../../platform/log';
import { DiskFullError, removeUnfinished, writeNewFile } from '../../platform/newFile';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { stemOf } from './findPapers';
import { inParallel } from '../../platform/inParallel';

/** A paper that is to be written: its record under a citekey that is free, and a file that does not exist. */
interface NewPaper {
  readonly record: CslItem;
  readonly uri: Uri;
}

const filesAtOnce = 16;
/** Longer ids are a database's, not a person's. */
const longestCitekey = 60;

/**
 * Writes records as paper files. What is there already is never touched.
 * @param folder the library folder, made where there is none
 * @param keys the citekeys in use
 * @param makeKey how citekeys are made for those that have none, or one that is taken
 * @returns the files written; fewer than records when the user cancelled
 */
export async function writeNewPapers(
  records: readonly CslItem[],
  { folder, keys, makeKey, thread, token, tell }: {
    readonly folder: Uri;
    readonly keys: Iterable<string>;
    readonly makeKey: KeyMaker;
    readonly thread: WorkerThread<Work>;
    readonly token: CancellationToken;
    readonly tell: (message: string) => void;
  },
): Promise<NewPaper[]> {
  let done = 0;
  try {
    await workspace.fs.createDirectory(folder);
    const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
    await removeUnfinished(folder, names).catch(() => undefined);
    const stems = names.map(stemOf);
    const papers = namePapers(records, folder, { keys, makeKey, stems });
    const { library } = await thread.get();
    const written = await inParallel(papers, filesAtOnce, async (paper) => {
      if (token.isCancellationRequested) return undefined;
      await write(paper.uri, await library.newPaperFile(paper.record));
      if (++done % 50 === 0) tell(l10n.t('{0} of {1}', done, papers.length));
      return paper;
    });
    return written.filter((paper) => paper !== undefined);
  } catch (error) {
    if (error instanceof DiskFullError) throw new UserError(l10n.t('The disk is full: {0} of {1} papers were imported. Make room, and import the others again.', done, records.length));
    if (!isReadOnly(error)) throw error;
    throw new UserError(l10n.t('Papers cannot be imported here: "{0}" cannot be written to.', workspace.asRelativePath(folder)));
  }
}

/** Keys and files are named before anything is written, so that papers of one import don't meet. */
function namePapers(
  records: readonly CslItem[],
  folder: Uri,
  { keys, makeKey, stems }: { readonly keys: Iterable<string>; readonly makeKey: KeyMaker; readonly stems: readonly string[] },
): NewPaper[] {
  const taken = new Set([...keys].map((key) => key.toLowerCase()));
  const files = new Set(stems.map((stem) => stem.normalize('NFC').toLowerCase()));
  return records.map((record) => {
    let id = isGoodCitekey(record.id) && !taken.has(record.id.toLowerCase()) ? record.id : citekeyFor(record, taken, makeKey);
    while (files.has(fileStem(id).toLowerCase())) {
      taken.add(id.toLowerCase());
      id = citekeyFor(record, taken, makeKey);
    }
    taken.add(id.toLowerCase());
    files.add(fileStem(id).toLowerCase());
    return { record: { ...record, id }, uri: Uri.joinPath(folder, `${fileStem(id)}.yaml`) };
  });
}

/** Whether a person would cite by it: not `12`, and not an address of a reference manager's. */
function isGoodCitekey(id: string): boolean {
  return isValidCitekey(id) && !isCrossReference(id) && /\p{L}/u.test(id) && !id.includes('/') && id.length <= longestCitekey;
}

async function write(uri: Uri, text: string): Promise<void> {
  try {
    await writeNewFile(uri, text);
  } catch (error) {
    if (!(error instanceof FileSystemError && error.code === 'FileExists')) throw error;
    throw new UserError(l10n.t('"{0}" exists already and was not overwritten.', workspace.asRelativePath(uri)));
  }
}

function isReadOnly(error: unknown): boolean {
  if (!(error instanceof FileSystemError)) return false;
  return error.code === 'NoPermissions' || error.code === 'Unavailable' || /EROFS|read-only file system/i.test(error.message);
}
