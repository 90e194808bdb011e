import type { Position} from 'vscode';
import { commands, type Hover, type MarkdownString, type TextDocument, Uri, workspace, type WorkspaceFolder } from 'vscode';

/** The opened fixture folder. */
export function folder(): WorkspaceFolder {
  const [first] = workspace.workspaceFolders ?? [];
  if (!first) throw new Error('The tests need an open folder');
  return first;
}

export function fileUri(path: string): Uri {
  return Uri.joinPath(folder().uri, path);
}

export async function writeFile(path: string, text: string): Promise<Uri> {
  const uri = fileUri(path);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function readFile(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** Deletes a file or folder of the fixture; one that is not there is gone already. */
export async function removeFile(path: string): Promise<void> {
  await workspace.fs.delete(fileUri(path), { recursive: true }).then(undefined, () => undefined);
}

/** A note that is in no folder. */
export function untitledNote(content: string): Thenable<TextDocument> {
  return workspace.openTextDocument({ language: 'markdown', content });
}

/** The text of all hovers in the middle of the given words. */
export async function hoverText(document: TextDocument, words: string): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, positionOf(document, words));
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value)).join('\n\n');
}

/** The position in the middle of the first occurrence of the given words. */
export function positionOf(document: TextDocument, words: string): Position {
  const at = document.getText().indexOf(words);
  if (at < 0) throw new Error(`The document does not hold "${words}"`);
  return document.positionAt(at + Math.floor(words.length / 2));
}

/**
 * Asks again until the answer is as wanted, since files are watched and read in the background.
 * @throws the last failure after `patience` ms
 */
export async function eventually<Answer>(ask: () => Answer | Promise<Answer>, patience = 10_000): Promise<Answer> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
