import type { Day } from '../core/library/checks/check';

/** @returns the day by this machine's clock and time zone */
export function today(): Day {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
