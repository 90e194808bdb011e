import { Disposable, type DocumentLink, type DocumentLinkProvider, DocumentLink as Link, type DocumentSymbol, type DocumentSymbolProvider, DocumentSymbol as Symbol, EventEmitter, languages, SymbolKind, type TextDocument, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import type { ReadingPage } from '../../core/reading/readingPage';
import { toRange } from '../../platform/convert';
import { readingLanguage } from '../../platform/ids';
import type { ReadingPages } from '../../platform/readingPages';

/** Makes the page of an address; a text where there is only something to say about it. */
export type MakePage = (uri: Uri) => Promise<ReadingPage | string>;

/** Pages are made anew when nothing has changed for this long (ms). */
const pause = 150;

/** Pages to read as documents of VS Code's that cannot be changed: with links, and an outline of their headings. */
export class PageDocuments implements TextDocumentContentProvider, DocumentLinkProvider, DocumentSymbolProvider, Disposable {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registered: Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param makers for each scheme who makes its pages */
  constructor(
    private readonly pages: ReadingPages,
    private readonly makers: Readonly<Record<string, MakePage>>,
  ) {
    this.registered = Disposable.from(
      this.changed,
      ...Object.keys(makers).map((scheme) => workspace.registerTextDocumentContentProvider(scheme, this)),
      languages.registerDocumentLinkProvider({ language: readingLanguage }, this),
      languages.registerDocumentSymbolProvider({ language: readingLanguage }, this),
      workspace.onDidCloseTextDocument(({ uri }) => this.pages.delete(uri)),
      // What changed between the making of a page and its opening was not heard.
      workspace.onDidOpenTextDocument(({ uri }) => uri.scheme in this.makers && this.renewSoon()),
    );
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const page = await this.makers[uri.scheme]?.(uri);
    if (page === undefined || typeof page === 'string') {
      this.pages.delete(uri);
      return page ?? '';
    }
    this.pages.set(uri, page);
    return page.text;
  }

  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    return (this.pages.of(document)?.links ?? []).map(({ span, target }) => new Link(toRange(document, span), Uri.parse(target)));
  }

  /** Each heading with those below it. */
  provideDocumentSymbols(document: TextDocument): DocumentSymbol[] {
    const headings = this.pages.of(document)?.headings ?? [];
    const top: DocumentSymbol[] = [];
    const above: { readonly level: number; readonly symbol: DocumentSymbol }[] = [];
    headings.forEach(({ level, span }, index) => {
      const next = headings.slice(index + 1).find((other) => other.level <= level);
      const name = document.getText(toRange(document, span)).replace(/\s+/g, ' ').trim() || '…';
      const symbol = new Symbol(name, '', SymbolKind.String, toRange(document, { start: span.start, end: next?.span.start ?? document.getText().length }), toRange(document, span));
      while ((above.at(-1)?.level ?? 0) >= level) above.pop();
      (above.at(-1)?.symbol.children ?? top).push(symbol);
      above.push({ level, symbol });
    });
    return top;
  }

  /** Makes all open pages anew, soon. */
  renewSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme in this.makers) this.changed.fire(uri);
    }, pause);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.registered.dispose();
  }
}
