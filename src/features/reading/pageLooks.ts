import { Disposable, window, workspace } from 'vscode';
import { toRange } from '../../platform/convert';
import { readingLanguage } from '../../platform/ids';
import type { ReadingPages } from '../../platform/readingPages';

/** Draws what stands out on pages to read: headings, italics, bold. */
export class PageLooks implements Disposable {
  private readonly types = {
    bold: window.createTextEditorDecorationType({ fontWeight: 'bold' }),
    italic: window.createTextEditorDecorationType({ fontStyle: 'italic' }),
  };
  private readonly listening = Disposable.from(
    window.onDidChangeVisibleTextEditors(() => this.draw()),
    workspace.onDidChangeTextDocument(({ document }) => document.languageId === readingLanguage && this.draw()),
  );

  constructor(private readonly pages: ReadingPages) {
    this.draw();
  }

  dispose(): void {
    this.listening.dispose();
    for (const type of Object.values(this.types)) type.dispose();
  }

  private draw(): void {
    for (const editor of window.visibleTextEditors) {
      const page = this.pages.of(editor.document);
      if (!page) continue;
      const ranges = (look: 'bold' | 'italic') => page.looks.filter((one) => one.look === look).map(({ span }) => toRange(editor.document, span));
      editor.setDecorations(this.types.bold, [...page.headings.map(({ span }) => toRange(editor.document, span)), ...ranges('bold')]);
      editor.setDecorations(this.types.italic, ranges('italic'));
    }
  }
}
