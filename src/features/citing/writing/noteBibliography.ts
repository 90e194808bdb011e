import { l10n, type TextDocument, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { nameBibliography } from '../../../core/notes/nameBibliography';
import { relativePath } from '../../../core/library/paths';
import type { CslItem } from '../../../core/library/record';
import type { Work } from '../../../core/work';
import type { Bibliographies } from '../../../platform/bibliographies';
import type { CitableWorks } from '../../../platform/citableWorks';
import { toRange } from '../../../platform/convert';
import { type Log, UserError } from '../../../platform/log';
import { isNote, type Notes } from '../../../platform/notes';
import type { NoteSources } from '../../../platform/noteSources';
import { plainMessage } from '../../../platform/plainText';
import { applyAndSave, seeDocument } from '../../../platform/seenDocument';
import type { Settings } from '../../../platform/settings';
import type { WorkerThread } from '../../../platform/workers/workerThread';
import type { PickedWork } from '../workPicker';

/** Formats that records can be added to. */
const written: ReadonlySet<string> = new Set(['bibtex', 'csl-yaml', 'csl-json', 'ris', 'nbib', 'endnote-xml']);

interface Target {
  readonly uri: Uri;
  readonly format: string;
}

interface Needs {
  readonly sources: NoteSources;
  readonly bibliographies: Bibliographies;
  readonly notes: Notes;
  readonly settings: Settings;
  readonly thread: WorkerThread<Work>;
  readonly log: Log;
}

/** Sees to it that what a note cites can be found by who builds it: in the bibliography that it names, or by naming one. */
export class NoteBibliography {
  /** Folders that were asked about since VS Code started: who closes the question is left in peace. */
  private readonly asked = new Set<string>();

  constructor(private readonly needs: Needs) {}

  /** The same as `cited`, for who does not wait for it: what fails is reported. */
  citedLater(document: TextDocument, works: readonly PickedWork[]): Promise<void> {
    return this.needs.log.guard(l10n.t('The bibliography could not be changed'), () => this.cited(document, works))();
  }

  /** The same for a paper that was cited by completion: `note` is the note's address. */
  async keyCited(works: CitableWorks, note: unknown, key: unknown): Promise<void> {
    if (typeof note !== 'string' || typeof key !== 'string') return;
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === note);
    const work = document && (await works.work(document, key));
    if (document && work?.kind === 'paper') await this.cited(document, [{ key, paper: work.paper }]);
  }

  /** Whether the note names a file already. */
  names(document: TextDocument, file: Uri): boolean {
    return this.needs.notes.of(document).frontMatter?.bibliography.includes(pathFrom(document, file)) ?? false;
  }

  /**
   * Adds papers that were cited to the note's bibliography, or their files to its front matter, where they are not in any that
   * pandoc would look in. Asks once per folder, beside the work, and remembers the answer.
   */
  async cited(document: TextDocument, works: readonly PickedWork[]): Promise<void> {
    const { settings } = this.needs;
    const folder = workspace.getWorkspaceFolder(document.uri);
    const mode = settings.addCited(document);
    if (!folder || mode === 'never' || !isNote(document)) return;
    const missing = await this.missing(document, works);
    const [first] = missing;
    if (!first) return;
    if (mode === 'ask' && !(await this.ask(document, first.key, folder.uri))) return;
    // Whoever thinks about it may write on: what is missing now counts.
    await this.addAll(document, await this.missing(document, missing));
  }

  /** Adds records to the bibliography that the note names. @returns its address; undefined where it names none that can be written to */
  async add(document: TextDocument, records: readonly CslItem[]): Promise<Uri | undefined> {
    const target = await this.target(document);
    if (!target) return undefined;
    const seen = await seeDocument(target.uri);
    const { library } = await this.needs.thread.get();
    const edits = await library.addRecords(seen.document.getText(), target.format, records);
    if (!edits) throw new UserError(l10n.t('"{0}" is not well-formed, so nothing was added to it.', workspace.asRelativePath(target.uri)));
    const edit = new WorkspaceEdit();
    for (const { span, newText } of edits) edit.replace(target.uri, toRange(seen.document, span), newText);
    await applyAndSave(edit, [seen]);
    return target.uri;
  }

  /** Names a file in the note's front matter. @returns whether the note names it now */
  async name(document: TextDocument, file: Uri): Promise<boolean> {
    if (file.scheme !== document.uri.scheme || file.authority !== document.uri.authority) return false;
    const note = this.needs.notes.of(document);
    const path = pathFrom(document, file);
    if (note.frontMatter?.bibliography.includes(path)) return true;
    const edit = nameBibliography(note, path);
    if (!edit) return false;
    const change = new WorkspaceEdit();
    change.replace(document.uri, toRange(document, edit.span), edit.newText);
    return workspace.applyEdit(change);
  }

  /** The papers among some works that none of the note's bibliographies has. */
  private async missing(document: TextDocument, works: readonly PickedWork[]): Promise<PickedWork[]> {
    const papers = works.filter(({ paper }) => paper !== undefined);
    const named = new Set((await this.needs.sources.own(document)).map(({ uri }) => uri?.toString()));
    const found = new Set((await this.needs.bibliographies.find(document, papers.map(({ key }) => key))).map(({ key }) => key));
    return papers.filter(({ key, paper }) => !found.has(key) && !named.has(paper?.uri));
  }

  private async addAll(document: TextDocument, works: readonly PickedWork[]): Promise<void> {
    const records = works.flatMap(({ paper }) => (paper ? [paper.record] : []));
    if (records.length === 0) return;
    const added = await this.add(document, records);
    if (added) {
      window.setStatusBarMessage(l10n.t('Added to {0}: {1}', workspace.asRelativePath(added), works.map(({ key }) => key).join(', ')), 5000);
      return;
    }
    for (const { paper } of works) if (paper) await this.name(document, Uri.parse(paper.uri));
  }

  /** The first file that the note names itself and that records can be added to. */
  private async target(document: TextDocument): Promise<Target | undefined> {
    for (const { uri } of await this.needs.sources.own(document)) {
      // A paper's file holds that paper alone.
      if (!uri || this.isPaper(uri)) continue;
      await this.needs.bibliographies.visibleTo(document);
      const format = (await (await this.needs.thread.get()).bibliographies.format(uri.toString())) ?? formatByName(uri);
      if (format !== undefined && written.has(format)) return { uri, format };
    }
    return undefined;
  }

  private isPaper(uri: Uri): boolean {
    const folder = workspace.getWorkspaceFolder(uri);
    const library = folder && Uri.joinPath(folder.uri, this.needs.settings.libraryFolder(folder.uri));
    return library !== undefined && uri.path.startsWith(`${library.path}/`) && /\.ya?ml$/i.test(uri.path);
  }

  private async ask(document: TextDocument, key: string, folder: Uri): Promise<boolean> {
    const { settings, log } = this.needs;
    if (this.asked.has(folder.toString())) return false;
    this.asked.add(folder.toString());
    const target = await this.target(document);
    const question = target
      ? l10n.t('{0} is not in {1}, so pandoc and Quarto would not find it there. Add what notes of this folder cite to the bibliography that they name?', `@${key}`, workspace.asRelativePath(target.uri))
      : l10n.t('This note names no bibliography, so pandoc and Quarto would not find {0}. Name what notes of this folder cite in their front matter?', `@${key}`);
    const yes = l10n.t('Add');
    const no = l10n.t('Not in This Folder');
    const answer = await window.showInformationMessage(plainMessage(question), yes, no);
    if (answer !== undefined) {
      await settings.setAddCited(answer === yes ? 'always' : 'never', folder).catch((error) => log.info(`The answer could not be remembered: ${String(error)}`));
    }
    return answer === yes;
  }
}

/** An empty file is of no format yet but for its name. */
function formatByName({ path }: Uri): string | undefined {
  if (/\.bib(?:tex)?$/i.test(path)) return 'bibtex';
  if (/\.json$/i.test(path)) return 'csl-json';
  return /\.ya?ml$/i.test(path) ? 'csl-yaml' : /\.(ris|nbib)$/i.exec(path)?.[1]?.toLowerCase();
}

/** As the note's front matter names a file. */
function pathFrom(document: TextDocument, file: Uri): string {
  return relativePath(Uri.joinPath(document.uri, '..').path, file.path);
}
