import type { Clock } from '../../core/ports';

/** Real time. */
export const hostClock: Clock = {
  wait: (duration) => new Promise((resolve) => setTimeout(resolve, duration)),
};
