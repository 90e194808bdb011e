import type { Meaning } from '../../core/annotating/meaning';
import type { PdfWords } from '../../core/pdf/pdfPage';
import { element, filled } from './element';
import { place } from './markBox';

/** How words are marked. */
export type MarkKind = 'highlight' | 'underline' | 'comment' | 'tag';

/** The bar beside selected words: a colour for each meaning, and what else can be done with them. */
export class SelectionBar {
  readonly element: HTMLElement;
  private meanings: readonly Meaning[] = [];
  private last: string | undefined;

  /** @param onChoice told the meaning of a highlight or underline; none for a comment or tags */
  constructor(
    private readonly words: PdfWords,
    private readonly onChoice: (kind: MarkKind, meaning?: string) => void,
  ) {
    this.element = element('div', { class: 'selectionBar', role: 'toolbar', 'aria-label': words.markWords, hidden: true });
    this.element.addEventListener('mousedown', (event) => event.preventDefault()); // the selection stays
    this.element.addEventListener('keydown', (event) => this.key(event));
  }

  set(meanings: readonly Meaning[]): void {
    this.meanings = meanings;
  }

  /** @param anchor the selected words, in the window's pixels */
  show(anchor: DOMRect, underline = false): void {
    const { words } = this;
    const colours = this.meanings.map(({ name, color }) => {
      const label = filled(underline ? words.underlineAs : words.highlightAs, name);
      const button = element('button', { type: 'button', class: `colour${underline ? ' underlined' : ''}`, title: label, 'aria-label': label, 'data-name': name });
      button.style.setProperty('--mark', color);
      button.addEventListener('click', () => this.choose(underline ? 'underline' : 'highlight', name));
      return button;
    });
    const other = (label: string, act: () => void, pressed?: boolean): HTMLElement => {
      const button = element('button', { type: 'button', class: 'word', 'aria-pressed': pressed === undefined ? undefined : String(pressed) }, label);
      button.addEventListener('click', act);
      return button;
    };
    this.element.replaceChildren(
      ...colours,
      other('U̲', () => this.show(anchor, !underline), underline),
      other(words.comment, () => this.choose('comment')), other(words.tags, () => this.choose('tag')));
    this.element.hidden = false;
    place(this.element, anchor);
  }

  /** Puts the keyboard on the meaning that was chosen last. */
  focus(): void {
    const buttons = [...this.element.querySelectorAll<HTMLButtonElement>('.colour')];
    (buttons.find(({ dataset }) => dataset['name'] === this.last) ?? buttons[0])?.focus();
  }

  hide(): void {
    this.element.hidden = true;
  }

  private choose(kind: MarkKind, meaning?: string): void {
    if (meaning !== undefined) this.last = meaning;
    this.hide();
    this.onChoice(kind, meaning);
  }

  private key(event: KeyboardEvent): void {
    const buttons = [...this.element.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') buttons[(at + (event.key === 'ArrowRight' ? 1 : -1) + buttons.length) % buttons.length]?.focus();
    else if (event.key === 'Escape') this.hide();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
