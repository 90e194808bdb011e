import { type Disposable, workspace } from 'vscode';

/**
 * By what VS Code knows the row of a paper again. It stays with a paper whose file is renamed, so that the row stays open,
 * selected and under the keyboard: whoever has just renamed a citekey goes on from there.
 */
export class RowIds implements Disposable {
  private readonly ids = new Map<string, string>();
  private readonly moved = new Map<string, string>();
  private count = 0;
  private readonly listening = workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files) this.rename(oldUri.toString(), newUri.toString());
  });

  /** @returns the id of a paper file's row */
  of(uri: string): string {
    return this.ids.get(uri) ?? uri;
  }

  /** @returns where a file is by now that was there when its row was drawn */
  whereIs(uri: string): string {
    let now = uri;
    for (let next = this.moved.get(now); next !== undefined; next = this.moved.get(now)) now = next;
    return now;
  }

  dispose(): void {
    this.listening.dispose();
  }

  /** Another paper that takes the former address gets a row of its own. */
  private rename(from: string, to: string): void {
    const id = this.of(from);
    this.ids.set(from, `${from}#${++this.count}`);
    this.ids.set(to, id);
    this.moved.set(from, to);
    this.moved.delete(to); // what ends there goes no further, so that no way leads round
  }
}
