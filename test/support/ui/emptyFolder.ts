import * as fs from 'node:fs';
import * as path from 'node:path';
import { temporaryFolder } from '../temporary';

/** A folder with nothing of Casebook's in it. */
export function emptyFolder(): string {
  const folder = path.join(temporaryFolder(), 'empty');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'readme.txt'), 'A file, for the explorer to show.\n');
  return folder;
}
