import { FileSystemError, Uri, workspace } from 'vscode';
import type { PackedAssets } from '../core/ports';

/** The data that ships with Casebook, read from the extension's own folder. */
export class ExtensionAssets implements PackedAssets {
  /** @param dist the extension's `dist` folder */
  constructor(private readonly dist: Uri) {}

  async read(path: string): Promise<string | undefined> {
    const bytes = await this.bytes(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  async bytes(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      return Uint8Array.from(await workspace.fs.readFile(Uri.joinPath(this.dist, 'data', path)));
    } catch (error) {
      if (error instanceof FileSystemError && (error.code === 'FileNotFound' || this.isUnsaid(error))) return undefined;
      throw error;
    }
  }

  /** From a web server VS Code does not say whether a file is missing: it has one code for all that can go wrong. */
  private isUnsaid({ code }: FileSystemError): boolean {
    return /^https?$/.test(this.dist.scheme) && code === 'Unknown';
  }
}
