import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** @returns memory in use, with garbage not collected yet (MB) */
export function usedMemory(): number {
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** @returns memory in use after all garbage is collected (MB) */
export function keptMemory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return usedMemory();
}
