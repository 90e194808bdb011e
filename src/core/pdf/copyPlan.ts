import { type ForeignAnnotation, foundAmong } from './foreignAnnotation';
import type { PdfDraft, PlacedDraft } from './pdfDraft';
import type { PdfMark } from './pdfMark';

/** A draft, and what it has to do with what is in the PDF already. */
export type PlannedDraft = PdfDraft & Pick<PlacedDraft, 'replaces' | 'parent'>;

/**
 * Says what of a paper's annotations has to be written into a copy of its PDF: what is new, and what was taken over from
 * there and changed since. What others left and the paper has not stays as it is.
 * @param marks the marks whose drafts these are
 * @param foreign what is in the PDF
 */
export function draftsToWrite(drafts: readonly PdfDraft[], marks: readonly PdfMark[], foreign: readonly ForeignAnnotation[]): PlannedDraft[] {
  const taken = new Map(foreign.map((one) => [one.id, one]));
  const isFound = foundAmong(foreign.filter(({ answers }) => answers === undefined));
  const markOf = new Map(marks.map((mark) => [mark.id, mark]));
  // One that was written into the PDF from here has another id when it is read: it is known by what it says.
  const isWrittenFromHere = (id: string): boolean => {
    const mark = markOf.get(id);
    return !taken.has(id) && mark !== undefined && isFound(mark);
  };
  const isSaid = (draft: PdfDraft): boolean => foreign.some(({ answers, comment = '' }) => answers !== undefined && answers === draft.answers && comment === draft.contents.trim());
  return drafts.flatMap((draft): PlannedDraft[] => {
    const { id, answers } = draft;
    const before = taken.get(id);
    if (before) {
      const change = changeOf(draft, before, markOf.get(id));
      return change && before.object !== undefined ? [{ ...draft, replaces: { object: before.object, isRedrawn: change === 'look' } }] : [];
    }
    if (isWrittenFromHere(answers ?? id) || isSaid(draft)) return [];
    const parent = answers === undefined ? undefined : taken.get(answers);
    if (parent && parent.object === undefined) return [];
    return [{ ...draft, ...(parent?.object !== undefined && { parent: parent.object }) }];
  });
}

function changeOf(draft: PdfDraft, before: ForeignAnnotation, mark: PdfMark | undefined): 'look' | 'words' | undefined {
  const isMark = draft.answers === undefined;
  const hasOtherColor = isMark && (before.color !== undefined || draft.subject !== undefined) && draft.color.toLowerCase() !== before.color;
  const hasOtherKind = isMark && before.passage.exact !== '' && draft.kind !== before.kind;
  const isElsewhere = mark !== undefined && (mark.passage.page !== before.passage.page || mark.passage.exact !== before.passage.exact);
  if (hasOtherColor || hasOtherKind || isElsewhere) return 'look';
  return draft.contents.trim() === (before.comment ?? '') ? undefined : 'words';
}
