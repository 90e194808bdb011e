import assert from 'node:assert/strict';
import { raisedPlace } from '../../../src/core/citing/raisedPlace';

const moving = { movesPunctuation: true, intoQuotes: false };
const american = { movesPunctuation: true, intoQuotes: true };

describe('raisedPlace', () => {
  it('takes the space and a line break before it away', () => {
    assert.deepEqual(raisedPlace('seen  ', '. And', moving), { before: 'seen.', lineBreak: '', taken: 1 });
    assert.deepEqual(raisedPlace('seen \r\n', ', and', moving), { before: 'seen,', lineBreak: '\r\n', taken: 1 });
  });

  it('leaves what begins a paragraph where it is', () => {
    for (const before of ['', 'One.\n\n', '# Heading\n', '::: note\n']) assert.equal(raisedPlace(before, ' says', moving).before, before);
  });

  it('stays before punctuation unless it is to be moved', () => {
    assert.deepEqual(raisedPlace('seen ', '. And', { movesPunctuation: false, intoQuotes: true }), { before: 'seen', lineBreak: '', taken: 0 });
  });

  it('puts a full stop into quotation marks where the language wants that, once', () => {
    assert.equal(raisedPlace('said “no” ', '.', american).before, 'said “no.”');
    assert.equal(raisedPlace('said “no” ', '.', moving).before, 'said “no”.');
    assert.deepEqual(raisedPlace('asked “why?” ', '. And', american), { before: 'asked “why?”', lineBreak: '', taken: 1 });
    assert.equal(raisedPlace('said “no” ', '; and', american).before, 'said “no”;');
  });
});
