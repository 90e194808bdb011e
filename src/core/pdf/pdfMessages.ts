import { isObject } from '../formats/plainValue';
import { type ForeignAnnotation, readForeignAnnotations } from './foreignAnnotation';
import { isPdfAction, type PdfAction } from './pdfAction';
import { type PdfDraft, readDrafts } from './pdfDraft';
import type { Meaning } from '../annotating/meaning';
import { type PdfMark, type PdfPassage, type PdfRemark, readMarks, readMeanings, readPassage, readRemark } from './pdfMark';
import { type PdfExplanation, readExplanation } from './pdfMeaning';
import { type PdfView, readPdfView } from './pdfView';

/** What the extension tells a page that shows a PDF. */
export type HostMessage =
  /** Show the file of this version, which has so many bytes. */
  | { readonly type: 'open'; readonly version: number; readonly length: number; readonly view?: PdfView | undefined }
  /** Bytes that were asked for; without `bytes` they cannot be read. */
  | { readonly type: 'range'; readonly version: number; readonly begin: number; readonly bytes?: Uint8Array | undefined }
  /** The file is gone, or cannot be read. */
  | { readonly type: 'lost' }
  /** The marks there are; without `meanings` none can be made, as the PDF is no paper's. */
  | { readonly type: 'marks'; readonly marks: readonly PdfMark[]; readonly meanings?: readonly Meaning[] | undefined; readonly tags: readonly string[] }
  /** The answer to `explain`. */
  | { readonly type: 'explained'; readonly request: number; readonly explanation?: PdfExplanation | undefined }
  /** Show a mark's words, or a page. */
  | { readonly type: 'goTo'; readonly mark?: string | undefined; readonly page?: number | undefined }
  | { readonly type: 'run'; readonly action: PdfAction }
  /** Set a mark's place: confirm the words that were found, or take the selected ones. */
  | { readonly type: 'place'; readonly mark: string; readonly how: PlacingWay }
  /** Write these into a copy, each where its words are. */
  | { readonly type: 'write'; readonly drafts: readonly PdfDraft[] };

/** What such a page tells the extension. */
export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'range'; readonly version: number; readonly begin: number; readonly end: number }
  | { readonly type: 'view'; readonly view: PdfView }
  /** The first page can be seen. */
  | { readonly type: 'shown'; readonly pages: number }
  | { readonly type: 'failed'; readonly reason: string }
  | { readonly type: 'addMark'; readonly passage: PdfPassage; readonly remark: PdfRemark }
  | { readonly type: 'changeMark'; readonly id: string; readonly remark: PdfRemark }
  /** The mark is on this passage. */
  | { readonly type: 'placeMark'; readonly id: string; readonly passage: PdfPassage }
  /** Marks whose words are elsewhere in the shown PDF, or not in it. */
  | { readonly type: 'found'; readonly moved: readonly string[]; readonly orphaned: readonly string[] }
  | { readonly type: 'removeMark'; readonly id: string }
  | { readonly type: 'undoMark' }
  /** The answer to `write`: what is to be put after the file's bytes, so many bytes, for a copy that has the drafts. */
  | { readonly type: 'written'; readonly length: number; readonly tail: Uint8Array; readonly count: number; readonly leftOut: number }
  | { readonly type: 'unwritten'; readonly reason: UnwrittenReason }
  /** Make what other readers left in the PDF annotations of its paper. */
  | { readonly type: 'takeOver'; readonly annotations: readonly ForeignAnnotation[] }
  /** What do the words there mean, in this text of a page? */
  | { readonly type: 'explain'; readonly request: number; readonly page: number; readonly text: string; readonly offset: number };

/** `confirm`: the words that were found are the ones; `reattach`: the selected words are. */
export type PlacingWay = 'confirm' | 'reattach';

/** Why no copy was written: nothing of the drafts was found in it, or the PDF is protected, broken or too large. */
export const unwrittenReasons = ['nothing', 'protected', 'broken', 'large'] as const;
export type UnwrittenReason = (typeof unwrittenReasons)[number];

/** More than this is never asked for at once. */
export const mostBytesAtOnce = 16 * 1024 * 1024;

/** No page that people read has more text (signs). */
const longestPage = 1_000_000;

/** @returns the message, its parts checked; undefined where it is none of ours */
export function readHostMessage(value: unknown): HostMessage | undefined {
  if (!isObject(value)) return undefined;
  const { type, version, length, begin, bytes, action, view } = value;
  switch (type) {
    case 'open':
      return isCount(version) && isCount(length) ? { type, version, length, view: readPdfView(view) } : undefined;
    case 'range': {
      const data = asBytes(bytes);
      return isCount(version) && isCount(begin) ? { type, version, begin, bytes: data } : undefined;
    }
    case 'lost':
      return { type };
    case 'marks':
      return { type, marks: readMarks(value.marks), meanings: value.meanings === undefined ? undefined : readMeanings(value.meanings), tags: readTexts(value.tags) };
    case 'explained':
      return isCount(value.request) ? { type, request: value.request, explanation: readExplanation(value.explanation) } : undefined;
    case 'goTo':
      return { type, mark: typeof value.mark === 'string' ? value.mark : undefined, page: isCount(value.page) ? value.page : undefined };
    case 'run':
      return isPdfAction(action) ? { type, action } : undefined;
    case 'place':
      return typeof value.mark === 'string' && (value.how === 'confirm' || value.how === 'reattach') ? { type, mark: value.mark, how: value.how } : undefined;
    case 'write':
      return { type, drafts: readDrafts(value.drafts) };
    default:
      return undefined;
  }
}

/** @returns the message, its parts checked; undefined where it is none of ours */
export function readPageMessage(value: unknown): PageMessage | undefined {
  if (!isObject(value)) return undefined;
  const { type, version, begin, end, pages, reason } = value;
  switch (type) {
    case 'ready':
      return { type };
    case 'range':
      return isCount(version) && isCount(begin) && isCount(end) && begin < end && end - begin <= mostBytesAtOnce ? { type, version, begin, end } : undefined;
    case 'view': {
      const view = readPdfView(value.view);
      return view && { type, view };
    }
    case 'shown':
      return isCount(pages) ? { type, pages } : undefined;
    case 'addMark': {
      const passage = readPassage(value.passage);
      const remark = readRemark(value.remark);
      return passage && remark && { type, passage, remark };
    }
    case 'changeMark': {
      const remark = readRemark(value.remark);
      return typeof value.id === 'string' && remark ? { type, id: value.id, remark } : undefined;
    }
    case 'placeMark': {
      const passage = readPassage(value.passage);
      return passage && typeof value.id === 'string' ? { type, id: value.id, passage } : undefined;
    }
    case 'found':
      return { type, moved: readTexts(value.moved), orphaned: readTexts(value.orphaned) };
    case 'removeMark':
      return typeof value.id === 'string' ? { type, id: value.id } : undefined;
    case 'undoMark':
      return { type };
    case 'written': {
      const { tail, count, leftOut } = value;
      const data = asBytes(tail);
      return data && isCount(value.length) && isCount(count) && isCount(leftOut) ? { type, length: value.length, tail: data, count, leftOut } : undefined;
    }
    case 'unwritten':
      return unwrittenReasons.some((one) => one === reason) ? { type, reason: reason as UnwrittenReason } : undefined;
    case 'takeOver':
      return { type, annotations: readForeignAnnotations(value.annotations) };
    case 'explain': {
      const { request, page, text, offset } = value;
      return isCount(request) && isCount(page) && isCount(offset) && typeof text === 'string' && text.length <= longestPage ? { type, request, page, text, offset } : undefined;
    }
    case 'failed':
      return typeof reason === 'string' ? { type, reason: reason.slice(0, 2000) } : undefined;
    default:
      return undefined;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function readTexts(value: unknown): string[] {
  return (Array.isArray(value) ? value : []).filter((item): item is string => typeof item === 'string');
}

/** Bytes come as an array, or in older versions of VS Code as the buffer under one. */
function asBytes(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;
}
