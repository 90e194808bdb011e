import { commands, type CustomReadonlyEditorProvider, type Disposable, type Uri, type WebviewPanel } from 'vscode';
import type { PdfAction } from '../../core/pdf/pdfAction';
import type { PlacingWay } from '../../core/pdf/pdfMessages';
import { pdfEditorId } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { PdfCopies } from './pdfCopies';
import { PdfDocument } from './pdfDocument';
import { PdfPanel } from './pdfPanel';
import type { PdfMarks } from './pdfMarks';
import type { PdfTerms } from './pdfTerms';
import type { PdfViews } from './pdfViews';

/** Casebook's own editor for PDFs. */
export class PdfEditors implements CustomReadonlyEditorProvider<PdfDocument>, Disposable {
  private readonly panels = new Set<PdfPanel>();
  /** Where PDFs that are being opened are to be opened at. */
  private readonly wanted = new Map<string, { readonly mark?: string | undefined; readonly page?: number | undefined }>();

  constructor(
    private readonly views: PdfViews,
    private readonly marks: PdfMarks,
    private readonly terms: PdfTerms,
    private readonly copies: PdfCopies,
    private readonly log: Log,
    private readonly root: Uri,
  ) {}

  openCustomDocument(uri: Uri): PdfDocument {
    return new PdfDocument(uri);
  }

  resolveCustomEditor(document: PdfDocument, webviewPanel: WebviewPanel): void {
    const panel = new PdfPanel(document, webviewPanel, this.views, this.marks, this.terms, this.copies, this.log, this.root);
    this.panels.add(panel);
    webviewPanel.onDidDispose(() => {
      this.panels.delete(panel);
      panel.dispose();
    });
  }

  /** Does it in the editor that has the keyboard; nothing where none of ours has. */
  run(action: PdfAction): void {
    for (const panel of this.panels) if (panel.isActive) panel.run(action);
  }

  /** The PDF in the editor that has the keyboard. */
  get active(): Uri | undefined {
    return [...this.panels].find(({ isActive }) => isActive)?.document.uri;
  }

  /** Opens a PDF, and takes over what other readers left in it. */
  async takeOver(uri: Uri): Promise<void> {
    await this.open(uri);
    this.run('takeOver');
  }

  /** Opens a PDF, and sets the place of a mark on it. */
  async place(uri: Uri, mark: string, how: PlacingWay): Promise<void> {
    await this.open(uri);
    for (const panel of this.panels) if (panel.isActive) panel.place(mark, how);
  }

  /** Opens a PDF, and writes a copy of it that has its annotations. @throws a UserError where it has none */
  async writeCopy(uri: Uri): Promise<void> {
    await this.open(uri);
    for (const panel of this.panels) if (panel.isActive) panel.writeCopy();
  }

  /** Opens a PDF, at a mark or page where one is given. */
  async open(uri: Uri, place?: { readonly mark?: string | undefined; readonly page?: number | undefined }): Promise<void> {
    if (place) this.wanted.set(uri.toString(), place);
    await commands.executeCommand('vscode.openWith', uri, pdfEditorId);
    for (const panel of this.panels) if (panel.isActive && panel.document.uri.toString() === uri.toString()) this.lead(panel);
  }

  /** Once its page is there, a panel goes where it was opened for. */
  private lead(panel: PdfPanel): void {
    const name = panel.document.uri.toString();
    const place = this.wanted.get(name);
    if (!place) return;
    this.wanted.delete(name);
    panel.goTo(place);
  }

  dispose(): void {
    for (const panel of this.panels) panel.dispose();
  }
}
