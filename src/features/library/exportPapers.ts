import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { isPaperItem, isRecordItem } from '../../core/library/draggedPapers';
import type { ExportScope } from '../../core/library/exportWork';
import type { Library } from '../../core/library/library';
import type { CslItem } from '../../core/library/record';
import type { Work } from '../../core/work';
import type { Bibliographies } from '../../platform/bibliographies';
import type { CitableWorks } from '../../platform/citableWorks';
import { UserError } from '../../platform/log';
import { replaceFile } from '../../platform/newFile';
import { isNote } from '../../platform/notes';
import { plainRow } from '../../platform/plainText';
import { cancellable } from '../../platform/progress';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { nameOf, stemOf } from './findPapers';
import type { Node } from './paperNodes';
import type { PapersView } from './papersView';

interface Needs {
  readonly library: Library;
  readonly bibliographies: Bibliographies;
  readonly works: CitableWorks;
  readonly view: PapersView;
  readonly thread: WorkerThread<Work>;
}

/** What would be asked, for key bindings and tests that know the answers. */
export interface ExportAnswers {
  readonly what: 'cited' | 'all';
  readonly format: string;
  readonly file: Uri;
}

/** Something that can be exported, under the name that the file is offered. */
interface Choice extends QuickPickItem {
  readonly name: string;
  scope(): Promise<ExportScope>;
}

/**
 * Writes papers into a file of another format: rows of the Papers view, what a note cites, a bibliography, or everything.
 * @param item the row that the command was run on, and `items` all that is selected; without one the user is asked
 */
export async function exportPapers(needs: Needs, item?: unknown, items?: unknown, answers?: Partial<ExportAnswers>): Promise<void> {
  const choice = await choose(needs, item, items, answers?.what);
  if (!choice) return;
  const format = await chooseFormat(needs.thread, answers?.format);
  const file = format && (answers?.file ?? (await askFile(choice.name, format)));
  if (!file) return;
  const exported = await cancellable(l10n.t('Exporting papers'), async () => (await needs.thread.get()).exports.write(await choice.scope(), format.id));
  if (!exported || exported.count === 0) throw new UserError(l10n.t('There is nothing to export.'));
  await replaceFile(file, exported.content);
  void tell(exported, file);
}

async function tell({ count, leftOut }: { readonly count: number; readonly leftOut: readonly string[] }, file: Uri): Promise<void> {
  const open = l10n.t('Open');
  const said = count === 1 ? l10n.t('1 paper exported to {0}.', nameOf(file)) : l10n.t('{0} papers exported to {1}.', count, nameOf(file));
  const keys = leftOut.slice(0, 5).join(', ');
  const missing = leftOut.length === 0 ? '' : ` ${l10n.t('{0} were left out, since another paper has the same citekey: {1}', leftOut.length, keys)}`;
  if ((await window.showInformationMessage(said + missing, open)) === open) await window.showTextDocument(file);
}

async function choose(needs: Needs, item: unknown, items: unknown, what: ExportAnswers['what'] | undefined): Promise<Choice | undefined> {
  const rows: readonly unknown[] = Array.isArray(items) && items.length > 0 ? items : item === undefined ? [] : [item];
  if (rows.length > 0) return selected(needs, rows);
  const choices = await allChoices(needs);
  if (what) return choices.find(({ name }) => name === (what === 'all' ? 'library' : noteName()));
  return window.showQuickPick(choices, { title: l10n.t('Export Papers'), placeHolder: l10n.t('Which papers?') });
}

async function allChoices(needs: Needs): Promise<Choice[]> {
  const { library, bibliographies, works, view } = needs;
  const document = window.activeTextEditor?.document;
  const cited = document && isNote(document) ? await works.cited(document) : [];
  const lists = bibliographies.list().filter(({ state }) => state.kind === 'ready');
  const papers = library.papers().map(({ record }) => record);
  const uris = lists.map(({ uri }) => uri.toString());
  return [
    ...(document && cited.length > 0 ? [choiceOf(l10n.t('Works cited in {0}', nameOf(document.uri)), noteName(), cited.length, cited)] : []),
    ...(view.selection.length > 1 ? [{ ...selected(needs, view.selection), label: l10n.t('Selected in the Papers view'), description: String(view.selection.length) }] : []),
    choiceOf(l10n.t('All papers of the library folder'), 'library', papers.length, papers),
    ...lists.map((one) => choiceOf(plainRow(nameOf(one.uri)), stemOf(nameOf(one.uri)), one.state.kind === 'ready' ? one.state.count : 0, [], [one.uri.toString()])),
    ...(lists.length > 0 ? [choiceOf(l10n.t('Everything'), 'everything', papers.length + bibliographies.count, papers, uris)] : []),
  ];
}

function choiceOf(label: string, name: string, count: number, records: readonly CslItem[], bibliographies: readonly string[] = []): Choice {
  return { label, description: count.toLocaleString(), name, scope: () => Promise.resolve({ records, bibliographies }) };
}

/** The papers under rows of the Papers view: a group stands for its papers, a bibliography for its records. */
function selected({ library, bibliographies }: Needs, rows: readonly unknown[]): Choice {
  const scope = async (): Promise<ExportScope> => {
    const records = await Promise.all(
      rows.map(async (row): Promise<readonly CslItem[]> => {
        if (isRecordItem(row)) return (await bibliographies.recordsIn(row.uri, [row.key])).map(({ record }) => record);
        const uris = isPaperItem(row) ? [row.uri] : isGroup(row) ? row.papers.map(({ uri }) => uri) : [];
        return uris.flatMap((uri) => library.at(uri)?.record ?? []);
      }),
    );
    const sources = rows.filter(isSource).map(({ bibliography }) => bibliography.uri.toString());
    return { records: records.flat(), bibliographies: sources };
  };
  return { label: l10n.t('Selected papers'), name: 'papers', scope };
}

function isGroup(row: unknown): row is Node & { readonly kind: 'group' } {
  return (row as { readonly kind?: unknown } | null)?.kind === 'group';
}

function isSource(row: unknown): row is Node & { readonly kind: 'source' } {
  return (row as { readonly kind?: unknown } | null)?.kind === 'source';
}

function noteName(): string {
  const uri = window.activeTextEditor?.document.uri;
  return uri ? `${stemOf(nameOf(uri))}-references` : 'references';
}

interface Format {
  readonly id: string;
  readonly name: string;
  readonly extension: string;
}

async function chooseFormat(thread: WorkerThread<Work>, wanted: string | undefined): Promise<Format | undefined> {
  const formats = await (await thread.get()).exports.writableFormats();
  if (wanted !== undefined) return formats.find(({ id }) => id === wanted);
  const rows = formats.map((format) => ({ label: format.name, description: `.${format.extension}`, format }));
  return (await window.showQuickPick(rows, { title: l10n.t('Export Papers'), placeHolder: l10n.t('In which format?') }))?.format;
}

function askFile(name: string, { name: format, extension }: Format): Thenable<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    title: l10n.t('Export Papers'),
    saveLabel: l10n.t('Export'),
    filters: { [format]: [extension] },
    ...(folder && { defaultUri: Uri.joinPath(folder, `${name}.${extension}`) }),
  });
}
