import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readText } from '../core/formats/registry';
import type { CslItem } from '../core/library/record';
import type { FrontMatter } from '../core/notes/note';
import { loses, problemLines, readInput } from './output';

/** The works that a note can cite, and what was wrong where they stand. */
export interface Works {
  readonly items: readonly CslItem[];
  readonly problems: readonly string[];
  readonly dropped: boolean;
}

/**
 * Finds what a note can cite, as pandoc would and then as Casebook does: the `references` of its front matter win over
 * the bibliographies named there or on the command line, and those over the papers of the casebook the note lies in.
 * @throws UsageError for a bibliography that can't be read
 */
export async function worksFor(note: string, frontMatter: FrontMatter | undefined, bibliographies: readonly string[]): Promise<Works> {
  const folder = dirname(resolve(note));
  const named = (frontMatter?.bibliography ?? []).map((path) => resolve(folder, path));
  const inline = readText(JSON.stringify(frontMatter?.references ?? []), 'csl-json').records;
  const files = [...bibliographies, ...named, ...(await libraryFiles(folder))];
  const items = new Map(inline.map((item) => [item.id, item]));
  const problems: string[] = [];
  let dropped = false;
  for (const path of files) {
    const file = await readInput(path);
    const read = file.text === undefined ? { records: [], problems: [] } : readText(file.text);
    const found = [...file.problems, ...read.problems];
    problems.push(...problemLines(file, found));
    dropped ||= file.text === undefined || found.some(loses);
    for (const item of read.records) if (!items.has(item.id)) items.set(item.id, item);
  }
  return { items: [...items.values()], problems, dropped };
}

/** The paper files of the nearest folder upwards that has a `library`. */
async function libraryFiles(folder: string): Promise<string[]> {
  const library = join(folder, 'library');
  if (await isFolder(library)) {
    const names = await readdir(library, { recursive: true });
    return names.filter((name) => /\.ya?ml$/i.test(name)).sort().map((name) => join(library, name));
  }
  const parent = dirname(folder);
  return parent === folder ? [] : libraryFiles(parent);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
