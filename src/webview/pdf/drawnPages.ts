import type { EventBus, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

/** So many pages before and after those in view stay drawn: PDF.js draws one ahead by itself. */
const near = 1;

interface Drawn {
  readonly id: number;
  readonly div: HTMLElement;
  destroy(): void;
}

/**
 * Gives up what was drawn of pages that are away from the view. PDF.js keeps ten, whatever their size, which took more
 * memory than all else. Pages with selected words stay, or a selection over many pages would lose its beginning.
 */
export function keepFewPages(viewer: PDFViewer, events: EventBus): void {
  const give = (): void => {
    const seen = [...(viewer._getVisiblePages() as { readonly ids: ReadonlySet<number> }).ids];
    if (seen.length === 0) return;
    const [first, last] = [Math.min(...seen) - near, Math.max(...seen) + near];
    const selection = getSelection();
    for (const view of viewer.getCachedPageViews() as Set<Drawn>) {
      if (view.id < first || view.id > last) if (!selection?.containsNode(view.div, true)) view.destroy();
    }
  };
  events.on('pagerendered', give);
}
