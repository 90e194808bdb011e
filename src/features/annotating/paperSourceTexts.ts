import { Uri, workspace } from 'vscode';
import type { LibraryPaper } from '../../core/library/library';

/** @returns the plain texts that a paper's annotations can be on, by the names of their sources: its text files and its abstract */
export async function textsOf({ record, attachments }: LibraryPaper): Promise<Map<string, string>> {
  const texts = new Map<string, string>(record.abstract === undefined ? [] : [['abstract', record.abstract]]);
  for (const uri of attachments.map((one) => Uri.parse(one)).filter(({ path }) => /\.(?:md|markdown|qmd|txt)$/i.test(path))) {
    try {
      texts.set(uri.path.slice(uri.path.lastIndexOf('/') + 1), (await workspace.openTextDocument(uri)).getText());
    } catch {
      continue; // it is gone, or no text
    }
  }
  return texts;
}
