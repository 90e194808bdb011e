import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type PdfTextItem, textOf } from '../../core/pdf/pdfText';

/** Beyond so many pages, where a page's text begins in that of all is not worked out: all before would have to be read. */
const mostBefore = 300;

/** The plain texts of a PDF's pages, each read once. */
export class PageTexts {
  private readonly texts = new Map<number, Promise<string>>();

  constructor(private readonly pdf: PDFDocumentProxy) {}

  /** How many pages there are. */
  get count(): number {
    return this.pdf.numPages;
  }

  /** @param page counted from 1 */
  of(page: number): Promise<string> {
    let text = this.texts.get(page);
    if (!text) this.texts.set(page, (text = this.read(page)));
    return text;
  }

  /** @returns where a page's text begins in that of all pages, one after the other; undefined where it is too far in */
  async startOf(page: number): Promise<number | undefined> {
    if (page > mostBefore) return undefined;
    const before = await Promise.all(Array.from({ length: page - 1 }, (_, index) => this.of(index + 1)));
    return before.reduce((sum, { length }) => sum + length + 1, 0);
  }

  /** The pieces of text of a page, and where they stand; read anew each time. */
  async items(page: number): Promise<readonly PdfTextItem[]> {
    return (await (await this.pdf.getPage(page)).getTextContent({ disableNormalization: true })).items as PdfTextItem[];
  }

  private async read(page: number): Promise<string> {
    return textOf(await this.items(page));
  }
}

/** A place in a page's text layer. */
export interface TextPlace {
  readonly node: Node;
  readonly offset: number;
}

/** @returns the offset in the page's text of a place in its text layer */
export function offsetIn(layer: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(layer);
  range.setEnd(node, offset);
  let length = 0;
  for (const part of partsOf(range.cloneContents())) length += part.length;
  return length;
}

/** @returns the range of a text layer that shows a stretch of the page's text; undefined where it does not */
export function rangeIn(layer: Element, start: number, end: number): Range | undefined {
  const range = document.createRange();
  let at = 0;
  let begun = false;
  for (const part of partsOf(layer)) {
    const { node, length } = part;
    if (!begun && start < at + length && node) {
      range.setStart(node, Math.max(0, start - at));
      begun = true;
    }
    if (begun && end <= at + length && node) {
      range.setEnd(node, Math.max(0, end - at));
      return range;
    }
    at += length;
  }
  return undefined;
}

/** The pieces of text under an element, in order: text nodes, and line breaks, which count one. */
function* partsOf(root: Node): Generator<{ readonly node?: Text; readonly length: number }> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) yield { node, length: node.length };
    else if (node.nodeName === 'BR') yield { length: 1 };
  }
}
