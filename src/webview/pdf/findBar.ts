import type { PdfWords } from '../../core/pdf/pdfPage';
import { element, filled, iconButton } from './element';
import { offsetIn, rangeIn } from './pageText';
import type { PdfPages } from './pdfPages';

/** What PDF.js calls the state of a search that found nothing, and of one under way. */
const notFound = 1;
const pending = 3;

interface FindState {
  readonly state?: number;
  readonly matchesCount?: { readonly current: number; readonly total: number };
}

/** Looks for words on all pages. */
export class FindBar {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly count = element('span', { class: 'count', role: 'status', 'aria-live': 'polite' });
  private readonly matchCase: HTMLInputElement;
  private readonly wholeWord: HTMLInputElement;

  constructor(
    private readonly pages: PdfPages,
    private readonly words: PdfWords,
  ) {
    this.input = element('input', { type: 'text', placeholder: words.find, 'aria-label': words.find, spellcheck: 'false' });
    this.matchCase = element('input', { type: 'checkbox', class: 'matchCase' });
    this.wholeWord = element('input', { type: 'checkbox', class: 'wholeWord' });
    this.element = element('div', { class: 'findBar', role: 'search', hidden: true },
      this.input, this.count,
      element('label', {}, this.matchCase, words.matchCase), element('label', {}, this.wholeWord, words.wholeWord),
      iconButton('up', words.findPrevious, () => this.step(true)),
      iconButton('down', words.findNext, () => this.step(false)),
      iconButton('close', words.close, () => this.close()));
    this.input.addEventListener('input', () => this.search(''));
    for (const box of [this.matchCase, this.wholeWord]) box.addEventListener('change', () => this.search(''));
    this.element.addEventListener('keydown', (event) => this.key(event));
    pages.events.on('updatefindcontrolstate', (state: FindState) => this.tell(state));
    pages.events.on('updatefindmatchescount', (state: FindState) => this.tell(state));
  }

  /** Shows it, with the selected words in it. */
  open(): void {
    this.element.hidden = false;
    const selected = getSelection()?.toString().trim() ?? '';
    if (selected !== '' && selected.length < 200 && !selected.includes('\n')) this.input.value = selected;
    this.input.focus();
    this.input.select();
    if (this.input.value !== '') this.search('');
  }

  /** Goes to the next match, or the one before. */
  step(back: boolean): void {
    if (this.element.hidden || this.input.value === '') this.open();
    else this.search('again', back);
  }

  /** Hides it, and selects the match that it stood at. */
  close(): void {
    this.element.hidden = true;
    const parts = this.pages.container.querySelectorAll('.highlight.selected');
    const [first] = parts;
    const last = parts[parts.length - 1];
    const text = first && last && selectedText(first, last);
    this.pages.events.dispatch('findbarclose', { source: this });
    this.pages.container.focus();
    if (text) setTimeout(() => this.select(text), 0); // the marks of matches are taken away first
  }

  private select({ layer, start, end }: { readonly layer: Element; readonly start: number; readonly end: number }): void {
    const range = rangeIn(layer, start, end);
    const selection = getSelection();
    if (!range || !selection) return;
    selection.removeAllRanges();
    selection.addRange(range);
  }

  private search(type: '' | 'again', findPrevious = false): void {
    this.pages.events.dispatch('find', {
      source: this, type, query: this.input.value, caseSensitive: this.matchCase.checked, entireWord: this.wholeWord.checked,
      highlightAll: true, findPrevious, matchDiacritics: false,
    });
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && event.target === this.input) this.step(event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private tell({ state, matchesCount }: FindState): void {
    const { words } = this;
    const { current = 0, total = 0 } = matchesCount ?? {};
    const text = this.input.value === '' ? '' : total > 0 ? filled(words.matches, current, total) : state === notFound ? words.noMatch : state === pending ? words.searching : this.count.textContent;
    if (this.count.textContent !== text) this.count.textContent = text;
    this.input.setAttribute('aria-invalid', String(this.input.value !== '' && state === notFound));
  }
}

function selectedText(first: Element, last: Element): { readonly layer: Element; readonly start: number; readonly end: number } | undefined {
  const layer = first.closest('.textLayer');
  return layer ? { layer, start: offsetIn(layer, first, 0), end: offsetIn(layer, last, last.childNodes.length) } : undefined;
}
