import { decode } from '../../src/core/formats/decode';
import { readText } from '../../src/core/formats/registry';
import { BibliographyWork } from '../../src/core/library/bibliography/bibliographyWork';
import type { LocalFiles } from '../../src/core/ports';

const noFiles: LocalFiles = { read: async () => undefined, stamp: async () => undefined, write: async () => false };

/** @returns how the list of a bibliography differs from what its format's reader gives */
export async function checkListing(text: string, format: string): Promise<string | undefined> {
  const content = new TextEncoder().encode(text);
  const work = new BibliographyWork(noFiles);
  await work.open('a', { content, format });
  const listed = work.rows('a', 0, 100_000).map(({ key }) => key);
  const read = readText(decode(content).text ?? '', format).records.map(({ id }) => id);
  const at = Array.from({ length: Math.max(listed.length, read.length) }, (_, index) => index).find((index) => listed[index] !== read[index]);
  return at === undefined ? undefined : `lists ${JSON.stringify(listed[at])} where it reads ${JSON.stringify(read[at])}, number ${at} of ${read.length}`;
}
