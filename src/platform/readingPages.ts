import { type TextDocument, Uri } from 'vscode';
import type { ReadingPage } from '../core/reading/readingPage';
import { fullTextScheme, paperPageScheme } from './ids';

/** The pages that editors show of papers and of their full texts. Who makes them tells here what is in them. */
export class ReadingPages {
  private readonly pages = new Map<string, ReadingPage>();

  /** @returns the page that a document shows; undefined for other documents, and while it changes */
  of(document: TextDocument): ReadingPage | undefined {
    const page = this.pages.get(document.uri.toString());
    return page?.text === document.getText() ? page : undefined;
  }

  set(uri: Uri, page: ReadingPage): void {
    this.pages.set(uri.toString(), page);
  }

  delete(uri: Uri): void {
    this.pages.delete(uri.toString());
  }
}

/** A folder of no file system: VS Code gives what is in it the language that the manifest has for it. */
const folder = '/.casebook-pages';

/** @returns the address of the page that shows a paper: what its editor's tab says is the citekey */
export function paperPageUri(paper: { readonly uri: string; readonly record: { readonly id: string } }): Uri {
  return pageUri(paperPageScheme, paper.record.id, paper.uri);
}

/** @returns the address of the page that shows an HTML or JATS file as a text to read */
export function fullTextUri(file: Uri): Uri {
  return pageUri(fullTextScheme, file.path.slice(file.path.lastIndexOf('/') + 1), file.toString());
}

/** @returns the file that such a page shows: a paper's or a full text's; undefined for other addresses */
export function shownFile({ scheme, query }: Uri): Uri | undefined {
  return scheme === paperPageScheme || scheme === fullTextScheme ? Uri.parse(query) : undefined;
}

function pageUri(scheme: string, title: string, file: string): Uri {
  return Uri.from({ scheme, path: `${folder}/${title.replace(/[/\\]/g, '∕')}`, query: file });
}
