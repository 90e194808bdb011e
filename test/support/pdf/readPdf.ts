import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ForeignAnnotation, foreignAnnotations, type RawAnnotation } from '../../../src/core/pdf/foreignAnnotation';
import type { PdfTextItem } from '../../../src/core/pdf/pdfText';

/** PDF.js takes for granted what the browsers it runs in have, and the oldest Node that tests run on has not. */
(Promise as { withResolvers?: unknown }).withResolvers ??= () => {
  const parts: { resolve?: unknown; reject?: unknown } = {};
  const promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return { promise, ...parts };
};

/** Opens a PDF with PDF.js, does something with it, and closes it. */
export async function withPdf<T>(bytes: Uint8Array, use: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** @returns the pieces of text of a page, counted from 1 */
export async function itemsOf(pdf: PDFDocumentProxy, page: number): Promise<PdfTextItem[]> {
  return (await (await pdf.getPage(page)).getTextContent({ disableNormalization: true })).items as PdfTextItem[];
}

/** @returns what other readers left in a PDF */
export function foreignIn(bytes: Uint8Array): Promise<ForeignAnnotation[]> {
  return withPdf(bytes, async (pdf) => {
    const found: ForeignAnnotation[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const raw = (await (await pdf.getPage(number)).getAnnotations({ intent: 'any' })) as RawAnnotation[];
      found.push(...foreignAnnotations(raw, number, await itemsOf(pdf, number), 0));
    }
    return found;
  });
}
