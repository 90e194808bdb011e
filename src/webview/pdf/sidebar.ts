import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfWords } from '../../core/pdf/pdfPage';
import type { PdfSidebar } from '../../core/pdf/pdfView';
import { element } from './element';
import { showOutline } from './outline';
import type { PdfPages } from './pdfPages';
import { Thumbnails } from './thumbnails';

/** What stands beside the pages: the outline, or small pictures of the pages. Made when it is first shown. */
export class Sidebar {
  readonly element: HTMLElement;
  private readonly panels: Readonly<Record<PdfSidebar, HTMLElement>>;
  private readonly tabs: Readonly<Record<PdfSidebar, HTMLButtonElement>>;
  private shown: PdfSidebar | undefined;
  private pdf: PDFDocumentProxy | undefined;
  private thumbnails: Thumbnails | undefined;
  private hasOutline = false;

  constructor(
    private readonly pages: PdfPages,
    private readonly words: PdfWords,
    private readonly onChange: () => void,
  ) {
    const tab = (name: PdfSidebar, label: string): HTMLButtonElement => {
      const button = element('button', { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}` }, label);
      button.addEventListener('click', () => this.show(name));
      return button;
    };
    const panel = (name: PdfSidebar): HTMLElement => element('div', { class: `panel of-${name}`, role: 'tabpanel', id: `panel-${name}`, 'aria-labelledby': `tab-${name}`, hidden: true });
    this.tabs = { outline: tab('outline', words.outline), pages: tab('pages', words.pages), marks: tab('marks', words.marks) };
    this.panels = { outline: panel('outline'), pages: panel('pages'), marks: panel('marks') };
    this.element = element('div', { class: 'side', hidden: true },
      element('div', { role: 'tablist', 'aria-label': words.sidebar }, ...Object.values(this.tabs)), ...Object.values(this.panels));
    pages.events.on('pagechanging', () => this.thumbnails?.mark());
  }

  /** Where the marks are listed. */
  get marks(): HTMLElement {
    return this.panels.marks;
  }

  get current(): PdfSidebar | undefined {
    return this.shown;
  }

  /** Takes another document in. */
  set(pdf: PDFDocumentProxy | undefined): void {
    this.thumbnails?.close();
    this.thumbnails = undefined;
    this.hasOutline = false;
    this.pdf = pdf;
    this.fill();
  }

  toggle(): void {
    this.show(this.shown ? undefined : 'outline');
    if (this.shown) this.tabs[this.shown].focus();
    else this.pages.container.focus();
  }

  show(name: PdfSidebar | undefined): void {
    this.shown = name;
    this.element.hidden = name === undefined;
    for (const [other, tab] of Object.entries(this.tabs)) tab.setAttribute('aria-selected', String(other === name));
    for (const [other, panel] of Object.entries(this.panels)) panel.hidden = other !== name;
    this.fill();
    this.onChange();
  }

  private fill(): void {
    const { pdf, pages, words } = this;
    if (!pdf) return;
    if (this.shown === 'pages') this.thumbnails ??= new Thumbnails(pdf, pages, this.panels.pages, words.page);
    if (this.shown === 'outline' && !this.hasOutline) {
      this.hasOutline = true;
      void showOutline(this.panels.outline, pdf, pages, words.noOutline);
    }
  }
}
