import * as fs from 'node:fs';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** No install takes this long: a lock that is older was left by a process whose number another one bears now. */
const abandonedAfterMs = 15 * 60_000;

/** Runs `work` while no other process does so under the same lock file. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await acquire(file);
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

async function acquire(file: string): Promise<void> {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let told = false; !tryToTake(file); told = true) {
    if (isAbandoned(file)) {
      fs.rmSync(file, { force: true });
      continue;
    }
    if (!told) console.log(`Waiting for another run that is installing (${path.basename(file)})`);
    await sleep(500);
  }
}

/** A link either appears whole, with its owner's number inside, or fails because the lock is taken. */
function tryToTake(file: string): boolean {
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, String(process.pid));
  try {
    fs.linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

function isAbandoned(file: string): boolean {
  try {
    const age = Date.now() - fs.statSync(file).mtimeMs;
    return age > abandonedAfterMs || !isAlive(Number(fs.readFileSync(file, 'utf8')));
  } catch {
    return false; // released this very moment
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // alive, and somebody else's
  }
}
