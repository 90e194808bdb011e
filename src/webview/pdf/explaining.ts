import type { PdfExplanation } from '../../core/pdf/pdfMeaning';
import { element } from './element';
import type { HostLink } from './hostLink';
import { place } from './markBox';
import { offsetIn, type PageTexts, rangeIn } from './pageText';
import { pageAt } from './pageView';
import type { PdfPages } from './pdfPages';

/** How long (ms) the mouse rests on a word before its meaning is shown: as long as in VS Code's editors. */
const rest = 300;

interface Asked {
  readonly request: number;
  readonly layer: HTMLElement;
}

/** Shows what terms mean where the mouse rests on them, or where the selection begins. */
export class Explaining {
  readonly element = element('div', { class: 'explanation', role: 'tooltip', 'aria-live': 'polite', hidden: true });
  private texts: PageTexts | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked: Asked | undefined;
  private count = 0;
  /** Where what is explained stands. */
  private around: DOMRect | undefined;

  constructor(
    pages: PdfPages,
    private readonly link: HostLink,
  ) {
    pages.container.addEventListener('mousemove', (event) => this.move(event));
    pages.container.addEventListener('mouseleave', () => clearTimeout(this.timer));
    pages.container.addEventListener('mousedown', () => this.hide());
    pages.container.addEventListener('scroll', () => this.hide());
    document.addEventListener('keydown', () => this.hide());
  }

  read(texts: PageTexts | undefined): void {
    this.texts = texts;
    this.hide();
  }

  /** Explains the words at the beginning of the selection. */
  explainSelection(): void {
    const selection = getSelection();
    if (selection && selection.rangeCount > 0) {
      const { startContainer, startOffset } = selection.getRangeAt(0);
      void this.ask(startContainer, startOffset);
    }
  }

  /** Shows an answer, where it is that to the last question. */
  take(request: number, explanation: PdfExplanation | undefined): void {
    if (request !== this.asked?.request || !explanation) return;
    const box = rangeIn(this.asked.layer, explanation.start, explanation.end)?.getBoundingClientRect();
    if (!box) return;
    const { name, kind, definition, names, ids } = explanation;
    this.element.replaceChildren(
      element('div', {}, element('strong', {}, name), ...(kind ? [' — ', element('em', {}, kind)] : [])),
      ...(definition ? [element('p', {}, definition)] : []),
      ...(names.length > 0 ? [element('p', { class: 'other' }, names.join(' · '))] : []),
      ...(ids.length > 0 ? [element('p', { class: 'other' }, ids.join(' · '))] : []));
    this.element.hidden = false;
    this.around = box;
    place(this.element, box);
  }

  private hide(): void {
    clearTimeout(this.timer);
    this.asked = undefined;
    this.around = undefined;
    this.element.hidden = true;
  }

  private move({ clientX, clientY, buttons }: MouseEvent): void {
    const { around } = this;
    if (around && clientX >= around.left && clientX <= around.right && clientY >= around.top && clientY <= around.bottom) return;
    this.hide();
    if (buttons !== 0) return;
    this.timer = setTimeout(() => {
      const range = document.caretRangeFromPoint(clientX, clientY);
      if (range) void this.ask(range.startContainer, range.startOffset);
    }, rest);
  }

  private async ask(node: Node, at: number): Promise<void> {
    const page = pageAt(node);
    if (!page || !this.texts || !page.layer.contains(node)) return;
    const offset = offsetIn(page.layer, node, at);
    const request = ++this.count;
    this.asked = { request, layer: page.layer };
    const text = await this.texts.of(page.number);
    if (offset < text.length) this.link.post({ type: 'explain', request, page: page.number, text, offset });
  }
}
