import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedStretch } from '../../src/core/changedStretch';

describe('changedStretch', () => {
  it('finds the one place that differs', () => {
    assert.deepEqual(changedStretch('id: chen1995\ntype: book', 'id: chen95\ntype: book'), { span: { start: 8, end: 10 }, newText: '' });
    assert.deepEqual(changedStretch('aa', 'aaa'), { span: { start: 2, end: 2 }, newText: 'a' });
    assert.deepEqual(changedStretch('same', 'same'), { span: { start: 4, end: 4 }, newText: '' });
  });

  it('leads from the first text to the second', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { span, newText } = changedStretch(before, after);
        assert.equal(before.slice(0, span.start) + newText + before.slice(span.end), after);
      }),
    );
  });
});
