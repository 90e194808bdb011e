import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { joinedBytes } from '../core/joinedBytes';
import type { ByteRange, FileStamp, OwnFiles, WriteFault } from '../core/ports';
import { DiskFullError, isUnfinished, replaceFile } from './newFile';

/** Casebook's own files through VS Code's file systems, for workers in a browser, which have no disk. */
export class HostOwnFiles implements OwnFiles {
  async list(folder: string): Promise<readonly string[]> {
    const found = await orNothing(workspace.fs.readDirectory(Uri.parse(folder)));
    return (found ?? []).map(([name]) => name).filter((name) => !isUnfinished(name)).sort();
  }

  async read(uri: string, range?: ByteRange): Promise<Uint8Array | undefined> {
    const bytes = await orNothing(workspace.fs.readFile(Uri.parse(uri)));
    return bytes && range ? bytes.slice(range.start, range.end) : bytes;
  }

  async stamp(uri: string): Promise<FileStamp | undefined> {
    const found = await orNothing(workspace.fs.stat(Uri.parse(uri)));
    return found && found.type & FileType.File ? { size: found.size, modified: found.mtime } : undefined;
  }

  async write(uri: string, ...pieces: readonly Uint8Array[]): Promise<WriteFault | undefined> {
    try {
      await replaceFile(Uri.parse(uri), joinedBytes(pieces));
      return undefined;
    } catch (error) {
      return error instanceof DiskFullError ? 'full' : 'denied';
    }
  }

  async remove(uri: string): Promise<void> {
    await orNothing(workspace.fs.delete(Uri.parse(uri), { recursive: true, useTrash: false }));
  }
}

/** Whatever is not there, or cannot be reached, is nothing; a mistake of ours is thrown on. */
async function orNothing<Answer>(question: Thenable<Answer>): Promise<Answer | undefined> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof FileSystemError || error instanceof Error) return undefined;
    throw error;
  }
}
