import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ForeignAnnotation, takenOverAmong } from '../../core/pdf/foreignAnnotation';
import type { PdfDraft } from '../../core/pdf/pdfDraft';
import type { PageMessage } from '../../core/pdf/pdfMessages';
import type { PdfPageData } from '../../core/pdf/pdfPage';
import { writeCopy } from './copyWriter';
import { filled } from './element';
import { Foreign } from './foreign';
import type { HostLink } from './hostLink';
import type { Marking } from './marking';
import type { Notice } from './notice';
import type { PageTexts } from './pageText';

/** What goes between a PDF and its paper: what others left in it, and the copy that others are given. */
export class Exchange {
  private foreign: Foreign | undefined;
  private pdf: PDFDocumentProxy | undefined;
  private length = 0;
  /** What was asked for before the PDF was there. */
  private readonly waiting: (() => Promise<void>)[] = [];

  constructor(
    private readonly link: HostLink,
    private readonly data: PdfPageData,
    private readonly marking: Marking,
    private readonly notice: Notice,
  ) {}

  /** Takes in another document. @param length of its file, in bytes */
  read(pdf: PDFDocumentProxy | undefined, texts?: PageTexts, length = 0): void {
    this.pdf = pdf;
    this.length = length;
    this.foreign = pdf && texts && new Foreign(pdf, texts);
  }

  /** Whether the PDF is short enough to be looked through unasked. */
  get isSoonRead(): boolean {
    return this.foreign?.isShort ?? false;
  }

  /** Does what was asked for meanwhile, and says that others left something in the PDF that its paper has not. */
  async begin(): Promise<void> {
    const { words } = this.data;
    for (const act of this.waiting.splice(0)) await act();
    const left = this.isSoonRead && this.marking.canMark ? await this.left() : [];
    if (left.length > 0) this.notice.tell(filled(words.foreignFound, left.length), { label: words.takeOver, act: () => void this.takeOver() });
  }

  /** @returns what others left in the PDF, without replies, and without what its paper has */
  async left(): Promise<readonly ForeignAnnotation[]> {
    const { foreign } = this;
    const found = (await foreign?.all().catch(() => undefined)) ?? [];
    const isKnown = takenOverAmong((await this.marking.marks.settled()).map(({ mark }) => mark));
    return foreign === this.foreign ? found.filter((one) => one.answers === undefined && !isKnown(one)) : [];
  }

  /** Hands what others left in the PDF to its paper. */
  async takeOver(): Promise<void> {
    const { foreign } = this;
    if (!foreign) return void this.waiting.push(() => this.takeOver());
    const annotations = await foreign.all();
    if (foreign === this.foreign) this.link.post({ type: 'takeOver', annotations });
  }

  /** Makes a copy that has these. */
  async write(drafts: readonly PdfDraft[]): Promise<void> {
    const { pdf, foreign } = this;
    if (!pdf || !foreign) return void this.waiting.push(() => this.write(drafts));
    this.notice.tell(this.data.words.writing);
    const written = await writeCopy(pdf, this.length, this.data.places.writer, drafts, await this.marking.marks.settled(), await foreign.all())
      .catch((): PageMessage => ({ type: 'unwritten', reason: 'broken' })); // a part that cannot be read any more
    if (pdf !== this.pdf) return;
    this.notice.hush();
    this.link.post(written);
  }
}
