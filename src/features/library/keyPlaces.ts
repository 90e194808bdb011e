import { type CancellationToken, RelativePattern, type TextDocument, type Uri, workspace } from 'vscode';
import type { KeyFileKind } from '../../core/library/keyOccurrences';
import type { KeyFile, PlacedKey } from '../../core/library/keyWork';
import type { Work } from '../../core/work';
import type { Log } from '../../platform/log';
import type { WorkerThread } from '../../platform/workers/workerThread';
import type { BibliographyFiles } from './bibliographyFiles';
import { isLatex, latexFiles } from '../../platform/latex';
import { foreignFolders, inWorker, noteFiles } from '../../platform/workSources';

const noteName = /\.(?:md|markdown|qmd|rmd)$/i;
const noteLanguages: ReadonlySet<string> = new Set(['markdown', 'quarto', 'rmd']);

/** Finds citekeys in the notes, the LaTeX documents, the bibliographies and the settings of a folder, as they stand in editors or else on disk. */
export class KeyPlaces {
  constructor(
    private readonly thread: WorkerThread<Work>,
    private readonly bibliographyFiles: BibliographyFiles,
    private readonly log: Log,
  ) {}

  /** @returns the key at an offset of a document; undefined where none is, or the document is neither note nor LaTeX nor bibliography */
  async at(document: TextDocument, offset: number): Promise<PlacedKey | undefined> {
    const kind = await this.kindOf(document);
    return kind && (await this.thread.get()).library.keyAt(document.getText(), kind, offset);
  }

  /** @returns whether an offset of a document is in a citation of a note, on its key or not */
  async inCitation(document: TextDocument, offset: number): Promise<boolean> {
    return (await this.kindOf(document)) === 'note' && (await this.thread.get()).library.inCitation(document.getText(), offset);
  }

  /**
   * @param folder the workspace folder; undefined for a document that is in none, which is then all there is
   * @returns the files that have one of the keys
   */
  async find(keys: readonly string[], folder: Uri | undefined, document?: TextDocument, token?: CancellationToken): Promise<KeyFile[]> {
    const sources = folder ? await this.sources(folder) : [];
    const own = document && !sources.some(({ uri }) => uri.toString() === document.uri.toString()) ? await this.kindOf(document) : undefined;
    const all = document && own ? [...sources, { uri: document.uri, kind: own }] : sources;
    return inWorker(all, { thread: this.thread, log: this.log, token }, async (sources) => (await this.thread.get()).library.findKeys(sources, keys));
  }

  private async kindOf(document: TextDocument): Promise<KeyFileKind | undefined> {
    if (noteLanguages.has(document.languageId) || noteName.test(document.uri.path)) return 'note';
    if (isLatex(document)) return 'latex';
    const folder = workspace.getWorkspaceFolder(document.uri);
    const files = folder ? await this.bibliographyFiles(folder.uri) : [];
    return files.some((uri) => uri.toString() === document.uri.toString()) ? bibliographyKind(document.uri) : undefined;
  }

  private async sources(folder: Uri): Promise<{ readonly uri: Uri; readonly kind: KeyFileKind }[]> {
    const [notes, latex, bibliographies, settings] = await Promise.all([
      workspace.findFiles(new RelativePattern(folder, noteFiles), foreignFolders),
      workspace.findFiles(new RelativePattern(folder, latexFiles), foreignFolders),
      this.bibliographyFiles(folder),
      workspace.findFiles(new RelativePattern(folder, '.vscode/settings.json'), null),
    ]);
    const records = bibliographies.flatMap((uri) => {
      const kind = bibliographyKind(uri);
      return kind ? [{ uri, kind }] : [];
    });
    const texts = [...notes.map((uri) => ({ uri, kind: 'note' as const })), ...latex.map((uri) => ({ uri, kind: 'latex' as const }))];
    return [...texts, ...records, ...settings.map((uri) => ({ uri, kind: 'settings' as const }))];
  }
}

function bibliographyKind({ path }: Uri): KeyFileKind | undefined {
  if (/\.(?:bib|bibtex)$/i.test(path)) return 'bibtex';
  if (/\.ya?ml$/i.test(path)) return 'csl-yaml';
  return /\.json$/i.test(path) ? 'csl-json' : undefined;
}
