import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackedAssets } from '../core/ports';

/** The data that ships beside the command-line tool. */
export class FileAssets implements PackedAssets {
  constructor(private readonly folder: string) {}

  async read(path: string): Promise<string | undefined> {
    return (await this.bytes(path))?.toString('utf8');
  }

  async bytes(path: string): Promise<Buffer<ArrayBuffer> | undefined> {
    try {
      return await readFile(join(this.folder, path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }
}
