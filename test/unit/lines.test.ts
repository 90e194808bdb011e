import assert from 'node:assert/strict';
import { Lines } from '../../src/core/lines';

describe('Lines', () => {
  it('counts lines as VS Code does', () => {
    const lines = new Lines('a\nb\r\nc\rd');
    const places = [0, 1, 2, 5, 6, 7, 8].map((offset) => lines.at(offset));
    assert.deepEqual(places.map(({ line, character }) => [line, character]), [[0, 0], [0, 1], [1, 0], [2, 0], [2, 1], [3, 0], [3, 1]]);
  });

  it('has one line for an empty text', () => assert.deepEqual(new Lines('').at(0), { line: 0, character: 0 }));
});
