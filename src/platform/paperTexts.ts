import { type TextDocument, Uri } from 'vscode';
import { fileName } from '../core/reading/fileName';
import { isMarkupText, isPlainText } from '../core/reading/fullText';
import type { Library, LibraryPaper } from '../core/library/library';
import type { HeadingLevels } from '../core/terms/document/heading';
import type { Span } from '../core/text';
import { fullTextUri, paperPageUri, type ReadingPages, shownFile } from './readingPages';

/** What of a document is a paper's text, and can be marked. */
export interface MarkablePart {
  readonly paper: LibraryPaper;
  /** What the paper's annotations call it: `chen1995.md`, `abstract`. */
  readonly source: string;
  /** Where it stands in the document. */
  readonly span: Span;
}

/** Knows which documents show texts of papers: files beside them, pages of full texts, and of the papers themselves. */
export class PaperTexts {
  private sources: ReadonlyMap<string, LibraryPaper> | undefined;

  constructor(
    private readonly library: Library,
    private readonly pages: ReadingPages,
  ) {
    library.onDidChange(() => {
      this.sources = undefined;
    });
  }

  /** @returns what of a document can be marked; nothing where it shows no text of a paper */
  partsOf(document: TextDocument): readonly MarkablePart[] {
    const page = this.pages.of(document);
    const paper = this.paperOf(document.uri);
    if (!paper) return [];
    if (page) return page.parts.map((part) => ({ paper, ...part }));
    const name = fileName(document.uri.path);
    return isPlainText(name) ? [{ paper, source: name, span: { start: 0, end: document.getText().length } }] : [];
  }

  /** @returns whether a document shows a text of a paper */
  has({ uri }: TextDocument): boolean {
    return this.paperOf(uri) !== undefined && (shownFile(uri) !== undefined || isPlainText(uri.path));
  }

  /** @returns where running words stand in a document that shows a text of a paper, a span for each paragraph; undefined for other documents */
  proseOf(document: TextDocument): readonly Span[] | undefined {
    return this.has(document) || shownFile(document.uri) ? this.partsOf(document).flatMap(({ span }) => paragraphs(document.getText(), span)) : undefined;
  }

  /** @returns where headings begin in a page that shows a text of a paper, with their levels; undefined for other documents */
  headingsOf(document: TextDocument): HeadingLevels | undefined {
    const page = this.pages.of(document);
    return page && new Map(page.headings.map(({ level, span }) => [span.start, level]));
  }

  /** @returns the document that shows one of a paper's texts; undefined where there is no such text, or it is none to read in an editor */
  uriOf(paper: LibraryPaper, source: string): Uri | undefined {
    if (source === 'abstract' || source === 'title') return paper.record[source] === undefined ? undefined : paperPageUri(paper);
    const file = paper.attachments.find((one) => fileName(one) === source);
    if (file === undefined) return undefined;
    return isMarkupText(source) ? fullTextUri(Uri.parse(file)) : isPlainText(source) ? Uri.parse(file) : undefined;
  }

  private paperOf(uri: Uri): LibraryPaper | undefined {
    const file = (shownFile(uri) ?? uri).toString();
    this.sources ??= new Map(this.library.papers().flatMap((paper) => [paper.uri, ...paper.attachments].map((one) => [one, paper] as const)));
    return this.sources.get(file);
  }
}

/** No sentence goes over an empty line: a heading says nothing of what is above it. */
function paragraphs(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/\S(?:[^\r\n]|\r?\n(?!\s*\r?\n))*/g)].map(({ index, 0: words }) => ({ start: start + index, end: start + index + words.length }));
}
