import { l10n, type TextDocument, type Uri, workspace, type WorkspaceEdit } from 'vscode';
import { changedStretch } from '../core/changedStretch';
import { toRange } from './convert';
import { inParallel } from './inParallel';
import { UserError } from './log';

/** A document as it was when a change of it was worked out. */
export interface SeenDocument {
  readonly document: TextDocument;
  readonly version: number;
  /** Whether it had unsaved changes: then saving it is left to the user. */
  readonly wasDirty: boolean;
}

/** VS Code hears of a file that another program changed within this time (ms), or it does not. */
const patience = 3000;
const pause = 100;
const filesAtOnce = 16;

/**
 * Opens a file to change it. VS Code may still hold what stood there before another program or window wrote it; an edit of
 * that could not be saved, or would bring the old text back.
 *
 * @throws a UserError where VS Code goes on holding another text than the file has, though nobody typed in it
 */
export async function seeDocument(uri: Uri): Promise<SeenDocument> {
  const document = await workspace.openTextDocument(uri);
  for (let waited = 0; !document.isDirty && !(await isOnDisk(document)); waited += pause) {
    if (waited > patience) throw new UserError(l10n.t('"{0}" was changed by another program. Open it, and try again.', nameOf(uri)));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return { document, version: document.version, wasDirty: document.isDirty };
}

/** Replaces no more of a document than differs. */
export function replaceText(edit: WorkspaceEdit, document: TextDocument, after: string): void {
  const { span, newText } = changedStretch(document.getText(), after);
  if (span.start < span.end || newText !== '') edit.replace(document.uri, toRange(document, span), newText);
}

/**
 * Makes an edit that was worked out from some documents, if they still are what they were: in the editor, and on disk,
 * where another window may have written meanwhile. What had no unsaved changes has none afterwards.
 *
 * @param targets where files are that the edit moves, by where they were
 * @throws a UserError where one is another by now or cannot be changed, and nothing was; or where one could not be saved
 */
export async function applyAndSave(edit: WorkspaceEdit, seen: readonly SeenDocument[], targets: ReadonlyMap<string, Uri> = new Map()): Promise<void> {
  const saved = new Set(seen.filter(({ wasDirty }) => !wasDirty).map(({ document: { uri } }) => (targets.get(uri.toString()) ?? uri).toString()));
  const current = await inParallel(seen, filesAtOnce, async ({ document }) => document.isDirty || isOnDisk(document));
  const changed = seen.find(({ document, version }, at) => !current[at] || document.version !== version);
  if (changed) throw new UserError(l10n.t('"{0}" was changed meanwhile. Try again.', nameOf(changed.document.uri)));
  if (!(await workspace.applyEdit(edit))) throw new UserError(l10n.t('The files could not be changed. Are they read-only?'));
  await saveAll(workspace.textDocuments.filter(({ uri }) => saved.has(uri.toString())));
}

/**
 * Saves what has unsaved changes. VS Code asks the user where another program or window wrote the file since it was opened. What an
 * undo took away meanwhile is not there to be saved.
 * @throws a UserError where one is not saved
 */
export async function saveAll(documents: readonly TextDocument[]): Promise<void> {
  const dirty = documents.filter(({ isDirty }) => isDirty);
  const unsaved = (await Promise.all(dirty.map(async (document) => ((await document.save()) || document.isClosed || !document.isDirty ? [] : [nameOf(document.uri)])))).flat();
  if (unsaved.length > 0) throw new UserError(l10n.t('Not saved: {0}. The text is still in the editor; save it there.', unsaved.slice(0, 5).join(', ')));
}

async function isOnDisk(document: TextDocument): Promise<boolean> {
  const bytes = await workspace.fs.readFile(document.uri);
  try {
    return lines(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) === lines(document.getText());
  } catch {
    return true; // in another encoding, which VS Code knows and we do not
  }
}

/** VS Code gives all lines of a document the same end. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
