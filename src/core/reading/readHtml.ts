import { type MarkupEvents, readMarkup } from './markupEvents';
import { type BlockKind, ReadableBuilder, type ReadableText, safeAddress, type TextMark } from './readable';

/** Nothing of these is text to read: what runs, what is loaded, what is filled in, and what leads about the site. */
const passedOver: ReadonlySet<string> = new Set([
  'script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'applet', 'svg', 'canvas', 'audio', 'video', 'map',
  'button', 'select', 'textarea', 'datalist', 'nav', 'dialog', 'head',
]);

const blockKinds: Readonly<Record<string, BlockKind>> = {
  p: 'paragraph', div: 'paragraph', section: 'paragraph', article: 'paragraph', main: 'paragraph', header: 'paragraph', footer: 'paragraph', aside: 'paragraph',
  address: 'paragraph', figure: 'paragraph', body: 'paragraph', form: 'paragraph', fieldset: 'paragraph', details: 'paragraph', ul: 'paragraph', ol: 'paragraph', dl: 'paragraph',
  table: 'paragraph', center: 'paragraph',
  li: 'item', dt: 'item', dd: 'item', blockquote: 'quote', pre: 'code', tr: 'row', figcaption: 'caption', caption: 'caption', legend: 'caption', summary: 'caption',
};

const inlineMarks: Readonly<Record<string, TextMark>> = {
  i: 'italic', em: 'italic', cite: 'italic', var: 'italic', dfn: 'italic', b: 'bold', strong: 'bold', sup: 'sup', sub: 'sub', code: 'code', kbd: 'code', samp: 'code', tt: 'code',
};

/**
 * Reads the text of an HTML page. Scripts, styles, forms, frames and images are not taken over, nothing is loaded and nothing
 * runs: what is left are blocks of text.
 */
export function readHtml(html: string): ReadableText {
  return new HtmlReader().read(html);
}

class HtmlReader implements MarkupEvents {
  private readonly builder = new ReadableBuilder();
  /** The names of the open elements that say how text looks, and those whose text is passed over. */
  private readonly open: string[] = [];
  private readonly hrefs: (string | undefined)[] = [];
  private passing = 0;
  private inTitle = false;
  private kept = 0;
  private lists = 0;
  private unclosed: string | undefined;

  read(html: string): ReadableText {
    const isCut = readMarkup(html, this, false);
    return { ...this.builder.result(), ...(this.unclosed !== undefined && { unclosed: this.unclosed }), ...(isCut && { isCut }) };
  }

  begin(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'title' && this.builder.title === undefined) this.inTitle = true;
    if (passedOver.has(name) || 'hidden' in attributes) this.passing += 1;
    if (passedOver.has(name) || 'hidden' in attributes || inlineMarks[name]) this.open.push(name);
    if (this.passing > 0) return;
    if (name === 'ul' || name === 'ol') this.lists += 1;
    if (name === 'pre') this.kept += 1;
    const heading = /^h([1-6])$/.exec(name)?.[1];
    const kind = heading === undefined ? (Object.hasOwn(blockKinds, name) ? blockKinds[name] : undefined) : 'heading';
    if (kind) this.builder.begin(kind, heading === undefined ? (kind === 'item' ? Math.max(this.lists, 1) : undefined) : Number(heading));
    if (name === 'a') this.hrefs.push(safeAddress(attributes.href));
    if ((name === 'td' || name === 'th') && this.builder.hasText) this.builder.add('\t', [], undefined, true);
    if (name === 'br') this.builder.add('\n', [], undefined, true);
    if (name === 'img' && (attributes.alt ?? '').trim() !== '') this.builder.add(attributes.alt ?? '', ['image'], undefined);
  }

  /** A head that never ends is none: its page has no body. */
  last(): void {
    this.unclosed = this.open.find((name) => passedOver.has(name) && name !== 'head');
  }

  text(text: string): void {
    if (this.inTitle) this.builder.title = (this.builder.title ?? '') + text;
    if (this.passing > 0 || this.inTitle) return;
    const marks = new Set(this.open.flatMap((name) => inlineMarks[name] ?? []));
    this.builder.add(text, [...marks], this.hrefs.at(-1), this.kept > 0);
  }

  end(name: string): void {
    if (name === 'title') this.inTitle = false;
    const at = this.open.lastIndexOf(name);
    if (at >= 0) {
      this.open.splice(at, 1);
      if (!inlineMarks[name]) this.passing = Math.max(0, this.passing - 1);
    }
    if (this.passing > 0) return;
    if (name === 'ul' || name === 'ol') this.lists = Math.max(0, this.lists - 1);
    if (name === 'pre') this.kept = Math.max(0, this.kept - 1);
    if (name === 'a') this.hrefs.pop();
    if (Object.hasOwn(blockKinds, name) || /^h[1-6]$/.test(name)) this.builder.end();
  }
}
