import { PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';

/** A page that `makePdf` writes: its lines from the top, and whether it is turned. */
export interface TestPage {
  readonly lines: readonly string[];
  readonly rotation?: 0 | 90 | 180 | 270;
}

/** Writes a PDF of plain pages of A4, with an outline that names each `every`th page. */
export async function makePdf(pages: readonly TestPage[], every = 0): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (const { lines, rotation } of pages) {
    const page = pdf.addPage([595.28, 841.89]);
    lines.forEach((line, index) => page.drawText(line, { x: 72, y: 760 - index * 18, size: 12, font }));
    if (rotation) page.node.set(PDFName.of('Rotate'), PDFNumber.of(rotation));
  }
  if (every > 0) addOutline(pdf, pdf.getPages().filter((_, index) => index % every === 0), every);
  return pdf.save();
}

function addOutline(pdf: PDFDocument, pages: readonly PDFPage[], every: number): void {
  const { context } = pdf;
  const root = context.nextRef();
  const refs = pages.map(() => context.nextRef());
  refs.forEach((ref, index) => {
    const page = pages[index];
    if (!page) return;
    const item = context.obj({ Title: PDFHexString.fromText(`Section ${index + 1}`), Parent: root, Dest: [page.ref, 'XYZ', 0, 842, 0], Count: 0 });
    const previous = refs[index - 1];
    const next = refs[index + 1];
    if (previous) item.set(PDFName.of('Prev'), previous);
    if (next) item.set(PDFName.of('Next'), next);
    context.assign(ref, item);
  });
  const [first] = refs;
  const last = refs.at(-1);
  if (!first || !last) throw new Error(`There is no page to name, of every ${every}`);
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: refs.length }));
  pdf.catalog.set(PDFName.of('Outlines'), root);
}

/** Pages of a report of cases, which say on which page they are. */
export function reportPages(count: number): TestPage[] {
  return Array.from({ length: count }, (_, index) => ({
    lines: [
      `Case report, page ${index + 1}`,
      ...Array.from({ length: 35 }, (__, line) => `Line ${line + 1}: a leukemoid reaction with granulocytosis was seen on day ${line * 7 + index}.`),
    ],
  }));
}

/** Writes a PDF that is a picture of text, as a scanner makes it. */
export async function makeScan(png: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const image = await pdf.embedPng(png);
  pdf.addPage([595.28, 841.89]).drawImage(image, { x: 40, y: 400, width: 500, height: 400 });
  return pdf.save();
}
