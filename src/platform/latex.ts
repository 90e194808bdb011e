import { type DocumentFilter, languages, type TextDocument } from 'vscode';

/** The names of LaTeX documents, for `findFiles`. */
export const latexFiles = '**/*.{tex,ltx}';

/** What counts as a LaTeX document. Without an extension for it VS Code calls one plain text, or a language of its own. */
export const latexSelector: readonly DocumentFilter[] = [{ language: 'latex' }, { language: 'tex' }, { pattern: latexFiles }];

/** @returns whether a document is one that `\cite` is written in */
export function isLatex(document: TextDocument): boolean {
  return languages.match(latexSelector, document) > 0;
}
