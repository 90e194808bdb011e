import { Disposable, env, l10n, Uri, type WebviewPanel } from 'vscode';
import { type HostMessage, type PageMessage, type PlacingWay, readPageMessage } from '../../core/pdf/pdfMessages';
import { pdfPage } from '../../core/pdf/pdfPage';
import type { PdfAction } from '../../core/pdf/pdfAction';
import type { Log } from '../../platform/log';
import type { PdfCopies } from './pdfCopies';
import type { PdfDocument } from './pdfDocument';
import type { PdfMarks } from './pdfMarks';
import type { PdfTerms } from './pdfTerms';
import type { PdfViews } from './pdfViews';
import { pdfWords } from './pdfWords';

/** One editor that shows a PDF: the page in it draws, and asks here for what it draws from. */
export class PdfPanel implements Disposable {
  private readonly listening: Disposable[] = [];
  /** The marks that the page knows. */
  private told = '';
  private isReady = false;
  /** What is to be told to the page once it is there. */
  private waiting: HostMessage[] = [];

  constructor(
    readonly document: PdfDocument,
    private readonly panel: WebviewPanel,
    private readonly views: PdfViews,
    private readonly marks: PdfMarks,
    private readonly terms: PdfTerms,
    private readonly copies: PdfCopies,
    private readonly log: Log,
    /** The extension's folder of what pages are made of. */
    root: Uri,
  ) {
    const { webview } = panel;
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [root] };
    const answer = log.guard(l10n.t('The PDF editor could not do that'), (message: PageMessage) => this.answer(message));
    this.listening.push(
      webview.onDidReceiveMessage((received: unknown) => {
        const message = readPageMessage(received);
        if (message) void answer(message);
      }),
      document.onDidChange(() => void this.open()),
      marks.onDidChange(() => this.tellMarks()),
    );
    webview.html = pdfPage({ words: pdfWords(), places: placesOf(root, webview) }, newNonce(), env.language);
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  /** Shows a mark or a page, once the page that draws is there. */
  goTo(place: { readonly mark?: string | undefined; readonly page?: number | undefined }): void {
    this.postOnceReady({ type: 'goTo', ...place });
  }

  /** Asks for the page to write a copy that has the paper's annotations. @throws a UserError where there are none */
  writeCopy(): void {
    this.postOnceReady({ type: 'write', drafts: this.marks.draftsFor(this.document.uri) });
  }

  /** Sets the place of a mark. */
  place(mark: string, how: PlacingWay): void {
    this.postOnceReady({ type: 'place', mark, how });
  }

  run(action: PdfAction): void {
    this.postOnceReady({ type: 'run', action });
  }

  dispose(): void {
    Disposable.from(...this.listening).dispose();
  }

  private async answer(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        await this.open();
        this.told = '';
        this.tellMarks();
        this.isReady = true;
        this.waiting.forEach((one) => this.post(one));
        this.waiting = [];
        return;
      case 'range':
        return this.sendRange(message);
      case 'view':
        return this.views.remember(this.document.uri, message.view);
      case 'shown':
        return this.log.info(`${this.document.uri.toString(true)}: ${message.pages} pages`);
      case 'explain':
        return this.explain(message);
      case 'addMark':
        return this.marks.add(this.document.uri, message.passage, message.remark);
      case 'changeMark':
        return this.marks.change(this.document.uri, message.id, message.remark);
      case 'removeMark':
        return this.marks.remove(this.document.uri, message.id);
      case 'placeMark':
        return this.marks.place(this.document.uri, message.id, message.passage);
      case 'found':
        return this.marks.tellFound(this.document.uri, message);
      case 'undoMark':
        return this.marks.undo();
      case 'written':
        return this.copies.keep(this.document, message);
      case 'unwritten':
        return this.copies.give(message.reason);
      case 'takeOver':
        return this.marks.takeOver(this.document.uri, message.annotations);
      case 'failed':
        return this.log.info(`${this.document.uri.toString(true)} could not be shown: ${message.reason}`);
    }
  }

  private async open(): Promise<void> {
    const { document } = this;
    const { version } = document;
    try {
      const { length } = await document.bytes();
      this.post({ type: 'open', version, length, view: this.views.of(document.uri) });
    } catch (error) {
      this.log.info(`${document.uri.toString(true)}: ${String(error)}`);
      this.post({ type: 'lost' });
    }
  }

  private async explain({ request, page, text, offset }: PageMessage & { type: 'explain' }): Promise<void> {
    this.post({ type: 'explained', request, explanation: await this.terms.explain(this.document.uri, page, text, offset) });
  }

  private tellMarks(): void {
    const message = this.marks.messageFor(this.document.uri);
    const news = JSON.stringify(message);
    if (news === this.told) return;
    this.told = news;
    this.post(message);
  }

  private async sendRange({ version, begin, end }: PageMessage & { type: 'range' }): Promise<void> {
    const { document } = this;
    if (version !== document.version) return;
    const bytes = await document.bytes().then((file) => file.read(begin, end)).catch((error: unknown) => {
      this.log.info(`${document.uri.toString(true)}: ${String(error)}`);
      return undefined;
    });
    this.post({ type: 'range', version, begin, bytes });
  }

  private postOnceReady(message: HostMessage): void {
    if (this.isReady) this.post(message);
    else this.waiting.push(message);
  }

  private post(message: HostMessage): void {
    void this.panel.webview.postMessage(message);
  }
}

function placesOf(root: Uri, webview: WebviewPanel['webview']): Parameters<typeof pdfPage>[0]['places'] {
  const at = (path: string): string => webview.asWebviewUri(Uri.joinPath(root, path)).toString();
  return {
    script: at('pdf.js'), style: at('pdf.css'), worker: at('pdfWorker.mjs'), writer: at('pdfWriter.mjs'), origin: webview.cspSource,
    cMaps: `${at('cmaps')}/`, fonts: `${at('fonts')}/`, wasm: `${at('wasm')}/`, icons: `${at('icons')}/`,
  };
}

function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
