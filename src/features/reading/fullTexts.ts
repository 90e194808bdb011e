import { commands, l10n, Uri, window, workspace } from 'vscode';
import { fileName } from '../../core/reading/fileName';
import { isMarkupText } from '../../core/reading/fullText';
import type { ReadingPage } from '../../core/reading/readingPage';
import type { Work } from '../../core/work';
import { internalCommandIds } from '../../platform/ids';
import { UserError } from '../../platform/log';
import { fullTextUri, shownFile } from '../../platform/readingPages';
import type { WorkerThread } from '../../platform/workers/workerThread';

/** Makes the pages that show HTML and JATS without their markup, and opens them. */
export class FullTexts {
  constructor(private readonly thread: WorkerThread<Work>) {}

  /** @returns the page; a text where there is none */
  async make(uri: Uri): Promise<ReadingPage | string> {
    const file = shownFile(uri);
    return (file && (await this.read(file))) ?? l10n.t('This file is gone, or there is no text in it to read. The Problems view may say why.');
  }

  /** Opens a file beside a paper. XML that is no JATS is opened as it is, as is everything that is no PDF and no HTML. */
  async open(address: unknown): Promise<void> {
    if (typeof address !== 'string') return;
    const file = Uri.parse(address);
    if (/\.pdf$/i.test(file.path)) {
      await commands.executeCommand(internalCommandIds.openPdf, address);
      return;
    }
    const isText = isMarkupText(file.path) && (await this.read(file)) !== undefined;
    await commands.executeCommand('vscode.open', isText ? fullTextUri(file) : file);
  }

  /**
   * Opens the text of an HTML or JATS file.
   * @param given its address; else the one in the active editor
   * @throws a UserError where it is neither
   */
  async readSource(given: unknown): Promise<void> {
    const file = given instanceof Uri ? given : window.activeTextEditor?.document.uri;
    if (!file || !isMarkupText(file.path)) throw new UserError(l10n.t('Open an HTML file, or an article in JATS, first.'));
    if (!(await this.read(file))) throw new UserError(l10n.t('There is no text to read in "{0}": it is no HTML, and no article in JATS.', fileName(file.path)));
    await commands.executeCommand('vscode.open', fullTextUri(file));
  }

  /** @returns undefined where there is no such file, or it is none that is read without its markup */
  private async read(file: Uri): Promise<ReadingPage | undefined> {
    const content = this.thread.canRead(file) ? undefined : await contentOf(file);
    if (!this.thread.canRead(file) && !content) return undefined;
    return (await this.thread.get()).reading.fullText(file.toString(), content);
  }
}

async function contentOf(file: Uri): Promise<Uint8Array | undefined> {
  try {
    return await workspace.fs.readFile(file);
  } catch {
    return undefined; // it is gone
  }
}
