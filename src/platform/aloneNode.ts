import { createHash } from 'node:crypto';
import { mkdir, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Uri } from 'vscode';

/** Nothing is done to a file for so long (ms): who has it longer was ended meanwhile. */
const longest = 10_000;
const pause = 15;

/**
 * Does something to a file while no other window of this user on this machine does. A folder among the system's temporary
 * ones stands for the file, since only one can make it. Where none can be made, it is done all the same.
 */
export async function alone<Answer>(uri: Uri, act: () => Promise<Answer>): Promise<Answer> {
  const sign = join(tmpdir(), `casebook-${process.getuid?.() ?? 0}-${createHash('sha256').update(uri.toString()).digest('hex').slice(0, 32)}`);
  const isOurs = await take(sign);
  try {
    return await act();
  } finally {
    if (isOurs) await rmdir(sign).catch(() => undefined);
  }
}

async function take(sign: string): Promise<boolean> {
  for (;;) {
    const fault = await mkdir(sign).then(() => undefined, (error: NodeJS.ErrnoException) => error.code);
    if (fault !== 'EEXIST') return fault === undefined;
    const made = await stat(sign).then(({ mtimeMs }) => mtimeMs, () => Date.now());
    if (Math.abs(Date.now() - made) > longest) await rmdir(sign).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
