import type { PdfWords } from '../../core/pdf/pdfPage';
import { element, filled } from './element';
import type { FoundMark } from './marks';

/** Fills a list with the marks there are, page by page; those whose words are gone stand last. */
export function showMarks(list: HTMLElement, marks: readonly FoundMark[], words: PdfWords, canMark: boolean, choose: (mark: FoundMark) => void): void {
  if (marks.length === 0) {
    list.replaceChildren(element('p', { class: 'none' }, canMark ? words.noMarks : words.noPaper));
    return;
  }
  const order = ({ state, page, span }: FoundMark): number => (state === 'orphaned' ? 1e12 : page * 1e7 + (span?.start ?? 0));
  list.replaceChildren(element('ul', { class: 'markList' }, ...marks.toSorted((a, b) => order(a) - order(b)).map((one) => {
    const { mark, state, page } = one;
    const about = [state === 'orphaned' ? words.orphaned : filled(words.page, page), mark.meaning, state === 'moved' && words.moved, ...mark.tags.map((tag) => `#${tag}`)].filter(Boolean).join(' · ');
    const button = element('button', { type: 'button', class: `listed ${state}` },
      element('span', { class: 'exact' }, mark.passage.exact.replace(/\s+/g, ' ')), ...(mark.comment ? [element('span', { class: 'said' }, mark.comment)] : []), element('span', { class: 'about' }, about));
    button.style.setProperty('--mark', mark.color);
    button.addEventListener('click', () => choose(one));
    return element('li', {}, button);
  })));
}
