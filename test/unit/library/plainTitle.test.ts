import assert from 'node:assert/strict';
import { plainTitle } from '../../../src/core/library/plainTitle';

describe('plainTitle', () => {
  it('leaves out the markup that CSL lets titles have', () => {
    assert.equal(plainTitle('<i>Klebsiella</i> and H<sub>2</sub>O\n in <span class="nocase">mL</span>'), 'Klebsiella and H2O in mL');
  });

  it('keeps what is no markup', () => {
    assert.equal(plainTitle('p < 0.05 and a > b in <unknown>'), 'p < 0.05 and a > b in <unknown>');
  });
});
