import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readText } from '../core/formats/registry';
import { bibliographiesOf } from '../core/library/noteSources';
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
 * the bibliographies named on the command line, those over the ones named there or inherited from a Quarto project, and
 * those over the papers of the casebook the note lies in; of several bibliographies the last that has a key counts.
 * @throws UsageError for a bibliography that can't be read
 */
export async function worksFor(note: string, frontMatter: FrontMatter | undefined, bibliographies: readonly string[]): Promise<Works> {
  const path = resolve(note);
  const named = await bibliographyFiles(path, frontMatter);
  const inline = readText(JSON.stringify(frontMatter?.references ?? []), 'csl-json').records;
  const files = [...bibliographies.toReversed(), ...named.toReversed(), ...(await libraryFiles(dirname(path)))];
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

/** What the note names, as it stands where it is looked for first where it is nowhere: then that it can't be read is told. */
async function bibliographyFiles(note: string, frontMatter: FrontMatter | undefined): Promise<string[]> {
  const read = (path: string): Promise<string | undefined> => readFile(unslashed(path), 'utf8').catch(() => undefined);
  const root = note.startsWith(`${process.cwd()}${sep}`) ? slashed(process.cwd()) : '/';
  const named = await bibliographiesOf({ path: slashed(note), frontMatter }, root, { read });
  return Promise.all(
    named.map(async ({ value, candidates }) => {
      const paths = candidates.map(unslashed);
      return (await firstThere(paths)) ?? paths[0] ?? value;
    }),
  );
}

async function firstThere(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await isThere(path)) return path;
  return undefined;
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

/** `C:\refs` as `/C:/refs`, and back. */
function slashed(path: string): string {
  return decodeURIComponent(pathToFileURL(path).pathname);
}

function unslashed(path: string): string {
  return fileURLToPath(pathToFileURL(path.replace(/^\/(?=[a-z]:)/i, '')));
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
