import type { PdfAction } from '../../core/pdf/pdfAction';
import type { PdfWords } from '../../core/pdf/pdfPage';
import { element, filled, iconButton, type IconName } from './element';
import type { PdfPages } from './pdfPages';

/** Factors that are offered to choose from. */
const scales = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/** The row of buttons above the pages. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly sidebar: HTMLButtonElement;
  readonly dark: HTMLButtonElement;
  private readonly number: HTMLInputElement;
  private readonly count = element('span', { class: 'of' });
  private readonly zoom: HTMLSelectElement;
  private readonly exact = element('option', { value: 'exact', hidden: true });

  constructor(
    private readonly pages: PdfPages,
    private readonly words: PdfWords,
    run: (action: PdfAction) => void,
  ) {
    const button = (icon: IconName, label: string, action: PdfAction): HTMLButtonElement => iconButton(icon, label, () => run(action));
    this.number = element('input', { type: 'text', inputmode: 'numeric', class: 'number', 'aria-label': words.pageNumber, value: '1' });
    this.zoom = element('select', { 'aria-label': words.zoom, title: words.zoom },
      element('option', { value: 'page-width' }, words.fitWidth), element('option', { value: 'page-fit' }, words.fitPage), this.exact,
      ...scales.map((scale) => element('option', { value: scale }, percent(scale))));
    this.sidebar = button('sidebar', words.sidebar, 'toggleSidebar');
    this.dark = button('dark', words.dark, 'toggleDark');
    this.element = element('div', { class: 'toolbar', role: 'toolbar', 'aria-label': words.toolbar },
      this.sidebar, gap(),
      button('up', words.previousPage, 'previousPage'), button('down', words.nextPage, 'nextPage'), this.number, this.count, gap(),
      button('minus', words.zoomOut, 'zoomOut'), this.zoom, button('plus', words.zoomIn, 'zoomIn'),
      button('fitWidth', words.fitWidth, 'fitWidth'), button('fitPage', words.fitPage, 'fitPage'), button('rotate', words.rotate, 'rotate'), this.dark,
      element('span', { class: 'space' }), button('comment', words.commentPage, 'commentPage'), button('find', words.find, 'find'));
    this.element.addEventListener('keydown', (event) => step(this.element, event));
    this.number.addEventListener('change', () => this.turn());
    this.number.addEventListener('focus', () => this.number.select());
    this.zoom.addEventListener('change', () => this.zoom.value !== 'exact' && pages.setScale(this.zoom.value));
    for (const event of ['pagesinit', 'pagechanging', 'scalechanging']) pages.events.on(event, () => this.tell());
  }

  /** Puts the keyboard where a page's number is typed. */
  askPage(): void {
    this.number.focus();
  }

  private turn(): void {
    const page = Number(this.number.value);
    if (Number.isFinite(page) && page >= 1) this.pages.goTo(page);
    this.tell();
    this.pages.container.focus();
  }

  private tell(): void {
    const { pages, words } = this;
    this.number.value = String(pages.page);
    this.number.style.width = `${Math.max(2, String(pages.count).length) + 1.5}ch`;
    this.count.textContent = filled(words.pageOf, pages.count);
    const value = String(pages.viewer.currentScaleValue);
    const known = [...this.zoom.options].some((option) => option !== this.exact && option.value === value);
    this.exact.textContent = percent(pages.scale);
    this.zoom.value = known ? value : 'exact';
  }
}

/** In a toolbar the arrow keys go from one button to the next. */
function step(toolbar: HTMLElement, event: KeyboardEvent): void {
  const buttons = [...toolbar.querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  if (at < 0 || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
  buttons[(at + (event.key === 'ArrowRight' ? 1 : -1) + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
  event.stopPropagation();
}

function percent(scale: number): string {
  return `${Math.round(scale * 100)} %`;
}

function gap(): HTMLElement {
  return element('span', { class: 'gap', 'aria-hidden': 'true' });
}
