import type { PdfWords } from '../../core/pdf/pdfPage';
import { element, iconButton } from './element';

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

  /**
   * Says something above the pages.
   * @param offer what can be done about it
   */
  tell(text: string, offer?: { readonly label: string; act(): void }): void {
    const button = offer && element('button', { type: 'button', class: 'secondary' }, offer.label);
    button?.addEventListener('click', () => {
      this.hush();
      offer?.act();
    });
    this.banner.replaceChildren(element('span', {}, text), ...(button ? [button] : []), iconButton('close', this.words.close, () => this.hush()));
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
