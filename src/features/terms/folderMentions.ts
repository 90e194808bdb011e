import { l10n, RelativePattern, type TextDocument, Uri, workspace } from 'vscode';
import type { Library } from '../../core/library/library';
import type { FileCounts, MentionFile, MentionWork, TermFileKind, TermSource } from '../../core/terms/mentionWork';
import type { Work } from '../../core/work';
import type { Log } from '../../platform/log';
import { isNote } from '../../platform/notes';
import type { Remote } from '../../platform/workers/peer';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { foreignFolders, inWorker, noteFiles, type Stop } from '../../platform/workSources';

/** What a search may be stopped by, and may say of itself. */
export interface SearchProgress {
  readonly token?: Stop;
  readonly tell?: (message: string) => void;
}

type RemoteMentions = Remote<{ mentions: MentionWork }>['mentions'];

/** What the notes and papers of a folder speak of, as they stand in editors or else on disk; looked for in the worker. */
export class FolderMentions {
  constructor(
    private readonly library: Library,
    private readonly thread: WorkerThread<Work>,
    private readonly log: Log,
  ) {}

  /**
   * @param folder the workspace folder; undefined for a document that is in none
   * @param document where the user asks: it comes first, and is all there is outside of a folder
   * @returns the notes, then the papers, that speak of a concept
   */
  async find(concept: string, folder: string | undefined, document: TextDocument | undefined, progress: SearchProgress = {}): Promise<MentionFile[]> {
    return this.search(folder, document, progress, (work, sources) => work.find(sources, concept));
  }

  /** @returns how often each note and paper of a folder speaks of each concept */
  async count(folder: string, progress: SearchProgress = {}): Promise<FileCounts[]> {
    return this.search(folder, undefined, progress, (work, sources) => work.count(sources));
  }

  private async search<Found>(
    folder: string | undefined,
    document: TextDocument | undefined,
    { token, tell }: SearchProgress,
    work: (work: RemoteMentions, sources: readonly TermSource[]) => Promise<readonly Found[]>,
  ): Promise<Found[]> {
    const files = await this.files(folder, document);
    const said = (done: number): void => tell?.(l10n.t('{0} of {1} files', done, files.length));
    return inWorker<TermFileKind, Found>(files, { thread: this.thread, log: this.log, token, tell: said }, async (sources) => work((await this.thread.get()).mentions, sources));
  }

  private async files(folder: string | undefined, document: TextDocument | undefined): Promise<{ readonly uri: Uri; readonly kind: TermFileKind }[]> {
    const notes = folder === undefined ? [] : await workspace.findFiles(new RelativePattern(Uri.parse(folder), noteFiles), foreignFolders);
    const papers = folder === undefined ? [] : this.library.papersOf(folder).map(({ uri }) => uri);
    const sorted = notes.map((uri) => uri.toString()).sort();
    const all = [...sorted.map((uri) => ({ uri, kind: 'note' as const })), ...papers.sort().map((uri) => ({ uri, kind: 'paper' as const }))];
    const here = document && { uri: document.uri.toString(), kind: isNote(document) ? ('note' as const) : ('paper' as const) };
    return [...(here ? [here] : []), ...all.filter(({ uri }) => uri !== here?.uri)].map(({ uri, kind }) => ({ uri: Uri.parse(uri), kind }));
  }
}
