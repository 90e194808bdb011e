import type { FrontMatter } from '../notes/note';
import type { TextFiles } from '../ports';
import { readMetadata } from './metadataFile';
import { folderOf, joinPath } from './paths';

/** A bibliography as a note, or a file that the note inherits from, names it. */
export interface NamedBibliography {
  /** As it is written there: `refs.bib`. */
  readonly value: string;
  /** The file that names it: the note, a `_metadata.yml`, a `_quarto.yml`. */
  readonly namedBy: string;
  /** Where the bibliography may lie, the likeliest first; absolute, with `/`. */
  readonly candidates: readonly string[];
}

/** What one file says of bibliographies; a list adds to what is inherited, a single one takes its place. */
interface Naming {
  readonly named: readonly NamedBibliography[];
  readonly isList: boolean;
}

const nothing: Naming = { named: [], isList: false };

/**
 * The bibliographies of a note, in the order in which pandoc is given them; of two records with one key the later counts.
 * Within a Quarto project (the nearest folder upwards with a `_quarto.yml`) a note inherits what that file names, the
 * `metadata-files` of it, and the `_metadata.yml` of each folder between, as Quarto 1.5 merges them
 * (`mergeConfigs` and `directoryMetadataForInputFile` in its sources): lists are joined, a single value is replaced.
 *
 * @param note its path, absolute with `/`, and its front matter
 * @param root the workspace folder, which nothing is inherited from above of; a path that is not found beside the
 *   note is looked for here, since pandoc takes paths from where it is started
 * @param files reads the metadata files
 */
export async function bibliographiesOf(
  note: { readonly path: string; readonly frontMatter: FrontMatter | undefined },
  root: string,
  files: TextFiles,
): Promise<readonly NamedBibliography[]> {
  const folder = folderOf(note.path);
  const own: Naming = {
    named: (note.frontMatter?.bibliography ?? []).map((value) => ({ value, namedBy: note.path, candidates: candidates(value, folder, root) })),
    isList: note.frontMatter?.bibliographyIsList ?? false,
  };
  const inherited = await inheritedBy(folder, root, files);
  return [...inherited, own].reduce(merge, nothing).named;
}

async function inheritedBy(folder: string, root: string, files: TextFiles): Promise<Naming[]> {
  const project = await projectOf(folder, root, files);
  if (!project) return [];
  const between = foldersBetween(project.folder, folder);
  const metadata = await Promise.all(between.map((place) => readFirst(place, ['_metadata.yml', '_metadata.yaml'], files)));
  const included = await Promise.all(
    includedFiles(project.values).map(async (name) => {
      const path = joinPath(project.folder, name);
      const text = await files.read(path);
      return text === undefined ? undefined : { path, folder: project.folder, values: readMetadata(text).values };
    }),
  );
  return [project, ...included, ...metadata].flatMap((file) => (file ? [namingOf(file, project.folder)] : []));
}

interface MetadataFile {
  readonly path: string;
  readonly folder: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The nearest folder upwards with a `_quarto.yml`. */
async function projectOf(folder: string, root: string, files: TextFiles): Promise<MetadataFile | undefined> {
  const found = await readFirst(folder, ['_quarto.yml', '_quarto.yaml'], files);
  if (found) return found;
  const parent = folderOf(folder);
  return folder === root || parent === folder || !isWithin(folder, root) ? undefined : projectOf(parent, root, files);
}

async function readFirst(folder: string, names: readonly string[], files: TextFiles): Promise<MetadataFile | undefined> {
  for (const name of names) {
    const path = joinPath(folder, name);
    const text = await files.read(path);
    if (text !== undefined) return { path, folder, values: readMetadata(text).values };
  }
  return undefined;
}

/** Quarto looks into each folder below the project's, and into the project's own only for its own documents. */
function foldersBetween(project: string, folder: string): string[] {
  if (folder === project) return [project];
  const parent = folderOf(folder);
  return parent === project ? [folder] : [...foldersBetween(project, parent), folder];
}

function includedFiles(values: Readonly<Record<string, unknown>>): string[] {
  return [values['metadata-file'], values['metadata-files']].flat().filter((value) => typeof value === 'string');
}

/** Quarto takes a path that begins with `/` from the project's folder, others from the file's own. */
function namingOf({ path, folder, values }: MetadataFile, project: string): Naming {
  const value = values['bibliography'];
  const names = [value].flat().filter((name): name is string => typeof name === 'string' && name !== '');
  const named = names.map((name) => ({
    value: name,
    namedBy: path,
    candidates: name.startsWith('/') ? [joinPath(project, name.slice(1)), name] : candidates(name, folder, project),
  }));
  return { named, isList: Array.isArray(value) };
}

function merge(inherited: Naming, own: Naming): Naming {
  if (own.named.length === 0) return inherited;
  if (!inherited.isList && !own.isList) return own;
  const others = inherited.named.filter(({ candidates: [path] }) => own.named.every((one) => one.candidates[0] !== path));
  return { named: [...others, ...own.named], isList: true };
}

function candidates(value: string, folder: string, root: string): string[] {
  if (/^[a-z][a-z0-9+.-]+:/i.test(value)) return []; // An address on the web: nothing is fetched unasked.
  const path = value.replace(/\\/g, '/');
  if (path.startsWith('/')) return [path];
  return [...new Set([joinPath(folder, path), joinPath(root, path)])];
}

function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith('/') ? root : `${root}/`);
}
