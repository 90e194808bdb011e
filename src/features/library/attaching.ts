import { commands, type Disposable, l10n, type QuickPickItem, window } from 'vscode';
import type { Library, LibraryPaper } from '../../core/library/library';
import { plainTitle } from '../../core/library/plainTitle';
import { commandIds } from '../../platform/ids';
import { type Log, UserError } from '../../platform/log';
import { plainRow } from '../../platform/plainText';
import { attachFiles } from './attachFiles';
import { sourceName } from './droppedSources';
import { givenSources, type ImportSource } from './importSource';
import type { PaperFolders } from './paperFolders';
import type { PaperTargets } from './paperTargets';
import { paperLabel } from './treeItem';

interface Needs {
  readonly library: Library;
  readonly folders: PaperFolders;
  readonly targets: PaperTargets;
  readonly log: Log;
}

/** Files that lie beside a paper: chosen in a dialog, or dropped on the paper or on the view. */
export function registerAttaching(needs: Needs): Disposable {
  const { targets, folders, log } = needs;
  return commands.registerCommand(
    commandIds.attachFiles,
    log.guard(l10n.t('The files could not be attached'), async (item: unknown, _items: unknown, sources: unknown) => {
      const given = givenSources(sources);
      if (item === undefined && given) return attachEach(needs, given);
      const [paper] = targets.of(item);
      const chosen = given ?? (await window.showOpenDialog({ canSelectMany: true, title: l10n.t('Attach to {0}', paper.record.id), openLabel: l10n.t('Attach') }));
      if (chosen) await attachFiles(paper, chosen, folders, log);
    }),
  );
}

/** Files that were dropped on no paper: for each the user says whose it is, or leaves it. */
async function attachEach({ library, folders, log }: Needs, sources: readonly ImportSource[]): Promise<void> {
  if (library.papers().length === 0) throw new UserError(l10n.t('Files are attached to papers, and there is none yet. Import one first.'));
  for (const source of sources) {
    const paper = await askPaper(library, sourceName(source));
    if (!paper) return;
    await attachFiles(paper, [source], folders, log);
  }
}

interface PaperRow extends QuickPickItem {
  readonly paper: LibraryPaper;
}

async function askPaper(library: Library, file: string): Promise<LibraryPaper | undefined> {
  const rows = library.papers().map((paper): PaperRow => ({
    paper,
    label: plainRow(paperLabel(paper)),
    description: plainRow(paper.record.id),
    detail: plainRow(plainTitle(paper.record.title ?? '')),
  }));
  const likely = (row: PaperRow): number => (file.toLowerCase().includes(row.paper.record.id.toLowerCase()) ? 0 : 1);
  rows.sort((a, b) => likely(a) - likely(b) || (a.label < b.label ? -1 : 1));
  const options = { title: l10n.t('Attach "{0}" to Which Paper?', file), matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(rows, { ...options, placeHolder: options.title }))?.paper;
}
