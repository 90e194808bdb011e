import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MeaningTable } from '../../../src/core/terms/document/meaningTable';

describe('MeaningTable', () => {
  it('knows what parts mention as they come and go', () => {
    const said = fc.array(fc.record({ meaning: fc.integer({ min: 0, max: 3000 }).map((one) => (one < 2000 ? one % 7 : one)), only: fc.boolean() }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(fc.record({ said, removed: fc.option(fc.nat()) }), { maxLength: 60 }), (changes) => {
        const table = new MeaningTable<number[]>();
        const parts: number[][] = [];
        for (const { said: all, removed } of changes) {
          const part = all.map(({ meaning, only }) => meaning * 2 + Number(only));
          table.add(part, part);
          parts.push(part);
          if (removed === null) continue;
          const [gone] = parts.splice(removed % parts.length, 1);
          if (gone) table.remove(gone, gone);
        }
        for (let meaning = 0; meaning < 3001; meaning++) {
          const having = parts.filter((part) => part.some((one) => one >> 1 === meaning));
          assert.equal(table.isMentioned(meaning), having.length > 0);
          assert.equal(table.isUnmistakable(meaning), parts.some((part) => part.includes(meaning * 2 + 1)));
          const seen: number[][] = [];
          table.some(meaning, (part) => seen.push(part) === 0);
          assert.deepEqual(seen.map((part) => parts.indexOf(part)).sort((a, b) => a - b), having.map((part) => parts.indexOf(part)));
        }
      }),
      { numRuns: 30 },
    );
  });
});
