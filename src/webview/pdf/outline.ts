import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { element } from './element';
import type { PdfPages } from './pdfPages';

interface OutlineItem {
  readonly title: string;
  readonly dest: string | unknown[] | null;
  readonly items: readonly OutlineItem[];
}

/** More entries than this are no help to find a way by, and slow to lay out. */
const mostItems = 5000;

/**
 * Fills a list with a PDF's outline, as a tree of which every branch can be shut.
 * @param none what to say where there is no outline
 */
export async function showOutline(list: HTMLElement, pdf: PDFDocumentProxy, pages: PdfPages, none: string): Promise<void> {
  const outline = (await pdf.getOutline().catch(() => null)) as OutlineItem[] | null;
  let left = mostItems;
  const branch = (items: readonly OutlineItem[], level: number): HTMLElement[] =>
    items.flatMap((item) => {
      if (left-- <= 0) return [];
      const link = element('button', { type: 'button', class: 'entry', title: item.title }, item.title.trim() || '…');
      link.addEventListener('click', () => {
        if (item.dest) void pages.links.goToDestination(item.dest as never);
      });
      if (item.items.length === 0) return element('li', {}, link);
      const details = element('details', { open: level < 2 }, element('summary', {}, link), element('ul', {}, ...branch(item.items, level + 1)));
      return element('li', {}, details);
    });
  list.replaceChildren(...(outline && outline.length > 0 ? [element('ul', { class: 'outline' }, ...branch(outline, 0))] : [element('p', { class: 'none' }, none)]));
}
