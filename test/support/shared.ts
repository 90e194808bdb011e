import { existsSync } from 'node:fs';
import * as path from 'node:path';

const shared = path.resolve(__dirname, '..', '..', '..', 'shared');

/**
 * A file of the data that tests read in place and the project does not contain.
 *
 * @returns its absolute path; undefined where it is absent, and the test skips by name
 */
export function sharedPath(...parts: string[]): string | undefined {
  const file = path.join(shared, ...parts);
  return existsSync(file) ? file : undefined;
}
