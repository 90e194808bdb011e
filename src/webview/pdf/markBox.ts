import type { Meaning } from '../../core/annotating/meaning';
import type { PdfRemark } from '../../core/pdf/pdfMark';
import type { PdfWords } from '../../core/pdf/pdfPage';
import { element, iconButton } from './element';

/** What the box begins with. */
export interface BoxContent {
  readonly remark: PdfRemark;
  /** Where the keyboard goes. */
  readonly focus: 'comment' | 'tags' | 'meaning';
  /** The words that it is on. */
  readonly quote: string;
  save(remark: PdfRemark): void;
  /** Undefined where there is no mark yet. */
  readonly remove?: () => void;
  /** Given where the words moved, and are to be confirmed. */
  readonly confirm?: (() => void) | undefined;
}

/** The box in which a mark's meaning, comment and tags are written. */
export class MarkBox {
  readonly element: HTMLElement;
  private meanings: readonly Meaning[] = [];
  private tags: readonly string[] = [];
  private done: () => void = () => undefined;

  constructor(private readonly words: PdfWords) {
    this.element = element('div', { class: 'markBox', role: 'dialog', 'aria-label': words.markWords, hidden: true });
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.element.querySelector<HTMLButtonElement>('.primary')?.click();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  set(meanings: readonly Meaning[], tags: readonly string[]): void {
    this.meanings = meanings;
    this.tags = tags;
  }

  /** @param anchor what it is shown beside, in the window's pixels */
  open({ remark, focus, quote, save, remove, confirm }: BoxContent, anchor: DOMRect, onClose: () => void): void {
    const { words } = this;
    this.done = onClose;
    const names = [...new Set([...this.meanings.map(({ name }) => name), ...(remark.meaning ? [remark.meaning] : [])])];
    const meaning = element('select', { 'aria-label': words.meaning }, element('option', { value: '' }, words.noMeaning), ...names.map((name) => element('option', { value: name }, name)));
    meaning.value = remark.meaning ?? '';
    const comment = element('textarea', { 'aria-label': words.comment, placeholder: words.comment, rows: 4 }, remark.comment ?? '');
    const tags = element('input', { type: 'text', 'aria-label': words.tags, placeholder: `${words.tags}: ${words.tagsHint}`, list: 'knownTags', value: remark.tags.join(', ') });
    const keep = element('button', { type: 'button', class: 'primary' }, words.keep);
    keep.addEventListener('click', () => {
      const text = comment.value.trim();
      save({
        underlined: remark.underlined, tags: [...new Set(tags.value.split(',').map((tag) => tag.trim()).filter(Boolean))],
        ...(meaning.value !== '' && { meaning: meaning.value }), ...(text !== '' && { comment: text }),
      });
      this.close();
    });
    const other = (label: string, act: (() => void) | undefined): HTMLElement[] => {
      if (!act) return [];
      const button = element('button', { type: 'button', class: 'secondary' }, label);
      button.addEventListener('click', () => {
        act();
        this.close();
      });
      return [button];
    };
    this.element.replaceChildren(
      element('div', { class: 'quote' }, quote), ...other(words.confirm, confirm), meaning, comment, tags,
      element('datalist', { id: 'knownTags' }, ...this.tags.map((tag) => element('option', { value: tag }))),
      element('div', { class: 'row' }, keep, ...other(words.remove, remove), element('span', { class: 'space' }), iconButton('close', words.close, () => this.close())));
    this.element.hidden = false;
    place(this.element, anchor);
    ({ meaning, comment, tags })[focus].focus();
  }

  close(): void {
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.done();
  }
}

/** Shows an element under something, or above it where there is no room. */
export function place(shown: HTMLElement, anchor: DOMRect): void {
  const { width, height } = shown.getBoundingClientRect();
  const margin = 6;
  const below = anchor.bottom + margin;
  const top = below + height < innerHeight ? below : Math.max(margin, anchor.top - height - margin);
  Object.assign(shown.style, { left: `${Math.max(margin, Math.min(anchor.left, innerWidth - width - margin))}px`, top: `${top}px` });
}
