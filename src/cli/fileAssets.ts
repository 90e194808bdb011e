import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assets } from '../core/ports';

/** The data that ships beside the command-line tool. */
export class FileAssets implements Assets {
  constructor(private readonly folder: string) {}

  async read(path: string): Promise<string | undefined> {
    try {
      return await readFile(join(this.folder, path), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }
}
