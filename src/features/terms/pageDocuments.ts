import { type CancellationToken, Disposable, type DocumentLink, type DocumentLinkProvider, EventEmitter, languages, type TextDocument, type TextDocumentContentProvider, Uri, window, workspace } from 'vscode';
import type { PageText } from './pageText';

/** Makes the page of an address; a text where there is only something to say about it. */
export type MakePage = (uri: Uri, token: CancellationToken) => Promise<PageText | string>;

/** Pages of a scheme: documents that can only be read, made when they are opened, with links in their text. */
export class PageDocuments implements TextDocumentContentProvider, DocumentLinkProvider, Disposable {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly closed = new EventEmitter<Uri>();
  /** Told of pages that nobody looks at any more. */
  readonly onDidClose = this.closed.event;
  private readonly pages = new Map<string, PageText>();
  private readonly registered: Disposable;

  constructor(
    scheme: string,
    private readonly make: MakePage,
  ) {
    this.registered = Disposable.from(
      this.changed,
      this.closed,
      workspace.registerTextDocumentContentProvider(scheme, this),
      languages.registerDocumentLinkProvider({ scheme }, this),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.pages.delete(uri.toString())) this.closed.fire(uri);
      }),
    );
  }

  async provideTextDocumentContent(uri: Uri, token: CancellationToken): Promise<string> {
    const page = await this.make(uri, token);
    if (typeof page === 'string') return page;
    this.pages.set(uri.toString(), page);
    return page.text;
  }

  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    const page = this.pages.get(document.uri.toString());
    return page?.text === document.getText() ? page.links(document) : [];
  }

  async open(uri: Uri): Promise<void> {
    await window.showTextDocument(await workspace.openTextDocument(uri));
  }

  /** Whether a page is open. */
  has(uri: Uri): boolean {
    return this.pages.has(uri.toString());
  }

  /** Makes a page anew, or all. */
  renew(uri?: Uri): void {
    const open = uri ? [uri] : [...this.pages.keys()].map((page) => Uri.parse(page));
    for (const page of open) this.changed.fire(page);
  }

  dispose(): void {
    this.registered.dispose();
  }
}
