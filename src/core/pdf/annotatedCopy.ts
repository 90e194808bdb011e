import { EncryptedPDFError, PDFArray, type PDFContext, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFPageLeaf, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { Rectangle } from '../annotating/annotation';
import { appearanceOf, type Look, quadsOf } from './annotationLook';
import { writePdfDate } from './pdfDate';
import type { PlacedDraft } from './pdfDraft';

/** A PDF is protected: what is added to it would have to be encrypted as it is. */
export class ProtectedPdfError extends Error {}

/** A PDF could not be read, or has not the pages that annotations are on. */
export class BrokenPdfError extends Error {}

interface Leaf {
  readonly node: PDFPageLeaf;
  readonly ref: PDFRef;
}

/** Flags: printed; and of notes that they keep their size and stay upright. */
const printed = 4;
const noteFlags = printed | 8 | 16;
/** The side of a note's icon, and how far from the page's edge one stands that is on the whole page (points). */
const noteSize = 20;
const noteInset = 24;

/**
 * Writes annotations into a PDF as an incremental update: what is to be put after its bytes, of which none changes.
 * @throws a ProtectedPdfError or BrokenPdfError where that cannot be done
 */
export async function annotationsAppended(bytes: Uint8Array, drafts: readonly PlacedDraft[]): Promise<Uint8Array> {
  const pdf = await opened(bytes);
  const leaves = leavesOf(pdf);
  if (drafts.some(({ page }) => page > leaves.length)) throw new BrokenPdfError('There are fewer pages than were shown.');
  const snapshot = pdf.takeSnapshot();
  const refs = new Map(drafts.map(({ id, replaces }) => [id, replaces ? refOf(replaces.object) : pdf.context.nextRef()]));
  for (const [index, { node, ref }] of leaves.entries()) {
    const here = drafts.filter(({ page }) => page === index + 1);
    if (here.length === 0) continue;
    for (const draft of here) {
      const own = refs.get(draft.id) as PDFRef;
      const dict = written(draft, { node, ref }, refs, pdf.context);
      const replaced = draft.replaces && pdf.context.lookupMaybe(own, PDFDict);
      if (draft.replaces && !replaced) throw new BrokenPdfError(`There is no object ${draft.replaces.object}.`);
      if (replaced) change(replaced, dict, draft.replaces?.isRedrawn ?? false);
      else pdf.context.assign(own, dict);
      snapshot.markRefForSave(own);
    }
    const fresh = here.filter(({ replaces }) => !replaces).map(({ id }) => refs.get(id) as PDFRef);
    if (fresh.length === 0) continue;
    const before = node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? [];
    node.set(PDFName.of('Annots'), pdf.context.obj([...before, ...fresh]));
    snapshot.markRefForSave(ref);
  }
  return pdf.saveIncremental(snapshot);
}

async function opened(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
    // What is put after the end goes on from the table of what is before it.
    if (!(pdf.context.pdfFileDetails.prevStartXRef > 0)) throw new Error('It has no end.');
    return pdf;
  } catch (error) {
    throw error instanceof EncryptedPDFError ? new ProtectedPdfError() : new BrokenPdfError(error instanceof Error ? error.message : String(error));
  }
}

function leavesOf(pdf: PDFDocument): Leaf[] {
  const leaves: Leaf[] = [];
  try {
    pdf.catalog.Pages().traverse((node, ref) => node instanceof PDFPageLeaf && leaves.push({ node, ref }));
  } catch (error) {
    throw new BrokenPdfError(error instanceof Error ? error.message : String(error));
  }
  return leaves;
}

function written(draft: PlacedDraft, { node, ref }: Leaf, refs: ReadonlyMap<string, PDFRef>, context: PDFContext): PDFDict {
  const { id, kind, answers, author, subject, contents, created, modified } = draft;
  const rotation = (((node.Rotate()?.asNumber() ?? 0) % 360) + 360) % 360;
  const isNote = kind === 'note' || answers !== undefined;
  const boxes = isNote ? [noteBox(draft.rectangles[0], node, rotation)] : draft.rectangles;
  const look: Look = { kind: isNote ? 'note' : kind, color: colorParts(draft.color), boxes, rotation };
  const { content, box, resources } = appearanceOf(look);
  const appearance = context.register(context.stream(content, { Type: 'XObject', Subtype: 'Form', FormType: 1, BBox: [...box], Resources: resources as never }));
  const parent = draft.parent !== undefined ? refOf(draft.parent) : answers === undefined ? undefined : refs.get(answers);
  const dates = { CreationDate: created === undefined ? undefined : writePdfDate(created), M: writePdfDate(modified ?? created ?? '') };
  const entries = context.obj({
    Type: 'Annot', Subtype: isNote ? 'Text' : subtypes[kind], Rect: [...box], F: isNote ? noteFlags : printed, C: [...look.color],
    AP: { N: appearance }, P: ref, ...(!isNote && { QuadPoints: quadsOf(look) }), ...(isNote && { Name: 'Comment' }), ...(parent && { IRT: parent, RT: 'R' }),
  });
  entries.set(PDFName.of('NM'), PDFHexString.fromText(id));
  for (const [key, text] of Object.entries({ T: author, Subj: subject, Contents: contents || undefined })) if (text !== undefined) entries.set(PDFName.of(key), PDFHexString.fromText(text));
  for (const [key, date] of Object.entries(dates)) if (date !== undefined) entries.set(PDFName.of(key), PDFString.of(date));
  return entries;
}

/** What tells of a mark's words and looks, and what of what is said in it; the mark's name and all else stay. */
const looks = ['Subtype', 'Rect', 'C', 'AP', 'QuadPoints'];
const sayings = ['Contents', 'Subj', 'M'];

/** Makes another reader's annotation what it became here. A drawing keeps its lines, and free text is drawn anew by whoever shows it. */
function change(annotation: PDFDict, by: PDFDict, isRedrawn: boolean): void {
  const subtype = annotation.get(PDFName.of('Subtype'))?.toString().slice(1) ?? '';
  const isOurKind = ['Highlight', 'Underline', 'StrikeOut', 'Squiggly', 'Text'].includes(subtype);
  for (const key of [...sayings, ...(isRedrawn ? (isOurKind ? looks : ['C']) : [])].map((name) => PDFName.of(name))) {
    const value = by.get(key);
    if (value) annotation.set(key, value);
    else if (key === PDFName.of('Contents')) annotation.delete(key);
  }
  annotation.delete(PDFName.of('RC')); // the same, in letters of many kinds
  if (subtype === 'FreeText') annotation.delete(PDFName.of('AP'));
}

function refOf(object: string): PDFRef {
  const [number = 0, generation = 0] = object.split('R').map(Number);
  return PDFRef.of(number, generation);
}

const subtypes = { highlight: 'Highlight', underline: 'Underline', strikeout: 'StrikeOut', note: 'Text' } as const;

/** At the upper left of a place, or at the upper right of the page as it is seen. */
function noteBox(place: Rectangle | undefined, node: PDFPageLeaf, rotation: number): Rectangle {
  if (place) return [place[0], place[3] - noteSize, place[0] + noteSize, place[3]];
  const [left = 0, bottom = 0, right = 612, top = 792] = (node.CropBox() ?? node.MediaBox()).asArray().map((each) => (each instanceof PDFNumber ? each.asNumber() : 0));
  const x = rotation === 90 || rotation === 180 ? left + noteInset : right - noteInset - noteSize;
  const y = rotation === 180 || rotation === 270 ? bottom + noteInset : top - noteInset - noteSize;
  return [x, y, x + noteSize, y + noteSize];
}

/** @returns red, green and blue, each from 0 to 1 */
function colorParts(color: string): readonly [number, number, number] {
  const part = (at: number): number => Math.round((parseInt(color.slice(at, at + 2), 16) / 255) * 1000) / 1000;
  return [part(1), part(3), part(5)];
}
