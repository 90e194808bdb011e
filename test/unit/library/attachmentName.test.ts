import assert from 'node:assert/strict';
import { attachmentName, ownerOf } from '../../../src/core/library/attachmentName';

describe('attachmentName', () => {
  it('is the paper’s stem with the file’s ending, numbered where that is taken', () => {
    assert.equal(attachmentName('chen1995', 'Full text.pdf', ['chen1995.yaml']), 'chen1995.pdf');
    assert.equal(attachmentName('chen1995', 'x.pdf', ['chen1995.yaml', 'Chen1995.PDF']), 'chen1995-2.pdf');
    assert.equal(attachmentName('chen1995', 'x.pdf', ['chen1995.pdf', 'chen1995-2.pdf', 'chen1995-3.yaml']), 'chen1995-4.pdf');
    assert.equal(attachmentName('a.b', 'README', ['a.b.yaml']), 'a.b');
    assert.equal(attachmentName('a', '.hidden', []), 'a');
  });

  it('tells whose a file is', () => {
    const papers = new Set(['chen1995', 'wang', 'wang-2']);
    assert.deepEqual(['chen1995', 'chen1995-2', 'chen1995-x', 'wang-2', 'wang-3', 'wang-2-2', 'other-2'].map((stem) => ownerOf(stem, papers)), [
      'chen1995', 'chen1995', undefined, 'wang-2', 'wang', 'wang-2', undefined,
    ]);
  });
});
