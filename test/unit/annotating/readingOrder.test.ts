import { deepEqual } from 'node:assert/strict';
import { type Annotation, pageSelector } from '../../../src/core/annotating/annotation';
import { inReadingOrder } from '../../../src/core/annotating/readingOrder';

function on(source: string, start: number, page?: number): Annotation {
  return { id: `${source} ${page ?? ''} ${start}`, motivation: 'highlighting', body: [], target: { source, selector: [...(page === undefined ? [] : [pageSelector(page, [])]), { type: 'TextPositionSelector', start, end: start + 1 }] } };
}

describe('the order of reading', () => {
  it('goes by source, page and place, and by where the words are now', () => {
    const all = [on('b.pdf', 5, 2), on('abstract', 30), on('b.pdf', 90, 1), on('abstract', 4), on('b.pdf', 7, 1), on('a.md', 1), on('title', 3)];
    deepEqual(all.sort((a, b) => inReadingOrder(a, b)).map(({ id }) => id), ['title  3', 'abstract  4', 'abstract  30', 'a.md  1', 'b.pdf 1 7', 'b.pdf 1 90', 'b.pdf 2 5']);
    const [first, second] = [on('abstract', 4), on('abstract', 30)];
    deepEqual(inReadingOrder(first, second, [{ start: 50, end: 51 }, undefined]) > 0, true);
  });
});
