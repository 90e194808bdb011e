import { unbroken } from '../../core/annotating/unbroken';
import type { PdfWords } from '../../core/pdf/pdfPage';
import type { ForeignAnnotation } from '../../core/pdf/foreignAnnotation';
import { element, filled } from './element';
import type { PlacingWay } from '../../core/pdf/pdfMessages';
import type { FoundMark } from './findMarks';
import { labelOf } from './markLabel';

/** What is listed, and what is done with it. */
export interface MarkList {
  readonly marks: readonly FoundMark[];
  /** What others left in the PDF, and was not taken over. */
  readonly foreign: readonly ForeignAnnotation[];
  readonly canMark: boolean;
  choose(mark: FoundMark): void;
  place(mark: FoundMark, how: PlacingWay): void;
  goTo(foreign: ForeignAnnotation): void;
  takeOver(): void;
}

/** Fills a list with the marks there are, page by page; those whose words are gone stand last, and under them what others left. */
export function showMarks(list: HTMLElement, what: MarkList, words: PdfWords): void {
  list.replaceChildren(...ownMarks(what, words), ...foreignMarks(what, words));
}

function ownMarks({ marks, canMark, choose, place }: MarkList, words: PdfWords): HTMLElement[] {
  if (marks.length === 0) return [element('p', { class: 'none' }, canMark ? words.noMarks : words.noPaper)];
  const order = ({ state, page, span }: FoundMark): number => (state === 'orphaned' ? 1e12 : page * 1e7 + (span?.start ?? 0));
  return [element('ul', { class: 'markList' }, ...marks.toSorted((a, b) => order(a) - order(b)).map((one) => {
    const { mark, state, page } = one;
    const about = [state === 'orphaned' ? words.orphaned : filled(words.page, page), mark.meaning, state === 'moved' && words.moved, ...mark.tags.map((tag) => `#${tag}`)].filter(Boolean).join(' · ');
    const button = element('button', { type: 'button', class: `listed ${state}` },
      element('span', { class: 'exact' }, mark.passage.exact === '' ? words.note : unbroken(mark.passage.exact).replace(/\s+/g, ' ')), ...(mark.comment ? [element('span', { class: 'said' }, mark.comment)] : []), element('span', { class: 'about' }, about));
    button.style.setProperty('--mark', mark.color);
    button.addEventListener('click', () => choose(one));
    const ways = !canMark || (state !== 'moved' && state !== 'orphaned') ? [] : [...(state === 'moved' ? [['confirm', words.confirm] as const] : []), ['reattach', words.reattach] as const];
    return element('li', {}, button, ...ways.map(([how, label]) => {
      const act = element('button', { type: 'button', class: 'secondary', 'aria-label': `${label}: ${labelOf(one, words)}` }, label);
      act.addEventListener('mousedown', (event) => event.preventDefault()); // the selection stays
      act.addEventListener('click', () => place(one, how));
      return act;
    }));
  }))];
}

function foreignMarks({ foreign, canMark, goTo, takeOver }: MarkList, words: PdfWords): HTMLElement[] {
  if (foreign.length === 0) return [];
  const take = element('button', { type: 'button', class: 'secondary' }, words.takeOver);
  take.addEventListener('click', () => takeOver());
  return [
    element('h2', { class: 'foreignTitle' }, filled(words.foreign, foreign.length)), ...(canMark ? [take] : []),
    element('ul', { class: 'markList' }, ...foreign.map((one) => {
      const { passage, comment, author, color } = one;
      const about = [filled(words.page, passage.page), author, passage.exact === '' && words.note].filter(Boolean).join(' · ');
      const button = element('button', { type: 'button', class: 'listed foreign' },
        ...(passage.exact === '' ? [] : [element('span', { class: 'exact' }, unbroken(passage.exact).replace(/\s+/g, ' '))]), ...(comment === undefined ? [] : [element('span', { class: 'said' }, comment)]), element('span', { class: 'about' }, about));
      if (color !== undefined) button.style.setProperty('--mark', color);
      button.addEventListener('click', () => goTo(one));
      return element('li', {}, button);
    })),
  ];
}
