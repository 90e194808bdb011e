import { RelativePattern, type Uri, workspace } from 'vscode';
import type { Bibliographies } from '../../platform/bibliographies';
import type { Settings } from '../../platform/settings';
import { foreignFolders } from '../../platform/workSources';

/** Gives the files of a workspace folder that hold records: paper files and bibliographies. */
export type BibliographyFiles = (folder: Uri) => Promise<readonly Uri[]>;

/**
 * The BibTeX files of the whole folder, what the library folder has of YAML and JSON, and the bibliographies, wherever they
 * lie, that notes and settings of the folder name.
 */
export function filesOfFolder(settings: Settings, bibliographies: Bibliographies): BibliographyFiles {
  return async (folder) => {
    const library = settings.libraryFolder(folder).replace(/[[\]{}*?!]/g, '[$&]');
    const patterns = ['**/*.{bib,bibtex}', `${library}/**/*.{yaml,yml,json}`];
    const found = await Promise.all(patterns.map((pattern) => workspace.findFiles(new RelativePattern(folder, pattern), foreignFolders)));
    const named = bibliographies.list().filter((one) => one.folder?.uri.toString() === folder.toString()).map(({ uri }) => uri);
    return [...new Map([...found.flat(), ...named].map((uri) => [uri.toString(), uri])).values()];
  };
}
