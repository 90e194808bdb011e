import type { Annotation, Rectangle } from '../../core/annotating/annotation';
import { refind } from '../../core/annotating/refind';
import type { PdfMark } from '../../core/pdf/pdfMark';
import { element } from './element';
import { type PageTexts, rangeIn } from './pageText';
import { type PageView, rectanglesOf, viewOf } from './pageView';
import type { PdfPages } from './pdfPages';

/** A mark, and where its words are in this PDF. */
export interface FoundMark {
  readonly mark: PdfMark;
  readonly state: 'exact' | 'moved' | 'orphaned' | 'whole';
  /** Counted from 1. */
  readonly page: number;
  readonly span?: { readonly start: number; readonly end: number };
}

/** Draws marks over the words they are on, wherever these are by now. */
export class Marks {
  private found: readonly FoundMark[] = [];
  private marks: readonly PdfMark[] = [];
  private finding: Promise<void> = Promise.resolve();

  /** @param onChange told when marks were found */
  constructor(
    private readonly pages: PdfPages,
    private readonly onChange: () => void,
  ) {
    for (const event of ['pagerendered', 'textlayerrendered']) pages.events.on(event, ({ pageNumber }: { pageNumber: number }) => this.draw(pageNumber));
  }

  get all(): readonly FoundMark[] {
    return this.found;
  }

  /** @returns the marks once all of them were looked for */
  async settled(): Promise<readonly FoundMark[]> {
    for (let last: Promise<void> | undefined; last !== this.finding;) {
      last = this.finding;
      await last;
    }
    return this.found;
  }

  /** Takes in the marks there are, or the texts of another PDF. */
  set(marks: readonly PdfMark[], texts: PageTexts | undefined): void {
    this.marks = marks;
    this.finding = (texts ? findMarks(marks, texts) : Promise.resolve([])).then((found) => this.show(marks, found));
  }

  private show(marks: readonly PdfMark[], found: readonly FoundMark[]): void {
    if (marks !== this.marks) return; // others were set meanwhile
    const pages = new Set([...this.found, ...found].map(({ page }) => page));
    this.found = found;
    for (const page of pages) this.draw(page);
    this.onChange();
  }

  /** Finds the marks anew, in another document. */
  refresh(texts: PageTexts | undefined): void {
    this.set([...this.marks], texts);
  }

  /** @returns the marks under a point of the window, the smallest first */
  at(x: number, y: number): FoundMark[] {
    const under = [...document.querySelectorAll<HTMLElement>('.markLayer > *')].filter((box) => {
      const { left, top, right, bottom } = box.getBoundingClientRect();
      return left <= x && x <= right && top <= y && y <= bottom;
    });
    const ids = new Set(under.map(({ dataset }) => dataset['mark']));
    return this.found.filter(({ mark }) => ids.has(mark.id)).sort((a, b) => a.mark.passage.exact.length - b.mark.passage.exact.length);
  }

  /** Shows a mark's words in the middle of the view. */
  reveal(id: string): void {
    const one = this.found.find(({ mark }) => mark.id === id);
    if (!one) return;
    const show = (): boolean => {
      const box = document.querySelector(`.markLayer > [data-mark="${CSS.escape(id)}"]`);
      box?.scrollIntoView({ block: 'center' });
      return box !== null;
    };
    if (show()) return;
    this.pages.goTo(one.page);
    const once = (): void => {
      if (show()) this.pages.events.off('textlayerrendered', later);
    };
    const later = (): void => void requestAnimationFrame(once);
    this.pages.events.on('textlayerrendered', later);
  }

  private draw(page: number): void {
    const view = viewOf(this.pages, page);
    if (!view) return;
    view.div.querySelector('.markLayer')?.remove();
    const here = this.found.filter((one) => one.page === page && one.state !== 'orphaned');
    if (here.length === 0 || !view.div.dataset['loaded']) return;
    const boxes = here.flatMap((one) => this.boxesOf(one, view).map((box) => this.draft(one, box, view)));
    const layer = element('div', { class: 'markLayer' }, ...boxes);
    const text = view.div.querySelector('.textLayer');
    if (text) text.before(layer);
    else view.div.append(layer);
  }

  /** Where the words stand as they did, the kept boxes count; else those of the words that were found. */
  private boxesOf({ mark, state, span, page }: FoundMark, view: PageView): readonly Rectangle[] {
    const { rectangles } = mark.passage;
    if (state !== 'moved' && rectangles.length > 0 && page === mark.passage.page) return rectangles;
    const layer = view.textLayer?.div;
    const range = layer && span && rangeIn(layer, span.start, span.end);
    return range ? rectanglesOf(view, range) : [];
  }

  private draft({ mark, state }: FoundMark, [left, bottom, right, top]: Rectangle, { viewport }: PageView): HTMLElement {
    const [x1 = 0, y1 = 0] = viewport.convertToViewportPoint(left, bottom) as number[];
    const [x2 = 0, y2 = 0] = viewport.convertToViewportPoint(right, top) as number[];
    const box = element('div', { class: ['mark', mark.underlined && 'underlined', state === 'moved' && 'moved', mark.comment && 'commented'].filter(Boolean).join(' '), 'data-mark': mark.id, 'data-words': mark.passage.exact });
    const part = (value: number, whole: number): string => `${((100 * value) / whole).toFixed(3)}%`;
    Object.assign(box.style, {
      left: part(Math.min(x1, x2), viewport.width), top: part(Math.min(y1, y2), viewport.height),
      width: part(Math.abs(x2 - x1), viewport.width), height: part(Math.abs(y2 - y1), viewport.height),
    });
    box.style.setProperty('--mark', mark.color);
    return box;
  }
}

/** Finds each mark on its page; those that are not there any more, in the text of all pages. */
async function findMarks(marks: readonly PdfMark[], texts: PageTexts): Promise<FoundMark[]> {
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
