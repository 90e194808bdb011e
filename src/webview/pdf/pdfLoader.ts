import { getDocument, InvalidPDFException, PasswordException, PasswordResponses, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfPlaces } from '../../core/pdf/pdfPage';
import type { FileTransport } from './fileTransport';
import { startWorker } from './localWorker';

/** As much of a file as is read at once (bytes): a round to the extension costs more than the bytes. */
const chunk = 256 * 1024;

/** What stopped a PDF from being opened. */
export type LoadFailure = { readonly failure: 'broken' | 'failed'; readonly reason: string };

/** Opens PDFs, on a thread beside the page's. */
export class PdfLoader {
  private readonly worker: Promise<PDFWorker>;

  constructor(private readonly places: PdfPlaces) {
    this.worker = startWorker(places.worker).then((port) => PDFWorker.create({ port } as never));
  }

  /**
   * @param askPassword asked for where the file is protected; told whether one was wrong before
   * @returns the document, or why there is none
   */
  async load(range: FileTransport, askPassword: (wrong: boolean) => Promise<string>): Promise<PDFDocumentProxy | LoadFailure> {
    const { cMaps, fonts, wasm } = this.places;
    const task = getDocument({
      range, length: range.length, rangeChunkSize: chunk, worker: await this.worker,
      // Only what is shown is read.
      disableAutoFetch: true, disableStream: true,
      cMapUrl: cMaps, cMapPacked: true, standardFontDataUrl: fonts, wasmUrl: wasm,
      // The worker has no address of its own to fetch from: the page fetches for it.
      useWorkerFetch: false,
      enableXfa: false,
    } as Parameters<typeof getDocument>[0]);
    task.onPassword = (update: (password: string) => void, reason: number): void => {
      void askPassword(reason === PasswordResponses.INCORRECT_PASSWORD).then(update);
    };
    try {
      return await task.promise;
    } catch (error) {
      const broken = error instanceof InvalidPDFException || error instanceof PasswordException;
      return { failure: broken ? 'broken' : 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }
}
