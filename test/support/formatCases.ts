import { readFileSync } from 'node:fs';
import { sharedPath } from './shared';

/** One of the peers' test cases, as far as our tests use it. */
export interface FormatCase {
  readonly name: string;
  readonly input: string;
}

/**
 * Peers' cases of a format.
 *
 * @param file as the case files are called: `pubmed-xml`
 * @returns undefined where they are not at hand
 */
export function formatCases(file: string): readonly FormatCase[] | undefined {
  const path = sharedPath('data', 'formats', `${file}.jsonl`);
  if (path === undefined) {
    return undefined;
  }
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const { name, input } = JSON.parse(line) as { readonly name: string; readonly input: unknown };
    return { name, input: typeof input === 'string' ? input : JSON.stringify(input) };
  });
}
