import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import { readGlossary } from '../../../src/core/terms/glossary';
import { curiePattern, definitionLimit, glossaryKeys, nameLimit, termKeys } from '../../../src/core/terms/glossaryKeys';
import { accepts, type Schema } from './jsonSchema';

const schema = JSON.parse(readFileSync(path.resolve(__dirname, '../../../media/schemas/glossary.schema.json'), 'utf8')) as Schema;

describe('the glossary’s JSON schema', () => {
  const term = schema.definitions?.['term']?.properties ?? {};

  it('knows the same keys, limits and ids as the reader', () => {
    assert.deepEqual(Object.keys(schema.properties ?? {}), [...glossaryKeys]);
    assert.deepEqual(Object.keys(term), [...termKeys]);
    assert.equal(term['name']?.maxLength, nameLimit);
    assert.equal(term['definition']?.maxLength, definitionLimit);
    assert.equal(schema.definitions?.['curie']?.pattern, curiePattern.source);
  });

  it('describes every key', () => {
    for (const [key, { description }] of Object.entries(term)) assert.ok(description, key);
  });

  // JSON is YAML, so one value serves both.
  const odd = fc.constantFrom(null, 5, true, '', ' ', 'a', {}, [], [[]], [null], ['a', 'b'], 'MESH:D1', ['MESH:D1'], ['D1', 'b: c'], 'x'.repeat(201), { name: 'a' });
  const entry = fc.oneof(
    odd,
    fc.record(Object.fromEntries([...termKeys, 'colour'].map((key) => [key, odd])), { requiredKeys: [] }),
    fc.record({ name: fc.string({ minLength: 1, maxLength: 9 }), definition: odd, ids: odd }, { requiredKeys: ['name'] }),
  );
  const file = fc.oneof(odd, fc.record({ terms: fc.oneof(odd, fc.array(entry, { maxLength: 3 })) }, { requiredKeys: [] }));

  it('accepts what the reader reads without a problem, and nothing else', () => {
    fc.assert(
      fc.property(file, (value) => {
        const { problems } = readGlossary(JSON.stringify(value), { uri: 'glossary.yaml', terminology: 'glossary' });
        const own = problems.filter(({ code }) => code !== 'term-duplicate');
        assert.equal(accepts(schema, value), own.length === 0, JSON.stringify(own));
      }),
      { numRuns: 1000 },
    );
  });
});
