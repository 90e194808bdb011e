import { env, FileType, l10n, type QuickPickItem, UIKind, Uri, window, workspace } from 'vscode';
import type { Work } from '../../core/work';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { UserError } from '../../platform/log';
import { plainRow } from '../../platform/plainText';
import { nameOf } from './findPapers';

/** What can be imported: a file, or what was in one that has no address here. */
export type ImportSource = Uri | ImportText;

export interface ImportText {
  /** What messages call it; undefined for text that has no name. */
  readonly name: string | undefined;
  readonly content: Uint8Array | string;
}

interface SourceChoice extends QuickPickItem {
  load(): Promise<ImportSource[] | undefined>;
}

/**
 * @param argument what the command was called with: an address or several, or `{text}`
 * @returns what to import; undefined when the user has to be asked
 */
export function givenSources(argument: unknown): ImportSource[] | undefined {
  if (Array.isArray(argument)) return argument.flatMap((one) => givenSources(one) ?? []);
  if (argument instanceof Uri) return [argument];
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { text, name, content } = argument as { text?: unknown; name?: unknown; content?: unknown };
  if (typeof text === 'string') return [{ name: undefined, content: text }];
  const known = typeof content === 'string' || content instanceof Uint8Array;
  return known ? [{ name: typeof name === 'string' ? name : undefined, content }] : undefined;
}

/** Asks the user what to import. */
export async function askSources(thread: WorkerThread<Work>): Promise<ImportSource[] | undefined> {
  const files: SourceChoice = {
    label: l10n.t('Choose Files…'),
    detail: l10n.t('Saved research-portal pages and bibliographies'),
    load: () => chooseFiles(thread),
  };
  const choices = [files, ...(await clipboardChoice()), ...selectionChoice()];
  const options = { title: l10n.t('Import Papers'), placeHolder: l10n.t('Where is the text with the papers?') };
  return (await window.showQuickPick(choices, options))?.load();
}

async function chooseFiles(thread: WorkerThread<Work>): Promise<ImportSource[] | undefined> {
  const readable = await (await thread.get()).library.readableFormats();
  const all = [...new Set(readable.flatMap(({ extensions }) => extensions))];
  return window.showOpenDialog({
    title: l10n.t('Import Papers'),
    openLabel: l10n.t('Import'),
    canSelectMany: true,
    filters: {
      [l10n.t('Papers')]: all,
      ...Object.fromEntries(readable.map(({ name, extensions }) => [name, [...extensions]])),
      [l10n.t('All files')]: ['*'],
    },
  });
}

/** A browser asks the user before it lets the clipboard be read, so there it is read only when chosen. */
async function clipboardChoice(): Promise<SourceChoice[]> {
  const label = l10n.t('Clipboard');
  if (env.uiKind === UIKind.Web) {
    return [{ label, detail: l10n.t('Text copied from a research-portal page or a bibliography'), load: loadClipboard }];
  }
  return textChoice(label, await env.clipboard.readText());
}

async function loadClipboard(): Promise<ImportSource[]> {
  const content = await env.clipboard.readText();
  if (content.trim() === '') throw new UserError(l10n.t('The clipboard holds no text. Copy the text of a paper first.'));
  return [{ name: undefined, content }];
}

function selectionChoice(): SourceChoice[] {
  const editor = window.activeTextEditor;
  return editor ? textChoice(l10n.t('Selected Text'), editor.document.getText(editor.selection)) : [];
}

function textChoice(label: string, text: string): SourceChoice[] {
  const beginning = text.trim().slice(0, 100).replace(/\s+/g, ' ');
  return beginning === '' ? [] : [{ label, detail: plainRow(beginning), load: async () => [{ name: undefined, content: text }] }];
}

/**
 * Reads a source's content.
 * @param largest a file with more bytes is not read
 * @returns the content; only its size where it is too large
 */
export async function loadSource(source: ImportSource, largest: number): Promise<ImportText | { readonly name: string; readonly bytes: number }> {
  if (!(source instanceof Uri)) return source;
  const name = nameOf(source);
  const { type, size } = await workspace.fs.stat(source);
  if (type & FileType.Directory) return { name, content: '' };
  return size > largest ? { name, bytes: size } : { name, content: await workspace.fs.readFile(source) };
}
