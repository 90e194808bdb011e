import assert from 'node:assert/strict';
import { likeness } from '../../../src/core/annotating/likeness';
import { Random } from '../../fuzz/random';

/** All of Sellers's table. */
function fewestEdits(text: string, pattern: string): number {
  let column = Array.from({ length: pattern.length + 1 }, (_, row) => row);
  let fewest = pattern.length;
  for (const letter of text) {
    const next = [0];
    for (let row = 1; row <= pattern.length; row += 1) {
      next.push(Math.min((next[row - 1] ?? 0) + 1, (column[row] ?? 0) + 1, (column[row - 1] ?? 0) + (pattern[row - 1] === letter ? 0 : 1)));
    }
    column = next;
    fewest = Math.min(fewest, column[pattern.length] ?? fewest);
  }
  return fewest;
}

describe('likeness', () => {
  it('counts the letters that are the same', () => {
    assert.equal(likeness('a spiking fever', 'spiking'), 1);
    assert.equal(likeness('a spikng fever', 'spiking'), 1 - 1 / 7);
    assert.equal(likeness('a spixxng fever', 'spiking'), 1 - 2 / 7);
    assert.equal(likeness('', 'spiking'), 0);
    assert.equal(likeness('zzz', 'spiking'), 0);
  });

  it('is what all of the table says', () => {
    const random = new Random(3);
    const letters = (most: number, of: string): string => Array.from({ length: 1 + random.below(most) }, () => of[random.below(of.length)]).join('');
    for (let round = 0; round < 3000; round += 1) {
      const pattern = letters(70, round % 2 === 0 ? 'ab' : 'abcdefgh');
      let text = letters(20, 'ab') + pattern + letters(20, 'ab');
      for (let edit = random.below(12); edit > 0; edit -= 1) {
        const at = random.below(text.length + 1);
        text = text.slice(0, at) + letters(2, 'abx') + text.slice(at + random.below(3));
      }
      if (round % 5 === 0) text = letters(90, 'abcdefgh');
      assert.equal(likeness(text, pattern), 1 - fewestEdits(text, pattern) / pattern.length, `${text} ${pattern}`);
    }
  });
});
