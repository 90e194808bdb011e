import assert from 'node:assert/strict';
import { ShortTexts } from '../../../src/core/formats/shortTexts';
import { Random } from '../../fuzz/random';

describe('ShortTexts', () => {
  it('gives the part of a text that is asked for, whatever was asked for before', () => {
    const texts = new ShortTexts();
    const random = new Random(5);
    const signs = ['a', 'b', 'ÿ', '\0', 'Ā', '’', ' ', '\ud800'];
    for (let round = 0; round < 50_000; round += 1) {
      const text = Array.from({ length: random.below(12) }, () => random.pick(signs)).join('');
      const from = random.below(text.length + 1);
      const to = from + random.below(text.length - from + 1);
      assert.equal(texts.part(text, from, to), text.slice(from, to));
    }
  });
});
