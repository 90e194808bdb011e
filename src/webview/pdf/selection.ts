import { passageAt, type PdfPassage } from '../../core/pdf/pdfMark';
import { offsetIn, type PageTexts } from './pageText';
import { pageAt, rectanglesOf, viewOf } from './pageView';
import type { PdfPages } from './pdfPages';

/** @returns the range that is selected on the pages; undefined where nothing is */
export function selectedRange(pages: PdfPages): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return pages.container.contains(range.startContainer) && range.toString().trim() !== '' ? range : undefined;
}

/**
 * @returns the passage that is selected; what goes on to a further page is cut off at the end of its first. Undefined where
 * there is no text in it.
 */
export async function passageOf(range: Range, pages: PdfPages, texts: PageTexts): Promise<PdfPassage | undefined> {
  const page = pageAt(range.startContainer);
  const view = page && viewOf(pages, page.number);
  if (!page || !view) return undefined;
  const text = await texts.of(page.number);
  const isInside = page.layer.contains(range.endContainer);
  let start = offsetIn(page.layer, range.startContainer, range.startOffset);
  let end = isInside ? offsetIn(page.layer, range.endContainer, range.endOffset) : text.length;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (start < end && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (start === end) return undefined;
  const cut = range.cloneRange();
  if (!isInside) cut.setEndAfter(page.layer.lastChild ?? page.layer);
  return passageAt(text, { start, end }, page.number, rectanglesOf(view, cut), await texts.startOf(page.number));
}

const directions: Readonly<Record<string, readonly [string, string]>> = {
  ArrowRight: ['forward', 'character'], ArrowLeft: ['backward', 'character'], ArrowDown: ['forward', 'line'], ArrowUp: ['backward', 'line'],
};

/** Selects by Shift and the arrow keys, with Ctrl by words; from the top of the page in view where nothing is selected. */
export function selectByKeys(pages: PdfPages): void {
  pages.container.addEventListener('keydown', (event) => {
    const [direction, unit] = directions[event.key] ?? [];
    if (!event.shiftKey || event.altKey || !direction || !unit) return;
    const selection = getSelection();
    if (!selection) return;
    if (!selection.anchorNode || !pageAt(selection.anchorNode)) {
      const layer = viewOf(pages, pages.page)?.textLayer?.div;
      const first = layer && document.createTreeWalker(layer, NodeFilter.SHOW_TEXT).nextNode();
      if (!first) return;
      selection.collapse(first, 0);
    }
    selection.modify('extend', direction, unit === 'character' && (event.ctrlKey || event.metaKey) ? 'word' : unit);
    event.preventDefault();
    event.stopPropagation();
  });
}
