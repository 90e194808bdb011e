import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ForeignAnnotation, foreignAnnotations, type RawAnnotation } from '../../core/pdf/foreignAnnotation';
import type { PageTexts } from './pageText';

/** In longer PDFs (pages), what others left is looked for only when it is asked for: all of the file has to be read. */
const soonFound = 50;

/** What other readers left in a PDF. */
export class Foreign {
  private finding: Promise<readonly ForeignAnnotation[]> | undefined;

  constructor(
    private readonly pdf: PDFDocumentProxy,
    private readonly texts: PageTexts,
  ) {}

  /** Whether it can be looked for unasked. */
  get isShort(): boolean {
    return this.pdf.numPages <= soonFound;
  }

  /** @returns all of them, page by page; found once */
  all(): Promise<readonly ForeignAnnotation[]> {
    this.finding ??= this.find();
    return this.finding;
  }

  private async find(): Promise<readonly ForeignAnnotation[]> {
    const found: ForeignAnnotation[] = [];
    for (let number = 1; number <= this.pdf.numPages; number += 1) {
      const page = await this.pdf.getPage(number);
      const raw = (await page.getAnnotations({ intent: 'any' })) as RawAnnotation[];
      if (raw.length === 0) continue;
      found.push(...foreignAnnotations(raw, number, await this.texts.items(number), await this.texts.startOf(number)));
    }
    return found;
  }
}
