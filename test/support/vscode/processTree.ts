import { spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** The leaders of the process groups that must not outlive this process. */
const running = new Set<ChildProcess>();

// Before anything else that is done at the end: a server that still ran would write into folders that are being removed.
process.prependListener('exit', () => {
  for (const { pid } of running) if (pid !== undefined) killGroup(pid, 'SIGKILL');
});

/** Registers a child that was spawned with `detached`, so that it leads a process group of its own. */
export function ownGroup(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}

export async function stopAllGroups(): Promise<void> {
  await Promise.all([...running].map(stopGroup));
}

/** Asks the child and all its children to end, and after five seconds no longer asks. */
export async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  killGroup(child.pid, 'SIGTERM');
  const late = await Promise.race([exited.then(() => false), sleep(5000, true, { ref: false })]);
  if (late) {
    killGroup(child.pid, 'SIGKILL');
    await exited;
  }
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // Ended by itself meanwhile.
  }
}
