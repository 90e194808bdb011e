import type { Rectangle } from '../../core/annotating/annotation';
import type { PdfMark } from '../../core/pdf/pdfMark';
import type { PdfWords } from '../../core/pdf/pdfPage';
import { element, icon } from './element';
import { findMarks, type FoundMark } from './findMarks';
import { labelOf } from './markLabel';
import { type PageTexts, rangeIn } from './pageText';
import { type PageView, rectanglesOf, viewOf } from './pageView';
import type { PdfPages } from './pdfPages';

/** Draws marks over the words they are on, wherever these are by now. */
export class Marks {
  private found: readonly FoundMark[] = [];
  private marks: readonly PdfMark[] = [];
  private finding: Promise<void> = Promise.resolve();

  /**
   * @param onChange told when marks were found
   * @param onChoice told the mark that is chosen by keyboard
   */
  constructor(
    private readonly pages: PdfPages,
    private readonly words: PdfWords,
    private readonly onChange: () => void,
    private readonly onChoice: (mark: FoundMark) => void,
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
    const under = [...document.querySelectorAll<HTMLElement>('.markLayer [data-mark]')].filter((box) => {
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
      const box = document.querySelector(`.markLayer [data-mark="${CSS.escape(id)}"]`);
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
    const [notes, others] = [here.filter(isOnWholePage), here.filter((one) => !isOnWholePage(one))];
    const layer = element('div', { class: 'markLayer' }, ...others.flatMap((one) => this.boxesOf(one, view).map((box, index) => placedAt(this.box(one, index === 0), box, view))));
    if (notes.length > 0) layer.append(element('div', { class: 'pageNotes' }, ...notes.map((one) => this.note(one))));
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

  /** A mark that is on no place of its page stands in the page's corner. */
  private note(one: FoundMark): HTMLElement {
    const note = this.box(one, true);
    note.append(icon('comment'));
    return note;
  }

  /** @param isFirst the first box of a mark is what keyboard and screen reader meet */
  private box(one: FoundMark, isFirst: boolean): HTMLElement {
    const { mark, state } = one;
    const look = ['mark', mark.underlined && 'underlined', state === 'moved' && 'moved', mark.comment && 'commented', state === 'whole' && 'place'].filter(Boolean).join(' ');
    const attributes = { class: look, 'data-mark': mark.id, 'data-words': mark.passage.exact };
    const box = isFirst ? element('button', { ...attributes, type: 'button', 'aria-label': labelOf(one, this.words) }) : element('div', { ...attributes, 'aria-hidden': 'true' });
    box.style.setProperty('--mark', mark.color);
    box.addEventListener('click', (event) => {
      event.stopPropagation(); // for the page it is a click on no mark
      this.onChoice(one);
    });
    return box;
  }
}

function isOnWholePage({ state, mark }: FoundMark): boolean {
  return state === 'whole' && mark.passage.rectangles.length === 0;
}

function placedAt(box: HTMLElement, [left, bottom, right, top]: Rectangle, { viewport }: PageView): HTMLElement {
  const [x1 = 0, y1 = 0] = viewport.convertToViewportPoint(left, bottom) as number[];
  const [x2 = 0, y2 = 0] = viewport.convertToViewportPoint(right, top) as number[];
  const part = (value: number, whole: number): string => `${((100 * value) / whole).toFixed(3)}%`;
  Object.assign(box.style, {
    left: part(Math.min(x1, x2), viewport.width), top: part(Math.min(y1, y2), viewport.height),
    width: part(Math.abs(x2 - x1), viewport.width), height: part(Math.abs(y2 - y1), viewport.height),
  });
  return box;
}
