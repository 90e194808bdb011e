import type { PdfWords } from '../../core/pdf/pdfPage';
import { element } from './element';

/** What is said instead of the pages, or above them. */
export class Notice {
  readonly element = element('div', { class: 'notice', hidden: true });
  readonly banner = element('div', { class: 'banner', role: 'status', hidden: true });

  constructor(private readonly words: PdfWords) {}

  /** @param more what can be done about it */
  say(title: string, more?: string): void {
    this.element.setAttribute('role', 'alert');
    this.element.replaceChildren(element('h1', {}, title), ...(more ? [element('p', {}, more)] : []));
    this.element.hidden = false;
  }

  hide(): void {
    this.element.hidden = true;
    this.banner.hidden = true;
  }

  /** Says something above the pages. */
  tell(text: string): void {
    this.banner.replaceChildren(text);
    this.banner.hidden = false;
  }

  /** Takes what was said above the pages away. */
  hush(): void {
    this.banner.hidden = true;
  }

  /** @returns the password that was typed */
  askPassword(wrong: boolean): Promise<string> {
    const { words } = this;
    const input = element('input', { type: 'password', 'aria-label': words.password, placeholder: words.password, autocomplete: 'off' });
    const open = element('button', { type: 'button', class: 'primary' }, words.unlock);
    this.say(words.encrypted, words.encryptedMore);
    if (wrong) this.element.append(element('p', { class: 'wrong', role: 'alert' }, words.wrongPassword));
    this.element.append(element('div', { class: 'row' }, input, open));
    input.focus();
    return new Promise((resolve) => {
      const done = (): void => {
        if (input.value === '') return;
        this.say(words.loading);
        resolve(input.value);
      };
      open.addEventListener('click', done);
      input.addEventListener('keydown', (event) => event.key === 'Enter' && done());
    });
  }
}
