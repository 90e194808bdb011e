import assert from 'node:assert/strict';
import { EditedText } from '../../../src/core/library/edit/editedText';
import { applyEdits } from '../../../src/core/library/edit/textEdit';

/** A series that looks like chance and is the same every time. */
function chance(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

describe('a text edited in steps', () => {
  it('tells edits of the first text that make the last one, whatever the steps', () => {
    const below = chance(7);
    for (let round = 0; round < 300; round += 1) {
      const first = 'abcdefghijklmnopqrstuvwxyz'.slice(0, below(26));
      const edited = new EditedText(first);
      let plain = first;
      for (let step = 0; step < 6; step += 1) {
        const [start, middle, end] = [below(plain.length + 1), below(plain.length + 1), below(plain.length + 1)].sort((one, other) => one - other) as [number, number, number];
        const edits = [{ span: { start, end: start }, newText: 'X'.repeat(below(3)) }, { span: { start: middle, end }, newText: 'Y'.repeat(below(4)) }];
        plain = applyEdits(plain, edits);
        edited.apply(edits);
      }
      const all = edited.edits();
      assert.equal(edited.text, plain);
      assert.equal(applyEdits(first, all), plain);
      assert.ok(all.every(({ span }, index) => span.start >= (all[index - 1]?.span.end ?? 0) && span.end >= span.start));
    }
  });

  it('leaves alone what no edit touched', () => {
    const edited = new EditedText('one two three');
    edited.apply([{ span: { start: 4, end: 7 }, newText: '2' }]);
    edited.apply([{ span: { start: 4, end: 5 }, newText: 'second' }]);
    assert.deepEqual(edited.edits(), [{ span: { start: 4, end: 7 }, newText: 'second' }]);
  });
});
