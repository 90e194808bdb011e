import assert from 'node:assert/strict';
import { check, codes } from './checking';

const issued = (...parts: number[][]): Record<string, unknown> => ({ issued: { 'date-parts': parts } });

describe('checks of dates', () => {
  it('find days that there are not', () => {
    assert.deepEqual(codes(issued([1995, 2, 30])), ['date-impossible']);
    assert.deepEqual(codes(issued([1995, 13])), ['date-impossible']);
    assert.deepEqual(codes(issued([1900, 2, 29])), ['date-impossible']);
    assert.deepEqual(codes(issued([2000, 2, 29])), []);
    assert.deepEqual(codes(issued([1995, 6, 31])), ['date-impossible']);
    // Spring, by EDTF.
    assert.deepEqual(codes(issued([1995, 21])), []);
  });

  it('find the future, though not the next issues', () => {
    assert.deepEqual(codes(issued([2062])), ['date-future']);
    assert.deepEqual(codes(issued([2027, 9])), ['date-future']);
    assert.deepEqual(codes(issued([2027, 2])), []);
    assert.deepEqual(codes(issued([2027])), []);
    assert.deepEqual(codes({ accessed: { 'date-parts': [[2026, 11, 26]] } }), []);
    assert.deepEqual(codes({ accessed: { 'date-parts': [[2026, 12, 1]] } }), ['date-future']);
    assert.deepEqual(codes({ 'event-date': { 'date-parts': [[2030]] } }), []);
  });

  it('find ranges that run backwards', () => {
    assert.deepEqual(check(issued([1996], [1995])).map(({ problem }) => problem.params), [{ field: 'issued', value: '1996/1995' }]);
    assert.deepEqual(codes(issued([1995, 8], [1995])), []);
    assert.deepEqual(codes(issued([1995, 8, 3], [1995, 8, 1])), ['date-range-reversed']);
  });

  it('find years cut short', () => {
    assert.deepEqual(codes(issued([95])), ['year-improbable']);
    assert.deepEqual(codes({ type: 'book', publisher: 'P', ...issued([95]) }), []);
  });
});
