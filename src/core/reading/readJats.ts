import { type MarkupEvents, readMarkup } from './markupEvents';
import { ReadableBuilder, type ReadableText, safeAddress, type TextMark } from './readable';

/** What says who, where and how, and what is not text. The title and the abstract of the front are read. */
const passedOver: ReadonlySet<string> = new Set([
  'journal-meta', 'article-id', 'article-categories', 'contrib-group', 'aff', 'author-notes', 'pub-date', 'volume', 'issue', 'fpage', 'lpage', 'elocation-id', 'history', 'permissions',
  'self-uri', 'related-article', 'kwd-group', 'funding-group', 'counts', 'custom-meta-group', 'supplementary-material', 'media', 'inline-supplementary-material', 'object-id',
  'graphic', 'inline-graphic', 'alternatives-graphic', 'tex-math', 'processing-meta', 'floats-wrap', 'pub-date-not-available', 'trans-title-group', 'alt-title', 'fn-group-meta', 'script', 'style',
]);

const inlineMarks: Readonly<Record<string, TextMark>> = { italic: 'italic', bold: 'bold', sup: 'sup', sub: 'sub', monospace: 'code' };

/** Parts of a reference, between which its typesetter puts the signs. */
const referenceParts = /^(?:person-group|name|string-name|surname|given-names|collab|etal|article-title|chapter-title|source|year|month|day|volume|issue|fpage|lpage|pub-id|publisher-name|publisher-loc|edition|ext-link)$/;

/** Whether a text is an article in JATS, the XML that open-access articles come in. */
export function isJats(text: string): boolean {
  const head = text.slice(0, 4000);
  return /<!DOCTYPE\s+article\b[^>]*(?:JATS|NLM|Journal (?:Archiving|Publishing))/i.test(head) || /<article\b[^>]*\b(?:article-type|dtd-version)\s*=/.test(head);
}

/** Reads the text of an article in JATS (https://jats.nlm.nih.gov): title, abstract, sections, lists, tables, captions, references. */
export function readJats(xml: string): ReadableText {
  return new JatsReader().read(xml);
}

class JatsReader implements MarkupEvents {
  private readonly builder = new ReadableBuilder();
  private readonly open: string[] = [];
  private readonly hrefs: (string | undefined)[] = [];
  private passing = 0;
  private sections = 0;
  private lists = 0;

  read(xml: string): ReadableText {
    const isCut = readMarkup(xml, this, true);
    return { ...this.builder.result(), ...(isCut && { isCut }) };
  }

  begin(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.open.at(-1);
    this.open.push(name);
    if (passedOver.has(name)) this.passing += 1;
    if (this.passing > 0) return;
    if (name === 'sec' || name === 'ref-list' || name === 'abstract' || name === 'ack' || name === 'app') this.sections += 1;
    if (name === 'list' || name === 'def-list') this.lists += 1;
    if (name === 'ext-link' || name === 'uri') this.hrefs.push(safeAddress(attributes['xlink:href']));
    if (name === 'break') this.builder.add('\n', [], undefined, true);
    this.beginBlock(name, parent, attributes);
  }

  private beginBlock(name: string, parent: string | undefined, attributes: Readonly<Record<string, string>>): void {
    const inCell = this.open.includes('td') || this.open.includes('th');
    if (name === 'article-title' && parent === 'title-group') this.builder.begin('heading', 1);
    else if (name === 'abstract') this.heading('Abstract');
    else if (name === 'title' && parent === 'caption') this.builder.begin('caption');
    else if (name === 'title' && parent === 'abstract') return;
    else if (name === 'title') this.builder.begin('heading', Math.min(6, this.sections + 1));
    else if ((name === 'td' || name === 'th') && this.builder.hasText) this.builder.add('\t', [], undefined, true);
    else if (name === 'tr') this.builder.begin('row');
    else if (name === 'label' && (parent === 'fig' || parent === 'table-wrap')) this.builder.begin('caption');
    else if (name === 'list-item' || name === 'ref' || name === 'def-item') this.builder.begin('item', Math.max(this.lists, 1));
    else if (name === 'disp-quote') this.builder.begin('quote');
    else if (name === 'preformat' || name === 'code') this.builder.begin('code');
    else if (name === 'p' && !inCell) this.beginParagraph(parent);
    else if (name === 'disp-formula' || name === 'fn') this.builder.begin('paragraph');
    else if (name === 'article-meta' && attributes.lang !== undefined) this.builder.end();
  }

  /** The first paragraph of an item, quote or caption is the item itself. */
  private beginParagraph(parent: string | undefined): void {
    if (parent === 'caption') this.builder.begin('caption');
    else if (parent === 'disp-quote' && this.builder.hasText) this.builder.begin('quote');
    else if (parent === 'list-item' && this.builder.hasText) this.builder.add(' ', [], undefined);
    else if (parent !== 'list-item' && parent !== 'disp-quote' && parent !== 'def' && parent !== 'fn') this.builder.begin('paragraph');
  }

  private heading(words: string): void {
    this.builder.begin('heading', 2);
    this.builder.add(words, [], undefined);
    this.builder.end();
  }

  text(text: string): void {
    if (this.passing > 0) return;
    const parent = this.open.at(-1) ?? '';
    if (text.trim() === '' && (!this.builder.hasText || /^(?:article|front|article-meta|title-group|body|back|sec|ref-list|abstract|list|table|thead|tbody|tr|table-wrap|fig|caption)$/.test(parent))) return;
    if (parent === 'title' && this.open.at(-2) === 'abstract') return;
    if (this.open.includes('title-group') && this.open.includes('article-title')) this.builder.title = (this.builder.title ?? '') + text;
    const marks = new Set(this.open.flatMap((name) => inlineMarks[name] ?? []));
    this.builder.add(text, [...marks], this.hrefs.at(-1), this.open.includes('preformat') || this.open.includes('code'));
  }

  end(name: string): void {
    const at = this.open.lastIndexOf(name);
    if (at < 0) return;
    this.open.splice(at, 1);
    if (passedOver.has(name)) {
      this.passing = Math.max(0, this.passing - 1);
      return;
    }
    if (this.passing > 0) return;
    if (name === 'sec' || name === 'ref-list' || name === 'abstract' || name === 'ack' || name === 'app') this.sections = Math.max(0, this.sections - 1);
    if (name === 'list' || name === 'def-list') this.lists = Math.max(0, this.lists - 1);
    if (name === 'ext-link' || name === 'uri') this.hrefs.pop();
    if ((this.open.includes('element-citation') && referenceParts.test(name)) || name === 'label' || name === 'term') this.space();
    if (/^(?:article-title|title)$/.test(name) && !this.open.includes('ref')) this.builder.end();
    if (/^(?:p|list-item|ref|disp-quote|tr|preformat|fn|disp-formula|caption|sec|body|abstract)$/.test(name) && !this.open.includes('td') && !this.open.includes('th') && !(name === 'p' && this.open.at(-1) === 'list-item')) this.builder.end();
  }

  private space(): void {
    if (this.builder.hasText) this.builder.add(' ', [], undefined);
  }
}
