import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { EventBus, PDFFindController, PDFLinkService, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { Rectangle } from '../../core/annotating/annotation';
import type { PdfView } from '../../core/pdf/pdfView';
import { keepFewPages } from './drawnPages';
import { element, filled } from './element';

/** Where the shown part begins, as PDF.js tells it. */
interface Place {
  readonly pageNumber: number;
  readonly left: number;
  readonly top: number;
}

/** How much of the page is shown above a place (points). */
const above = 120;

/** A factor between one step of zoom and the next. */
const zoomStep = 1.2;

/** PDF.js's words are of an editor that is not shown here, and looking each page's up takes longer than drawing the first. */
const ownWords = {
  getLanguage: () => document.documentElement.lang, getDirection: () => 'ltr', get: async () => '',
  translate: async () => undefined, translateOnce: async () => undefined, pause: () => undefined, resume: () => undefined, destroy: async () => undefined,
};

/** The pages: drawn where they come near the view, and given up when they are away from it. */
export class PdfPages {
  readonly events = new EventBus();
  readonly links = new PDFLinkService({ eventBus: this.events, externalLinkTarget: 2 });
  readonly find = new PDFFindController({ linkService: this.links, eventBus: this.events });
  readonly viewer: PDFViewer;
  readonly container: HTMLDivElement;
  private place: Place | undefined;
  private restore: PdfView | undefined;

  /**
   * @param label what a screen reader calls the pages
   * @param pageLabel and what it calls each, with its number for `{0}`
   */
  constructor(label: string, pageLabel: string, icons: string) {
    this.container = element('div', { class: 'pages', tabindex: 0, role: 'region', 'aria-label': label }, element('div', { class: 'pdfViewer' }));
    this.viewer = new PDFViewer({
      container: this.container, eventBus: this.events, linkService: this.links, findController: this.find,
      // Forms, signatures and drawings are shown as they are: nothing in them is run, and nothing is changed.
      annotationMode: 1, annotationEditorMode: -1, imageResourcesPath: icons, enableSelectionRendering: false, enableAutoLinking: false,
      capCanvasAreaFactor: 100, // of a page that is larger than the view, as much again as the view is drawn: PDF.js draws twice that
      l10n: ownWords,
    } as unknown as ConstructorParameters<typeof PDFViewer>[0]);
    this.links.setViewer(this.viewer);
    keepFewPages(this.viewer, this.events);
    this.events.on('pagerender', ({ pageNumber, source }: { pageNumber: number; source: { div: HTMLElement } }) => source.div.setAttribute('aria-label', filled(pageLabel, pageNumber)));
    this.events.on('pagesinit', () => this.begin());
    this.events.on('updateviewarea', ({ location }: { location: Place }) => (this.place = location));
  }

  /** @param view where to begin; without it at the first page, as wide as the view */
  show(document: PDFDocumentProxy | undefined, view?: PdfView): void {
    this.restore = view;
    this.place = undefined;
    this.viewer.setDocument((document ?? null) as never);
    this.links.setDocument((document ?? null) as never, null);
  }

  get page(): number {
    return this.viewer.currentPageNumber;
  }

  get count(): number {
    return this.viewer.pagesCount;
  }

  get scale(): number {
    return this.viewer.currentScale;
  }

  goTo(page: number): void {
    if (this.count > 0) this.viewer.currentPageNumber = Math.min(this.count, Math.max(1, Math.round(page)));
  }

  /** Shows a place on a page, with some of what is above it. */
  showPlace(pageNumber: number, [left, , , top]: Rectangle = [0, 0, 0, 0]): void {
    this.viewer.scrollPageIntoView({ pageNumber, destArray: [null, { name: 'XYZ' }, left, top + above, null], allowNegativeOffset: true, ignoreDestinationZoom: true });
  }

  zoomIn(): void {
    this.viewer.currentScale = Math.min(10, this.scale * zoomStep);
  }

  zoomOut(): void {
    this.viewer.currentScale = Math.max(0.1, this.scale / zoomStep);
  }

  setScale(value: string): void {
    this.viewer.currentScaleValue = value;
  }

  rotate(): void {
    this.viewer.pagesRotation = (this.viewer.pagesRotation + 90) % 360;
  }

  /** @returns how the pages are looked at now; undefined before the first can be seen */
  get current(): PdfView | undefined {
    if (!this.place) return undefined;
    const { pageNumber: page, left, top } = this.place;
    const { currentScaleValue: scale, pagesRotation } = this.viewer;
    return { page, left, top, scale: String(scale), rotation: pagesRotation as PdfView['rotation'] };
  }

  private begin(): void {
    const { restore, viewer } = this;
    viewer.currentScaleValue = restore?.scale ?? 'auto';
    if (!restore) return;
    if (restore.rotation) viewer.pagesRotation = restore.rotation;
    const pageNumber = Math.min(restore.page, this.count);
    viewer.scrollPageIntoView({ pageNumber, destArray: [null, { name: 'XYZ' }, restore.left, restore.top, null], allowNegativeOffset: true, ignoreDestinationZoom: true });
  }
}
