import assert from 'node:assert/strict';
import { joinRectangles } from '../../../src/core/pdf/joinRectangles';

describe('boxes of words on a PDF’s page', () => {
  it('become one where they stand beside each other on a line', () => {
    assert.deepEqual(joinRectangles([[10, 100, 40, 112], [43, 101, 80, 111]]), [[10, 100, 80, 112]]);
  });

  it('stay apart on different lines', () => {
    assert.deepEqual(joinRectangles([[10, 100, 40, 112], [10, 86, 40, 98]]), [[10, 100, 40, 112], [10, 86, 40, 98]]);
  });

  it('stay apart in different columns', () => {
    assert.deepEqual(joinRectangles([[10, 100, 40, 112], [300, 100, 340, 112]]), [[10, 100, 40, 112], [300, 100, 340, 112]]);
  });

  it('take a raised sign in', () => {
    assert.deepEqual(joinRectangles([[10, 100, 40, 112], [40, 106, 44, 114]]), [[10, 100, 44, 114]]);
  });

  it('are left out where they are empty, and rounded', () => {
    assert.deepEqual(joinRectangles([[10, 100, 10, 112], [10.123456, 100, 40.987, 112]]), [[10.12, 100, 40.99, 112]]);
  });
});
