import type { Annotation } from '../../core/annotating/annotation';
import { refind } from '../../core/annotating/refind';
import type { PdfMark } from '../../core/pdf/pdfMark';
import type { PageTexts } from './pageText';

/** A mark, and where its words are in this PDF. */
export interface FoundMark {
  readonly mark: PdfMark;
  readonly state: 'exact' | 'moved' | 'orphaned' | 'whole';
  /** Counted from 1. */
  readonly page: number;
  readonly span?: { readonly start: number; readonly end: number };
}

/** Finds each mark on its page; those that are not there any more, in the text of all pages. */
export async function findMarks(marks: readonly PdfMark[], texts: PageTexts): Promise<FoundMark[]> {
  const { count } = texts;
  const found = await Promise.all(marks.map(async (mark): Promise<FoundMark> => {
    const { page, exact } = mark.passage;
    if (page > count) return { mark, state: 'orphaned', page: count };
    if (exact === '') return { mark, state: 'whole', page };
    const [refound] = refind(await texts.of(page), [asAnnotation(mark, mark.passage.start === undefined ? undefined : await texts.startOf(page))]);
    return refound && 'span' in refound ? { mark, state: refound.state, page, span: refound.span } : { mark, state: 'orphaned', page };
  }));
  if (!found.some(({ state }) => state === 'orphaned') || (await texts.startOf(count)) === undefined) return found;
  return Promise.all(found.map((one) => (one.state === 'orphaned' ? findElsewhere(one, texts) : one)));
}

async function findElsewhere(one: FoundMark, texts: PageTexts): Promise<FoundMark> {
  const all = await Promise.all(Array.from({ length: texts.count }, (_, index) => texts.of(index + 1)));
  const [refound] = refind(all.join('\n'), [asAnnotation(one.mark, 0)]);
  if (!refound || !('span' in refound)) return one;
  let start = 0;
  for (const [index, { length }] of all.entries()) {
    if (refound.span.start <= start + length) return { ...one, state: 'moved', page: index + 1, span: { start: refound.span.start - start, end: Math.min(length, refound.span.end - start) } };
    start += length + 1;
  }
  return one;
}

/** @param before where the searched text begins in that of all pages; undefined where that is not known */
function asAnnotation({ id, passage: { exact, prefix, suffix, start } }: PdfMark, before: number | undefined): Annotation {
  const at = start !== undefined && before !== undefined ? start - before : undefined;
  return {
    id, motivation: 'highlighting', body: [],
    target: {
      source: '',
      selector: [{ type: 'TextQuoteSelector', exact, prefix, suffix }, ...(at !== undefined && at >= 0 ? [{ type: 'TextPositionSelector' as const, start: at, end: at + exact.length }] : [])],
    },
  };
}
