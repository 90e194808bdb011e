import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const made: string[] = [];

process.on('exit', () => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** An empty folder that goes when this process does. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'casebook-'));
  made.push(folder);
  return folder;
}

/** A copy that may be changed at will. It keeps the folder's name, which VS Code shows. */
export function copyOf(folder: string): string {
  const copy = path.join(temporaryFolder(), path.basename(folder));
  fs.cpSync(folder, copy, { recursive: true });
  return copy;
}
