import type { Port } from './peer';

export interface SpawnedWorker extends Port {
  /** Told once or more when the worker can answer no more. */
  onDeath(listener: (reason: Error) => void): void;
  terminate(): void;
}
