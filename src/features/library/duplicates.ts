import { commands, Disposable, l10n, Uri, window } from 'vscode';
import type { DuplicateGroup } from '../../core/library/findDuplicates';
import type { Library, LibraryPaper } from '../../core/library/library';
import type { Work } from '../../core/work';
import type { Bibliographies } from '../../platform/bibliographies';
import { commandIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import { plainMessage } from '../../platform/plainText';
import type { Settings } from '../../platform/settings';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { citingOf, mostCitedFirst } from './citedKeys';
import { compareDuplicates, type Decision } from './compareDuplicates';
import { type Duplicate, isListed, isPaper } from './duplicate';
import type { KeyPlaces } from './keyPlaces';
import { mergeDuplicates } from './mergeDuplicates';
import { folderOf, mergeRecords } from './mergeRecords';
import type { PaperFolders } from './paperFolders';
import { changePaperTexts } from './paperTexts';
import { pickDuplicates } from './pickDuplicates';
import { RecordDocuments } from './recordDocuments';
import { SeekDuplicates } from './seekDuplicates';

interface Needs {
  readonly library: Library;
  readonly bibliographies: Bibliographies;
  readonly folders: PaperFolders;
  readonly places: KeyPlaces;
  readonly settings: Settings;
  readonly thread: WorkerThread<Work>;
  readonly log: Log;
}

/** Finding works that are there twice, looking at their records side by side, and making one of them. */
export function registerDuplicates(needs: Needs): Disposable {
  const documents = new RecordDocuments(needs.thread);
  const finding = new FindDuplicates(needs, documents, new SeekDuplicates(needs));
  return Disposable.from(
    documents,
    commands.registerCommand(
      commandIds.findDuplicates,
      needs.log.guard(l10n.t('The duplicates could not be merged'), () => finding.run()),
    ),
  );
}

class FindDuplicates {
  constructor(
    private readonly needs: Needs,
    private readonly documents: RecordDocuments,
    private readonly seek: SeekDuplicates,
  ) {}

  /** One group after the other, until there is none left or the user has had enough. */
  async run(): Promise<void> {
    await this.needs.library.loaded;
    let groups: readonly DuplicateGroup<Duplicate>[] = [];
    for (let done = 0; ; done += 1) {
      const found = groups.length > 0 ? groups : await this.seek.run();
      if (!found) return;
      if (found.length === 0) return void window.showInformationMessage(done === 0 ? l10n.t('No work is there twice.') : l10n.t('No other work is there twice.'));
      const group = await pickDuplicates(found);
      if (!group) return;
      await this.decide(group);
      // Groups have no record in common: what is done with one leaves the others as they are.
      groups = found.filter((one) => one !== group);
    }
  }

  private async decide({ records }: DuplicateGroup<Duplicate>): Promise<void> {
    const whole = await this.whole(records);
    if (whole.length < 2) return;
    const folder = whole[0] && folderOf(whole[0], this.needs.bibliographies);
    const citing = folder ? await citingOf([...new Set(whole.map(({ record }) => record.id))], folder, this.needs.places) : new Map();
    const decision = await compareDuplicates(mostCitedFirst(whole, citing), citing, this.documents);
    if (!decision) return;
    if (decision.kind === 'different') return this.tellApart(whole);
    if (await this.merge(decision)) void window.showInformationMessage(plainMessage(doneMessage(decision)));
  }

  /** What was sought has only what tells works apart; what is gone since then is left out. */
  private async whole(records: readonly Duplicate[]): Promise<Duplicate[]> {
    const found = records.map(async (record): Promise<Duplicate | undefined> => {
      if (isPaper(record)) {
        const paper = this.needs.library.at(record.uri);
        return paper && { ...record, paper, record: paper.record };
      }
      const now = await this.needs.bibliographies.recordNow(Uri.parse(record.uri), record.record.id, record.index);
      return now && { ...record, ...now };
    });
    return (await Promise.all(found)).filter((record) => record !== undefined);
  }

  private async merge(decision: Exclude<Decision, { kind: 'different' }>): Promise<boolean> {
    const papers = decision.records.filter(isPaper).map(({ paper }) => paper);
    if (decision.kind === 'merge' && papers.length === decision.records.length) return mergeDuplicates(papers, decision.choices, this.needs);
    return mergeRecords(decision.records, decision.kind === 'merge' ? decision.choices : undefined, this.needs);
  }

  /** Papers keep it in their files; what has no file of its own is kept in the folder's settings. */
  private async tellApart(records: readonly Duplicate[]): Promise<void> {
    const papers = records.filter(isPaper).map(({ paper }) => paper);
    const pairs = records.flatMap((a, at) => records.slice(at + 1).map((b): readonly [Duplicate, Duplicate] => [a, b]));
    const listed = pairs.filter((pair) => pair.some(isListed)).map(([a, b]) => [a.record.id, b.record.id] as const);
    const folder = records[0] && folderOf(records[0], this.needs.bibliographies);
    if (papers.length > 1) await this.tellPapersApart(papers);
    if (folder && listed.length > 0) await this.needs.settings.addDifferentWorks(listed, folder);
  }

  /** Each paper's file but the last names those after it, so that no two of them are shown again. */
  private async tellPapersApart(papers: readonly LibraryPaper[]): Promise<void> {
    const { library } = await this.needs.thread.get();
    const keysAfter = new Map(papers.map((paper, at) => [paper, papers.slice(at + 1).map(({ record }) => record.id)]));
    await changePaperTexts(papers.slice(0, -1), this.needs.folders, (text, paper) => library.tellApart(text, keysAfter.get(paper) ?? []));
  }
}

function doneMessage({ kind, records }: Exclude<Decision, { kind: 'different' }>): string {
  const [kept = '', ...others] = records.map(({ record }) => record.id);
  const keys = others.join(', ');
  return kind === 'alias' ? l10n.t('{0} answers to {1} too. Undo in its file takes it back.', kept, keys) : l10n.t('Merged {0} into {1}. Undo in its file takes it back.', keys, kept);
}
