import { type CancellationToken, l10n, Uri } from 'vscode';
import type { SoughtRecord } from '../../core/library/duplicateWork';
import type { DuplicateGroup } from '../../core/library/findDuplicates';
import { identityRecord } from '../../core/library/identityRecord';
import type { Library, LibraryPaper } from '../../core/library/library';
import type { Work } from '../../core/work';
import type { Bibliographies } from '../../platform/bibliographies';
import { cancellable } from '../../platform/progress';
import type { Settings } from '../../platform/settings';
import type { Remote } from '../../platform/workers/peer';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { type Duplicate, isPaper } from './duplicate';

/** So often (ms) the user is told how far it is. */
const tellingPause = 250;

interface Needs {
  readonly library: Library;
  readonly bibliographies: Bibliographies;
  readonly settings: Settings;
  readonly thread: WorkerThread<Work>;
}

/** Looks in the worker for works that are there twice. */
export class SeekDuplicates {
  private tasks = 0;

  constructor(private readonly needs: Needs) {}

  /** @returns the groups of records of one work, within each workspace folder; undefined when the user stopped it */
  run(): Promise<DuplicateGroup<Duplicate>[] | undefined> {
    const papers = [...this.needs.library.papers()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    return cancellable(l10n.t('Looking for duplicates'), async (token, tell) => {
      await this.needs.bibliographies.settled();
      const listed = this.needs.bibliographies.list().flatMap(({ folder }) => folder?.uri.toString() ?? []);
      const groups: DuplicateGroup<Duplicate>[] = [];
      for (const folder of new Set([...papers.map((paper) => paper.folder), ...listed])) {
        const found = await this.seekIn(folder, papers.filter((paper) => paper.folder === folder), token, tell);
        if (!found || token.isCancellationRequested) return undefined;
        groups.push(...found);
      }
      return groups;
    });
  }

  private async seekIn(folder: string, papers: readonly LibraryPaper[], token: CancellationToken, tell: (message: string) => void): Promise<DuplicateGroup<Duplicate>[] | undefined> {
    const { bibliographies, settings, thread } = this.needs;
    const { duplicates } = await thread.get();
    const task = ++this.tasks;
    const stopping = token.onCancellationRequested(() => void duplicates.stop(task));
    const telling = setInterval(() => void tellProgress(duplicates, task, tell), tellingPause);
    try {
      const groups = await duplicates.seek(task, {
        papers: papers.map(({ uri, record, differentFrom }) => ({ uri, record: identityRecord(record), ...(differentFrom && { differentFrom }) })),
        bibliographies: bibliographies.list().filter((one) => one.folder?.uri.toString() === folder).map(({ uri }) => uri.toString()),
        different: settings.differentWorks(Uri.parse(folder)),
      });
      return groups && withPapers(groups, papers);
    } finally {
      clearInterval(telling);
      stopping.dispose();
    }
  }
}

async function tellProgress(duplicates: Remote<Work>['duplicates'], task: number, tell: (message: string) => void): Promise<void> {
  const progress = await duplicates.progress(task).catch(() => undefined);
  if (progress) tell(l10n.t('{0} of {1}', Math.round(progress.done), progress.total));
}

/**
 * Papers first: of what is in the library too, the paper is kept. Papers among themselves are decided first, since each of
 * them may be the one.
 */
function withPapers(groups: readonly DuplicateGroup<SoughtRecord>[], papers: readonly LibraryPaper[]): DuplicateGroup<Duplicate>[] {
  const byUri = new Map(papers.map((paper) => [paper.uri, paper]));
  return groups.flatMap(({ records, links }) => {
    const known = new Map(records.map((sought) => [sought, duplicateOf(sought, byUri)]));
    const all = [...known.values()].filter((one) => one !== undefined);
    const own = all.filter(isPaper);
    const chosen: Duplicate[] = own.length > 1 ? own : [...own, ...all.filter((one) => !isPaper(one))];
    const linked = links.flatMap(({ a, b, by }) => {
      const [one, other] = [known.get(a), known.get(b)];
      return one && other ? [{ a: one, b: other, by }] : [];
    });
    return [{ records: chosen, links: linked }];
  });
}

function duplicateOf({ uri, index, record }: SoughtRecord, papers: ReadonlyMap<string, LibraryPaper>): Duplicate | undefined {
  if (index !== undefined) return { kind: 'listed', uri, index, record };
  const paper = papers.get(uri);
  return paper && { kind: 'paper', uri, record: paper.record, paper };
}
