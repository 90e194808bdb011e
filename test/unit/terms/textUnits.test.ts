import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextUnits } from '../../../src/core/terms/textUnits';

describe('TextUnits', () => {
  it('are what the text has, in ASCII and beyond', () => {
    const units = new TextUnits();
    const texts = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('é', 'a€b', '\ud83d', 'x\ud83d\ude00y', 'TNF-α (β)'));
    fc.assert(
      fc.property(texts, fc.nat(5), fc.nat(5), (text, before, after) => {
        const start = Math.min(before, text.length);
        const end = Math.max(start, text.length - after);
        const { all, start: base } = units.read(text, start, end);
        for (let at = start; at < end; at++) assert.equal(all[at - base], text.charCodeAt(at));
      }),
    );
  });
});
