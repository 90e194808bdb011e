import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';

/**
 * Puts a small disk of its own where a folder is, or is to be.
 * @param options as `mount` takes them: `size=64k`
 * @returns whether that is allowed here
 */
export function mountDisk(folder: string, options: string): boolean {
  fs.mkdirSync(folder, { recursive: true });
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
}

export function unmountDisk(folder: string): void {
  spawnSync('umount', ['-l', folder]);
}
