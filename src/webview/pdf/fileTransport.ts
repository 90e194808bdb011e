import { PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { joinedBytes } from '../../core/joinedBytes';
import { type HostMessage, mostBytesAtOnce } from '../../core/pdf/pdfMessages';
import type { HostLink } from './hostLink';

/** Gives PDF.js the parts of a file that it asks for, from the extension. */
export class FileTransport extends PDFDataRangeTransport {
  private gone = false;
  /** What was asked for at once, by where it begins, until all parts of it are there. */
  private readonly waiting = new Map<number, { readonly end: number; readonly parts: Uint8Array[]; next: number }>();

  constructor(
    private readonly link: HostLink,
    private readonly version: number,
    length: number,
    private readonly onLost: () => void,
  ) {
    super(length, null);
  }

  override requestDataRange(begin: number, end: number): void {
    this.waiting.set(begin, { end, parts: [], next: begin });
    this.ask(begin, end);
  }

  /** Takes in a part that the extension sent. */
  take({ version, begin, bytes }: HostMessage & { type: 'range' }): void {
    if (this.gone || version !== this.version) return;
    const first = [...this.waiting].find(([, { next }]) => next === begin);
    if (!first) return;
    if (!bytes) {
      this.onLost();
      return;
    }
    const [asked, whole] = first;
    whole.parts.push(bytes);
    whole.next += bytes.length;
    if (whole.next < whole.end) {
      this.ask(whole.next, whole.end);
      return;
    }
    this.waiting.delete(asked);
    this.onDataRange(asked, joinedBytes(whole.parts));
  }

  override abort(): void {
    this.gone = true;
    this.waiting.clear();
  }

  private ask(begin: number, end: number): void {
    this.link.post({ type: 'range', version: this.version, begin, end: Math.min(end, begin + mostBytesAtOnce) });
  }
}
