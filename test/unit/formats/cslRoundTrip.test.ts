import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cslTypes, dateVariables, nameVariables, textVariables } from '../../../src/core/formats/cslTypes';
import { formatById } from '../../../src/core/formats/registry';
import type { CslItem } from '../../../src/core/library/record';
import { readCases } from '../../support/readCases';

const text = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('1e3', '010', 'no', 'null', '~', '2004-01-01', '- a', 'a: b', '"', "'", '#', '|\n a', '{', '[', '*a', '&a', '%', '@', '`', 'a\nb', ' a ', 'a\tb', '12:30', '=', '<<'));
const name = fc.oneof(
  fc.record({ family: text, given: text }), fc.record({ literal: text }), fc.record({ family: text, given: text, suffix: text, 'non-dropping-particle': text, 'dropping-particle': text }),
);
const year = fc.integer({ min: -999, max: 9999 });
const day = fc.oneof(fc.tuple(year), fc.tuple(year, fc.integer({ min: 1, max: 12 })), fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })));
const date = fc.oneof(fc.array(day, { minLength: 1, maxLength: 2 }).map((parts) => ({ 'date-parts': parts })), fc.record({ literal: text }), fc.record({ 'date-parts': day.map((only) => [only]), circa: fc.constant(true) }));

/** Any record at all: every CSL variable, with texts that YAML could take for something else. */
const record: fc.Arbitrary<CslItem> = fc.record({
  type: fc.constantFrom(...cslTypes),
  texts: fc.dictionary(fc.constantFrom(...textVariables), text, { maxKeys: 6 }),
  names: fc.dictionary(fc.constantFrom(...nameVariables), fc.array(name, { minLength: 1, maxLength: 3 }), { maxKeys: 3 }),
  dates: fc.dictionary(fc.constantFrom(...dateVariables), date, { maxKeys: 2 }),
}).map(({ type, texts, names, dates }) => JSON.parse(JSON.stringify({ id: 'key', type, ...texts, ...names, ...dates })) as CslItem);

const cases = readCases();
/** Records of a case; the largest have a thousand of one kind. */
const most = 60;

for (const id of ['csl-json', 'csl-yaml']) {
  const format = formatById(id);
  const again = (records: readonly CslItem[]): unknown => format?.read?.(format.write?.(records) ?? '').records;

  describe(`writing ${id}`, () => {
    it('loses nothing of any record', () => {
      fc.assert(fc.property(record, (item) => {
        assert.deepEqual(again([item]), [item]);
      }), { numRuns: 300 });
    });

    (cases ? it : it.skip)('loses nothing of what we read from any format', () => {
      for (const { format: from, name: what, records } of cases ?? []) {
        const some = JSON.parse(JSON.stringify(records.slice(0, most))) as CslItem[];
        assert.deepEqual(again(some), some, `${from} ${what}`);
      }
    });
  });
}
