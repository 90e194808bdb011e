import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { element, filled } from './element';
import type { PdfPages } from './pdfPages';

/** In CSS pixels. */
const width = 110;

/** Small pictures of all pages, drawn only while they can be seen. */
export class Thumbnails {
  private readonly buttons: HTMLButtonElement[];
  private readonly seen: IntersectionObserver;
  private readonly waiting = new Set<number>();
  private drawing = false;
  private closed = false;

  constructor(
    private readonly pdf: PDFDocumentProxy,
    private readonly pages: PdfPages,
    private readonly list: HTMLElement,
    words: string,
  ) {
    this.buttons = Array.from({ length: pdf.numPages }, (_, index) => {
      const button = element('button', { type: 'button', class: 'small', 'aria-label': filled(words, index + 1), 'data-page': index + 1 }, element('span', { class: 'picture' }), element('span', {}, String(index + 1)));
      button.addEventListener('click', () => pages.goTo(index + 1));
      return button;
    });
    list.replaceChildren(...this.buttons);
    this.seen = new IntersectionObserver((entries) => this.look(entries), { root: list, rootMargin: '200px' });
    for (const button of this.buttons) this.seen.observe(button);
    this.mark();
  }

  /** Shows which page is looked at. */
  mark(): void {
    for (const button of this.list.querySelectorAll('[aria-current]')) button.removeAttribute('aria-current');
    const current = this.buttons[this.pages.page - 1];
    current?.setAttribute('aria-current', 'page');
    current?.scrollIntoView({ block: 'nearest' });
  }

  close(): void {
    this.closed = true;
    this.seen.disconnect();
    this.list.replaceChildren();
  }

  private look(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const page = Number((target as HTMLElement).dataset['page']);
      if (isIntersecting) this.waiting.add(page);
      else {
        this.waiting.delete(page);
        target.querySelector('canvas')?.remove();
      }
    }
    void this.draw();
  }

  /** One after the other, so that the pages themselves are drawn first. */
  private async draw(): Promise<void> {
    if (this.drawing) return;
    this.drawing = true;
    for (let next = this.next(); next !== undefined && !this.closed; next = this.next()) await this.drawOne(next).catch(() => undefined);
    this.drawing = false;
  }

  private next(): number | undefined {
    const [page] = this.waiting;
    if (page !== undefined) this.waiting.delete(page);
    return page;
  }

  private async drawOne(number: number): Promise<void> {
    const picture = this.buttons[number - 1]?.querySelector('.picture');
    if (!picture || picture.querySelector('canvas')) return;
    const page = await this.pdf.getPage(number);
    const plain = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (width / Math.max(plain.width, plain.height * 0.75)) * devicePixelRatio });
    const canvas = element('canvas', { width: Math.floor(viewport.width), height: Math.floor(viewport.height), 'aria-hidden': 'true' });
    await page.render({ canvas, viewport } as never).promise;
    if (!this.closed) picture.replaceChildren(canvas);
  }
}
