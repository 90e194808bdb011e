import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { ownerOf } from '../../core/library/attachmentName';
import { givingWay } from '../../platform/givingWay';

/** A paper file, and what lies beside it under the same name. */
export interface FoundPaper {
  readonly uri: Uri;
  /** `library/chen1995.pdf`, `library/chen1995-2.pdf` and `library/chen1995.md` of `library/chen1995.yaml`. */
  readonly attachments: readonly string[];
}

/** @returns whether the name is that of a paper file */
function isPaperFile(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/** @returns the name without its ending: `chen1995` of `chen1995.yaml` */
export function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** @returns the last part of an address's path */
export function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/**
 * Looks through a library folder and the folders in it.
 * @returns the paper files by address; none where there is no such folder
 */
export async function findPapers(folder: Uri): Promise<Map<string, FoundPaper>> {
  const found = new Map<string, FoundPaper>();
  await collect(folder, found);
  return found;
}

async function collect(folder: Uri, found: Map<string, FoundPaper>): Promise<void> {
  const entries = await list(folder);
  await papersAmong(folder, entries, found);
  await Promise.all(
    // A linked folder may lead back to where we are, and a hidden one (`.git`) is no place for papers.
    entries
      .filter(([name, type]) => type === FileType.Directory && !name.startsWith('.'))
      .map(([name]) => collect(Uri.joinPath(folder, name), found)),
  );
}

async function papersAmong(folder: Uri, entries: readonly [string, FileType][], found: Map<string, FoundPaper>): Promise<void> {
  const files = entries.filter(([, type]) => (type & FileType.File) !== 0).map(([name]) => name);
  const papers = files.filter(isPaperFile);
  const stems = new Set(papers.map(stemOf));
  const others = new Map<string, string[]>();
  for (const name of files) {
    if (isPaperFile(name)) continue;
    const owner = ownerOf(stemOf(name), stems);
    if (owner !== undefined) others.set(owner, [...(others.get(owner) ?? []), Uri.joinPath(folder, name).toString()]);
  }
  await givingWay(papers, (name) => {
    const uri = Uri.joinPath(folder, name);
    found.set(uri.toString(), { uri, attachments: others.get(stemOf(name))?.sort() ?? [] });
  });
}

async function list(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

/** @returns whether a file error says that there is no such file */
export function isNotFound(error: unknown): boolean {
  return error instanceof FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory');
}
