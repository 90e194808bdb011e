import { commands, Disposable, l10n, window } from 'vscode';
import type { TagChange } from '../../core/library/changeTags';
import type { Library, LibraryPaper } from '../../core/library/library';
import { knownTags, readingStatuses, statusOf } from '../../core/library/readingState';
import type { Work } from '../../core/work';
import { commandIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { WorkerThread } from '../../platform/workers/workerThread';
import type { PaperFolders } from './paperFolders';
import type { PaperTargets } from './paperTargets';
import { changePaperTexts } from './paperTexts';
import { pickTags } from './pickTags';
import { statusIcon, statusWord } from './statusWord';

interface Needs {
  readonly library: Library;
  readonly folders: PaperFolders;
  readonly targets: PaperTargets;
  readonly thread: WorkerThread<Work>;
  readonly log: Log;
}

/** How far one is with papers and what one calls them: written into their files, for several at once. */
export function registerReadingCommands(needs: Needs): Disposable {
  const { targets, log } = needs;
  return Disposable.from(
    commands.registerCommand(
      commandIds.setReadingStatus,
      log.guard(l10n.t('The reading status could not be set'), (item: unknown, items: unknown, status?: string) => setStatus(needs, targets.of(item, items), status)),
    ),
    commands.registerCommand(
      commandIds.editTags,
      log.guard(l10n.t('The tags could not be changed'), (item: unknown, items: unknown, change?: TagChange) => editTags(needs, targets.of(item, items), change)),
    ),
  );
}

async function setStatus({ folders, thread }: Needs, papers: readonly LibraryPaper[], answer?: string): Promise<void> {
  const status = answer ?? (await askStatus(papers));
  if (status === undefined) return;
  const { library } = await thread.get();
  await changePaperTexts(papers, folders, (text) => library.setBeside(text, ['case', 'status'], status));
}

async function editTags({ library: papersOf, folders, thread }: Needs, papers: readonly LibraryPaper[], answer?: TagChange): Promise<void> {
  const change = answer ?? (await pickTags(papers, knownTags(papersOf.papers())));
  if (!change) return;
  const { library } = await thread.get();
  await changePaperTexts(papers, folders, (text) => library.changeTags(text, change));
}

async function askStatus(papers: readonly LibraryPaper[]): Promise<string | undefined> {
  const present = new Set(papers.map(statusOf));
  const [only] = present.size === 1 ? present : [];
  const rows = readingStatuses.map((status) => ({
    label: `$(${statusIcon(status)}) ${statusWord(status)}`,
    status,
    ...(status === only && { description: l10n.t('now') }),
  }));
  const title = papers.length === 1 ? l10n.t('Reading Status of {0}', papers[0]?.record.id ?? '') : l10n.t('Reading Status of {0} Papers', papers.length);
  return (await window.showQuickPick(rows, { title, placeHolder: title }))?.status;
}
