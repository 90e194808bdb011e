import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** A copy of `folder` that may be changed at will. Its name shows in VS Code, so it is the same for everyone. */
export function copyOf(folder: string): string {
  const parent = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'casebook-'));
  const copy = path.join(parent, path.basename(folder));
  fs.cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Removes what `copyOf` made. */
export function discard(copy: string): void {
  fs.rmSync(path.dirname(copy), { recursive: true, force: true, maxRetries: 5 });
}
