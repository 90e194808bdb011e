import { ConfigurationTarget, type Uri, workspace } from 'vscode';
import { pdfEditorId } from './ids';

/** @returns whether the user has PDFs opened by another editor than Casebook's */
export function hasOtherPdfEditor(): boolean {
  const editors = workspace.getConfiguration('workbench').get<Readonly<Record<string, unknown>>>('editorAssociations', {});
  return Object.entries(editors).some(([pattern, id]) => /\.pdf$/i.test(pattern) && id !== pdfEditorId);
}

/**
 * Has PDFs opened by Casebook's editor from now on, wherever they are opened from.
 * @throws an Error of VS Code's where the settings can't be written
 */
export async function usePdfEditor(): Promise<void> {
  const configuration = workspace.getConfiguration('workbench');
  const editors = configuration.inspect<Readonly<Record<string, unknown>>>('editorAssociations')?.globalValue ?? {};
  await configuration.update('editorAssociations', { ...editors, '*.pdf': pdfEditorId }, ConfigurationTarget.Global);
}

/**
 * Ends that VS Code's own check of Markdown takes `[@key]` for a link without a definition, in the settings of a file's
 * folder; outside of any folder, for the user.
 * @throws an Error of VS Code's where the settings can't be written
 */
export async function quietenLinkCheck(file: Uri): Promise<void> {
  const folder = workspace.getWorkspaceFolder(file)?.uri;
  const target = folder ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Global;
  await workspace.getConfiguration('markdown.validate', folder).update('referenceLinks.enabled', 'ignore', target);
}
