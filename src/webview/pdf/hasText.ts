import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A scanned article's cover may bear a stamp of text: some pages are looked at. */
const looked = 4;

/** Whether there is text on the first pages of a PDF. */
export async function hasText(pdf: PDFDocumentProxy): Promise<boolean> {
  for (let number = 1; number <= Math.min(looked, pdf.numPages); number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    if (items.some((item) => 'str' in item && item.str.trim() !== '')) return true;
  }
  return false;
}
