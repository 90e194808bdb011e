import { moveOver } from '#moveOver';
import { FileSystemError, l10n, Uri, workspace } from 'vscode';
import { UserError } from './log';

/** A disk, or the part of it that a user may fill, has no room for a file. */
export class DiskFullError extends UserError {
  constructor(uri: Uri) {
    super(l10n.t('The disk is full: "{0}" could not be written. Make room, and try again.', workspace.asRelativePath(uri)));
  }
}

/**
 * Writes a file that is not there yet, whole or not at all: it is written under another name beside its place and then
 * given its own, so that whoever ends this process meanwhile leaves no half file under it.
 * @throws FileSystemError `FileExists` where there is such a file; it stays as it is
 * @throws DiskFullError
 */
export async function writeNewFile(uri: Uri, text: string): Promise<void> {
  if (await exists(uri)) throw FileSystemError.FileExists(uri);
  await write(uri, new TextEncoder().encode(text), false);
}

/**
 * Writes a file that may be there, of which the user said that it is to be replaced: it is the old or the new one, whole.
 * @throws DiskFullError
 */
export async function replaceFile(uri: Uri, content: Uint8Array): Promise<void> {
  const folder = Uri.joinPath(uri, '..');
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const names = await workspace.fs.readDirectory(folder).then((found) => found.map(([one]) => one), () => []);
  await removeUnfinished(folder, names.filter((one) => one.startsWith(`${name}.`))).catch(() => undefined);
  await write(uri, content, true);
}

/** A disk that is full leaves the unfinished file, which is of no use to anyone. */
async function write(uri: Uri, content: Uint8Array, overwrite: boolean): Promise<void> {
  // Another window may be writing a file of the same name: each has an unfinished one of its own.
  const own = Math.random().toString(36).slice(2, 10);
  const partial = uri.with({ path: `${uri.path}.${own}${partialEnding}` });
  try {
    await workspace.fs.writeFile(partial, content);
    await (overwrite ? moveOver(partial, uri) : workspace.fs.rename(partial, uri, { overwrite }));
  } catch (error) {
    await workspace.fs.delete(partial).then(undefined, () => undefined);
    throw isDiskFull(error) ? new DiskFullError(uri) : error;
  }
}

/** VS Code has no code of its own for it, but hands on what the system said. */
function isDiskFull(error: unknown): boolean {
  return error instanceof Error && /ENOSPC|EDQUOT|no space left|quota/i.test(error.message);
}

/** Deletes what a process that was ended left unfinished in a folder; what another window may be writing stays. */
export async function removeUnfinished(folder: Uri, names: readonly string[]): Promise<void> {
  for (const name of names.filter((one) => one.endsWith(partialEnding))) {
    const uri = Uri.joinPath(folder, name);
    const { mtime } = await workspace.fs.stat(uri);
    if (mtime < Date.now() - longestWrite) await workspace.fs.delete(uri);
  }
}

/** No file of ours takes as long to write (ms). */
const longestWrite = 60_000;
/** What is left under such a name was never finished. */
const partialEnding = '.casebook-part';

/** Whether a name is that of a file whose writing goes on, or never ended. */
export function isUnfinished(name: string): boolean {
  return name.endsWith(partialEnding);
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
