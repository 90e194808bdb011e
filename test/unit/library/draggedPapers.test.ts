import assert from 'node:assert/strict';
import { isPaperItem, readDraggedPapers } from '../../../src/core/library/draggedPapers';

describe('readDraggedPapers', () => {
  it('reads what was dragged', () => {
    const dragged = { citekeys: ['chen1995'], uris: ['file:///library/chen1995.yaml'] };
    assert.deepEqual(readDraggedPapers(JSON.stringify(dragged)), dragged);
  });

  it('is not taken in by anything else', () => {
    for (const text of ['', 'null', '[]', '{"citekeys":["a"]}', '{"citekeys":[1],"uris":[]}', '[@chen1995]']) {
      assert.equal(readDraggedPapers(text), undefined);
    }
  });
});

describe('isPaperItem', () => {
  it('tells a paper from other rows', () => {
    assert.equal(isPaperItem({ kind: 'paper', uri: 'file:///a.yaml' }), true);
    assert.equal([undefined, null, 'paper', { kind: 'group', uri: 'x' }, { kind: 'paper' }].some(isPaperItem), false);
  });
});
