import { Range, Uri, window, workspace } from 'vscode';

/** Opens a file with a stretch of it selected. */
export async function openAt(uri: string, start: number, end: number): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const selection = new Range(document.positionAt(start), document.positionAt(end));
  await window.showTextDocument(document, { selection });
}
