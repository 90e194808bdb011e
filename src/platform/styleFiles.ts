import { type TextDocument, Uri, workspace } from 'vscode';

/**
 * Where the file of a style lies. A path counts from the note that says it, else from its workspace folder; one that leads
 * out of the folder is not followed.
 * @param fromNote whether the note says it, as against the settings
 * @returns the likeliest first; none where the name can be no file, or an address is meant
 */
export function styleFiles(name: string, document: TextDocument | undefined, fromNote: boolean): Uri[] {
  const folder = document ? workspace.getWorkspaceFolder(document.uri) : workspace.workspaceFolders?.[0];
  if (!folder || !isPath(name)) return [];
  const path = name.replace(/\\/g, '/');
  const bases = fromNote && document ? [Uri.joinPath(document.uri, '..'), folder.uri] : [folder.uri];
  const root = folder.uri.path.endsWith('/') ? folder.uri.path : `${folder.uri.path}/`;
  return bases
    .map((base) => (path.startsWith(root) ? folder.uri.with({ path }) : Uri.joinPath(base, path)))
    .filter((file) => file.path.startsWith(root));
}

/** Where the file of short names lies that a note asks for (`citation-abbreviations`); pandoc adds `.json` to a bare name. */
export function abbreviationFiles(name: string, document: TextDocument | undefined): Uri[] {
  return styleFiles(name.includes('.') ? name : `${name}.json`, document, true);
}

/** @returns the text of the first file that is there */
export async function firstText(files: readonly Uri[]): Promise<string | undefined> {
  for (const file of files) {
    const text = await readText(file);
    if (text !== undefined) return text;
  }
  return undefined;
}

export async function readText(file: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}

/** `nlm` can be no file, `styles/nlm` and `nlm.csl` can; an address is never taken for a path. */
function isPath(name: string): boolean {
  return /[./\\]/.test(name) && !/^[a-z][a-z0-9+.-]+:/i.test(name);
}
