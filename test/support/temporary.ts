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

/** A copy that may be changed at will. VS Code shows its name, by default the folder's own. */
export function copyOf(folder: string, name = path.basename(folder)): string {
  const copy = path.join(temporaryFolder(), name);
  fs.cpSync(folder, copy, { recursive: true });
  return copy;
}
