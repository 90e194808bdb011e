import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rectangle } from '../../core/annotating/annotation';
import { draftsToWrite, type PlannedDraft } from '../../core/pdf/copyPlan';
import type { ForeignAnnotation } from '../../core/pdf/foreignAnnotation';
import type { PdfDraft, PlacedDraft } from '../../core/pdf/pdfDraft';
import type { PageMessage } from '../../core/pdf/pdfMessages';
import { boxesOf, type PdfTextItem } from '../../core/pdf/pdfText';
import { startWorker } from './localWorker';
import type { FoundMark } from './findMarks';
import type { WriterAnswer, WriterRequest } from './writerWorker';

/** A larger file (bytes) would be in memory several times over. */
const largest = 300_000_000;

/**
 * Writes drafts into a PDF, each where its mark is.
 * @param length of the file, in bytes
 * @param writer the address of the script that writes, on a thread of its own
 * @param found where the marks are
 * @param foreign what is in the PDF already: of it only what was changed since is written
 * @returns what is told the extension of it
 */
export async function writeCopy(pdf: PDFDocumentProxy, length: number, writer: string, drafts: readonly PdfDraft[], found: readonly FoundMark[], foreign: readonly ForeignAnnotation[]): Promise<PageMessage> {
  if (length > largest) return { type: 'unwritten', reason: 'large' };
  const places = new Map(found.map(({ mark, page, span }) => [mark.id, page * 1e7 + (span?.start ?? 0)]));
  const order = ({ id, answers }: PdfDraft): number => (places.get(answers ?? id) ?? 0) + (answers === undefined ? 0 : 0.5);
  const own = draftsToWrite(drafts, found.map(({ mark }) => mark), foreign).sort((a, b) => order(a) - order(b));
  const placed = (await Promise.all(own.map((draft) => placeOf(draft, found, pdf)))).filter((draft) => draft !== undefined);
  if (placed.length === 0) return { type: 'unwritten', reason: 'nothing' };
  const answer = await ask(await startWorker(writer), { bytes: await pdf.getData(), drafts: placed });
  if ('reason' in answer) return { type: 'unwritten', reason: answer.reason };
  return { type: 'written', length, tail: answer.tail, count: placed.length, leftOut: own.length - placed.length };
}

async function placeOf(draft: PlannedDraft, found: readonly FoundMark[], pdf: PDFDocumentProxy): Promise<PlacedDraft | undefined> {
  const one = found.find(({ mark }) => mark.id === (draft.answers ?? draft.id));
  if (!one || one.state === 'orphaned') return undefined;
  const { page, span, state, mark: { passage } } = one;
  const isKept = state !== 'moved' && page === passage.page && passage.rectangles.length > 0;
  const rectangles = isKept || !span ? passage.rectangles : await boxesOn(pdf, page, span);
  const isOnWords = draft.kind !== 'note' && draft.answers === undefined && draft.replaces?.isRedrawn !== false;
  return isOnWords && rectangles.length === 0 ? undefined : { ...draft, page, rectangles };
}

async function boxesOn(pdf: PDFDocumentProxy, page: number, span: { readonly start: number; readonly end: number }): Promise<readonly Rectangle[]> {
  const { items } = await (await pdf.getPage(page)).getTextContent({ disableNormalization: true });
  return boxesOf(items as PdfTextItem[], span);
}

async function ask(worker: Worker, request: WriterRequest): Promise<WriterAnswer> {
  try {
    return await new Promise<WriterAnswer>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<WriterAnswer>) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage(request, [request.bytes.buffer]);
    });
  } finally {
    worker.terminate();
  }
}
