import { canRunPandoc, runPandoc } from '#pandoc';
import { env, l10n, ProgressLocation, type QuickPickItem, type TextDocument, Uri, window, workspace } from 'vscode';
import { unknownKeys } from '../../../core/citing/preview/preparedNote';
import { citedText } from '../../../core/notes/citedText';
import type { Work } from '../../../core/work';
import type { CitableWorks } from '../../../platform/citableWorks';
import { type Log, UserError } from '../../../platform/log';
import { replaceFile } from '../../../platform/newFile';
import type { Notes } from '../../../platform/notes';
import type { PandocOutcome } from '../../../platform/pandocOutcome';
import type { Settings } from '../../../platform/settings';
import type { WorkerThread } from '../../../platform/workers/workerThread';
import { inStyle } from '../inStyle';
import type { NoteEditors } from '../noteEditors';
import type { Presentations } from '../presentations';
import { pandocText } from './pandocText';
import { writePdf } from './pdfEngines';

const installPage = 'https://pandoc.org/installing.html';
/** More keys than these are counted only. */
const mostNamed = 5;

type Format = 'html' | 'docx' | 'pdf';

/** `no-engine`: pandoc has found no program to make a PDF with. */
type Outcome = 'exported' | 'cancelled' | 'no-pandoc' | 'no-engine';

interface Needs {
  readonly works: CitableWorks;
  readonly notes: Notes;
  readonly editors: NoteEditors;
  readonly presentations: Presentations;
  readonly thread: WorkerThread<Work>;
  readonly settings: Settings;
  readonly log: Log;
}

/** Writes a note as others read it: a web page by itself, a Word document or a PDF by an installed pandoc. */
export class NoteExporter {
  constructor(private readonly needs: Needs) {}

  /**
   * @param wanted the format, which then isn't asked for
   * @param to the file's address, which then isn't asked for
   * @returns what came of it
   */
  async export(wanted?: unknown, to?: unknown): Promise<Outcome> {
    const { document } = this.needs.editors.need();
    const format = wanted === 'html' || wanted === 'docx' || wanted === 'pdf' ? wanted : await askFormat();
    if (!format) return 'cancelled';
    if (format !== 'html' && !(await this.hasPandoc(format))) return 'no-pandoc';
    const file = typeof to === 'string' ? Uri.parse(to) : await askFile(document, format);
    if (!file) return 'cancelled';
    const title = l10n.t('Exporting {0}', nameOf(file));
    const unknown = await window.withProgress({ location: ProgressLocation.Window, title }, () => (format === 'html' ? this.writePage(document, file) : this.writeByPandoc(document, file, format)));
    if (unknown === 'no-engine') {
      void window.showErrorMessage(l10n.t('pandoc needs another program for PDFs, such as LaTeX, Typst, WeasyPrint or wkhtmltopdf, and found none. Export a Word document, or a web page that you print as PDF.'));
      return unknown;
    }
    void this.tell(file, format, unknown);
    return 'exported';
  }

  private async writePage(document: TextDocument, file: Uri): Promise<readonly string[]> {
    const { works, presentations, thread } = this.needs;
    await works.loaded;
    const [items, presentation] = await Promise.all([works.cited(document), presentations.of(document)]);
    const { previews } = await thread.get();
    const name = nameOf(document.uri).replace(/\.\w+$/, '');
    const labels = { backToText: l10n.t('Back to the text') };
    const { html, unknown } = await inStyle(thread, presentation, () => previews.page(document.getText(), items, presentation, name, labels));
    await replaceFile(file, new TextEncoder().encode(html));
    return unknown;
  }

  private async writeByPandoc(document: TextDocument, file: Uri, format: Format): Promise<readonly string[] | 'no-engine'> {
    const { works, notes, presentations, thread, settings, log } = this.needs;
    if (file.scheme !== 'file') throw new UserError(l10n.t('pandoc writes into folders of this machine only. Choose one, or export a web page.'));
    await works.loaded;
    const note = await notes.whenParsed(document);
    const [items, presentation] = await Promise.all([works.cited(document), presentations.of(document)]);
    const rendered = await inStyle(thread, presentation, (citing) => citing.renderNote(citedText(note), items, presentation));
    const text = pandocText(note, rendered);
    const run = (more: readonly string[]): Promise<PandocOutcome> =>
      runPandoc(settings.pandoc(), ['--from=markdown', '--standalone', `--output=${file.fsPath}`, ...more], text, Uri.joinPath(document.uri, '..'));
    const outcome = await (format === 'pdf' ? writePdf(run) : run([]));
    if (outcome.kind === 'no-engine') return outcome.kind;
    if (outcome.kind === 'missing') throw new UserError(missing());
    if (outcome.said.trim() !== '') log.info(`pandoc: ${outcome.said.trim()}`);
    if (outcome.kind === 'failed') throw new UserError(l10n.t('pandoc could not write {0}: {1}', nameOf(file), firstLine(outcome.said)));
    return unknownKeys(rendered);
  }

  /** Says that there is no pandoc before anything else is asked. */
  private async hasPandoc(format: Format): Promise<boolean> {
    const name = format === 'docx' ? l10n.t('Word document') : 'PDF';
    if (!canRunPandoc) throw new UserError(l10n.t('{0}: this needs pandoc, which cannot run in a browser. A web page (HTML) can be exported here.', name));
    if (!workspace.isTrusted) throw new UserError(l10n.t('{0}: this needs pandoc, which is not run in a folder that you do not trust. A web page (HTML) can be exported here.', name));
    const outcome = await runPandoc(this.needs.settings.pandoc(), ['--version'], '', undefined);
    if (outcome.kind === 'done') return true;
    const install = l10n.t('Get pandoc');
    void window.showErrorMessage(missing(), install).then((choice) => choice === install && env.openExternal(Uri.parse(installPage)));
    return false;
  }

  private async tell(file: Uri, format: Format, unknown: readonly string[]): Promise<void> {
    const open = l10n.t('Open');
    const said = l10n.t('Exported as {0}.', nameOf(file));
    const keys = unknown.slice(0, mostNamed).join(', ') + (unknown.length > mostNamed ? ', …' : '');
    const warning = unknown.length === 1 ? l10n.t('The citekey {0} is not known; it stands there as it is.', keys) : l10n.t('{0} citekeys are not known and stand there as they are: {1}', unknown.length, keys);
    const choice = unknown.length > 0 ? await window.showWarningMessage(`${said} ${warning}`, open) : await window.showInformationMessage(said, open);
    if (choice !== open) return;
    if (file.scheme === 'file') await env.openExternal(file);
    else if (format === 'html') await window.showTextDocument(file);
  }
}

async function askFormat(): Promise<Format | undefined> {
  const byPandoc = canRunPandoc ? l10n.t('by pandoc, where it is installed') : l10n.t('needs pandoc, which cannot run in a browser');
  const rows: (QuickPickItem & { readonly format: Format })[] = [
    { label: l10n.t('Web page'), description: '.html', detail: l10n.t('needs nothing else'), format: 'html' },
    { label: l10n.t('Word document'), description: '.docx', detail: byPandoc, format: 'docx' },
    { label: 'PDF', description: '.pdf', detail: byPandoc, format: 'pdf' },
  ];
  return (await window.showQuickPick(rows, { title: l10n.t('Export Note'), placeHolder: l10n.t('As what?') }))?.format;
}

function askFile({ uri }: TextDocument, format: Format): Thenable<Uri | undefined> {
  const name = nameOf(uri).replace(/\.\w+$/, '');
  return window.showSaveDialog({
    title: l10n.t('Export Note'),
    saveLabel: l10n.t('Export'),
    filters: { [format.toUpperCase()]: [format] },
    ...(uri.scheme !== 'untitled' && { defaultUri: Uri.joinPath(uri, '..', `${name}.${format}`) }),
  });
}

function missing(): string {
  return l10n.t('pandoc is not installed, or not where programs are looked for. Word documents and PDFs are written by it; a web page (HTML) needs nothing.');
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Without the line that says only that something went wrong. */
function firstLine(text: string): string {
  return text.replace(/^\s*Error producing PDF\.?\s*/, '').trim().split('\n', 1)[0] ?? '';
}
