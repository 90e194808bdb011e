import { l10n, Uri, window } from 'vscode';
import { UserError } from '../../platform/log';
import { folderAtHand } from './folderAtHand';
import { exampleTerm, type GlossaryFile } from './glossaryFile';
import type { NoteTerms } from './noteTerms';

/** Opens the folder's glossary, made first where there is none. */
export async function openGlossary(terms: NoteTerms, glossary: GlossaryFile): Promise<void> {
  const folder = folderAtHand(terms);
  if (folder === undefined) throw new UserError(l10n.t('Open a folder first: your glossary is a file in it.'));
  await window.showTextDocument(await glossary.made(Uri.parse(folder), exampleTerm));
}
