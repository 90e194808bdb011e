import type { PageViewport } from 'pdfjs-dist/types/src/display/page_viewport.js';
import type { Rectangle } from '../../core/annotating/annotation';
import { joinRectangles } from '../../core/pdf/joinRectangles';
import type { PdfPages } from './pdfPages';

/** A page as it is drawn now. */
export interface PageView {
  readonly div: HTMLElement;
  readonly viewport: PageViewport;
  readonly textLayer?: { readonly div: HTMLElement } | null;
}

/** @returns undefined where there is no such page */
export function viewOf(pages: PdfPages, page: number): PageView | undefined {
  return pages.viewer.getPageView(page - 1) as PageView | undefined;
}

/** @returns the page that a node of the document is on */
export function pageAt(node: Node): { readonly number: number; readonly layer: HTMLElement } | undefined {
  const inside = node instanceof Element ? node : node.parentElement;
  const page = inside?.closest<HTMLElement>('.page');
  const layer = page?.querySelector<HTMLElement>('.textLayer');
  return page && layer && inside && page.contains(inside) ? { number: Number(page.dataset['pageNumber']), layer } : undefined;
}

/** @returns the boxes of a range on its page, in PDF points from the lower left of the page as it lies unturned */
export function rectanglesOf(view: PageView, range: Range): Rectangle[] {
  const { left, top } = view.div.getBoundingClientRect();
  const { clientLeft, clientTop } = view.div;
  const boxes = [...range.getClientRects()].map((box): Rectangle => {
    const [x1 = 0, y1 = 0] = view.viewport.convertToPdfPoint(box.left - left - clientLeft, box.top - top - clientTop) as number[];
    const [x2 = 0, y2 = 0] = view.viewport.convertToPdfPoint(box.right - left - clientLeft, box.bottom - top - clientTop) as number[];
    return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
  });
  return joinRectangles(boxes);
}
