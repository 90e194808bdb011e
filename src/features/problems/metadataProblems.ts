import { Disposable, type Uri, workspace } from 'vscode';
import { metadataFileNames, readMetadata } from '../../core/library/metadataFile';
import type { ProblemCollection } from '../../platform/problemCollection';

const source = 'metadata';

const pattern = `**/{${metadataFileNames.join(',')}}`;

/** Says where a metadata file of Quarto is broken: until it is mended, notes lack the bibliographies that it names. */
export class MetadataProblems implements Disposable {
  private readonly listening: Disposable;
  /** The last look at each file: an earlier one that ends later says nothing. */
  private readonly looks = new Map<string, object>();

  constructor(private readonly problems: ProblemCollection) {
    const watcher = workspace.createFileSystemWatcher(pattern);
    this.listening = Disposable.from(
      watcher,
      watcher.onDidCreate((uri) => void this.look(uri)),
      watcher.onDidChange((uri) => void this.look(uri)),
      watcher.onDidDelete((uri) => void this.look(uri)),
      workspace.onDidChangeWorkspaceFolders(() => void this.lookAtAll()),
    );
    void this.lookAtAll();
  }

  dispose(): void {
    this.listening.dispose();
  }

  private async lookAtAll(): Promise<void> {
    const found = await workspace.findFiles(pattern, '**/{node_modules,.*}/**');
    await Promise.all(found.map((uri) => this.look(uri)));
  }

  private async look(uri: Uri): Promise<void> {
    const own = {};
    this.looks.set(uri.toString(), own);
    const text = await textOf(uri);
    if (this.looks.get(uri.toString()) !== own) return;
    this.looks.delete(uri.toString());
    this.problems.set(source, uri, text === undefined ? [] : readMetadata(text).problems, text ?? '');
  }
}

/** @returns undefined where the file is gone, or its file system does not let it be read */
async function textOf(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
