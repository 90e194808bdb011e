import { FileSystemError, Uri, workspace } from 'vscode';
import type { Assets } from '../core/ports';

/** The data that ships with Casebook, read from the extension's own folder. */
export class ExtensionAssets implements Assets {
  /** @param dist the extension's `dist` folder */
  constructor(private readonly dist: Uri) {}

  async read(path: string): Promise<string | undefined> {
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(this.dist, 'data', path)));
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
      throw error;
    }
  }
}
