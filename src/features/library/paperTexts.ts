import { l10n, Uri, WorkspaceEdit } from 'vscode';
import type { LibraryPaper } from '../../core/library/library';
import { inParallel } from '../../platform/inParallel';
import { UserError } from '../../platform/log';
import type { PaperFolders } from './paperFolders';
import { applyAndSave, replaceText, seeDocument } from '../../platform/seenDocument';

const filesAtOnce = 16;

/**
 * Changes the texts of paper files in one edit, so that one undo takes all of it back.
 * @param change makes a file's new text of what stands in its editor or on disk; undefined where the file is broken
 * @throws a UserError where one of the files is broken or was changed meanwhile, and none is changed
 */
export async function changePaperTexts(
  papers: readonly LibraryPaper[],
  folders: PaperFolders,
  change: (text: string, paper: LibraryPaper) => Promise<string | undefined>,
): Promise<void> {
  const edit = new WorkspaceEdit();
  const seen = await inParallel(papers, filesAtOnce, async (paper) => {
    const one = await seeDocument(Uri.parse(paper.uri));
    const { document, version } = one;
    const after = await change(document.getText(), paper);
    if (after === undefined) throw new UserError(l10n.t('The file of "{0}" has an error. Mend it first; the Problems view says where.', paper.record.id));
    if (document.version === version) replaceText(edit, document, after); // else nothing is applied
    return one;
  });
  await applyAndSave(edit, seen);
  for (const folder of new Set(papers.map((paper) => paper.folder))) {
    await folders.of(Uri.parse(folder))?.take(papers.filter((paper) => paper.folder === folder).map(({ uri }) => Uri.parse(uri)));
  }
}
