import * as assert from 'node:assert/strict';
import { linesTogether } from '../../../src/core/pdf/wholeWords';

describe('linesTogether', () => {
  it('takes the end of a line for a space', () => {
    const [one, ...others] = linesTogether('acute kidney\ninjury');
    assert.equal(one?.text, 'acute kidney injury');
    assert.equal(others.length, 0);
    assert.deepEqual(one.original({ start: 6, end: 19 }), { start: 6, end: 19 });
  });

  it('puts words together that a hyphen breaks, and knows where their letters stand', () => {
    const text = 'A leuke-\nmoid reaction with granulo\u2010\ncytosis.';
    const [one] = linesTogether(text);
    assert.equal(one?.text, 'A leukemoid reaction with granulocytosis.');
    for (const words of ['leukemoid reaction', 'granulocytosis', 'leuke', 'moid', 'with', 'cytosis.']) {
      const start: number = one.text.indexOf(words);
      const { start: from, end } = one.original({ start, end: start + words.length });
      assert.equal(text.slice(from, end).replace(/[-\u2010]\n/g, ''), words);
      assert.match(text.slice(from, end), /^\p{L}.*[\p{L}.]$/su, 'no hyphen at its ends');
      assert.equal(one.offsetOf(from), start);
      assert.equal(one.offsetOf(end - 1), start + words.length - 1);
    }
    assert.equal(one.offsetOf(text.indexOf('-')), one.text.indexOf('moid'), 'the hyphen counts as what comes next');
  });

  it('reads them as compounds too', () => {
    const text = 'alpha-\nfetoprotein';
    const [, other] = linesTogether(text);
    assert.equal(other?.text, 'alpha-fetoprotein');
    assert.deepEqual(other.original({ start: 0, end: 17 }), { start: 0, end: text.length });
    assert.equal(other.offsetOf(text.indexOf('f')), 6);
  });

  it('leaves hyphens that break no word', () => {
    assert.equal(linesTogether('HLA-\nB27 and 3-\nyear, pre - \npost')[0]?.text, 'HLA- B27 and 3- year, pre -  post');
  });
});
