import assert from 'node:assert/strict';
import { withoutEnd, withoutSign } from '../../../src/core/formats/trimSigns';

describe('signs at the ends of a text', () => {
  it('takes signs and white space off the end', () => {
    assert.equal(withoutEnd('World Health Organization, ,\t', ','), 'World Health Organization');
    assert.equal(withoutEnd('a*b', '*'), 'a*b');
    assert.equal(withoutEnd(' ,*', ',*'), '');
  });

  it('takes a sign off both ends, and leaves spaces', () => {
    assert.equal(withoutSign('**a * b* *', '*'), 'a * b* ');
    assert.equal(withoutSign('***', '*'), '');
  });
});
