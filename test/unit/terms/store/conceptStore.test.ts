import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SourceConcept } from '../../../../src/core/terms/readers/conceptSink';
import { sourceOf } from '../../../../src/core/terms/store/byteSource';
import { ConceptStore } from '../../../../src/core/terms/store/conceptStore';
import { sourceConcept, storeFile, storeOf } from './sourceConcepts';

const head = { id: 'hp', name: 'Human Phenotype Ontology', version: '2024-08-13', licence: 'custom', needsLicence: false };

const leukocytosis = sourceConcept('HP:0001974', 'Leukocytosis', {
  synonyms: ['Leucocytosis', 'Ménière 白血球増多'],
  abbreviations: ['LC'],
  inexact: [{ name: 'High white count', scope: 'broad' }, { name: 'HWC', scope: 'related', abbreviation: true }],
  definition: 'More white cells than usual.',
  types: ['Finding', 'Phenotypic abnormality'],
  xrefs: ['UMLS:C0023518', 'MESH:D007964'],
  broader: ['HP:0000118', 'ELSEWHERE:1'],
  relations: [{ type: 'part of', target: 'UBERON:1' }],
});

const concepts = [
  sourceConcept('HP:0000118', 'Phenotypic abnormality', { types: ['Finding', 'Phenotypic abnormality'] }),
  leukocytosis,
  sourceConcept('HP:0000009', 'Old name', { obsolete: true, replacedBy: ['HP:0001974'] }),
];

describe('ConceptStore', () => {
  it('gives back what was written: names at once, all else when asked for', async () => {
    const store = await storeOf(concepts, head);
    assert.deepEqual(store.head, head);
    assert.deepEqual(store.counts, { concepts: 2, obsolete: 1, names: 5, inexact: 2, definitions: 1 });
    const place = store.placeOf('HP:0001974');
    assert.deepEqual(store.conceptAt(place), {
      id: 'HP:0001974', name: 'Leukocytosis', synonyms: ['Leucocytosis', 'Ménière 白血球増多'], abbreviations: ['LC'], type: 'Finding',
      xrefs: [], broader: [], terminology: 'hp',
    });
    assert.equal(store.conceptAt(place), store.conceptAt(place));
    const { definition, types, xrefs, broader, relations, inexact } = leukocytosis;
    assert.deepEqual(await store.details(place), { definition, types, xrefs, broader, relations, inexact, narrower: [], replacedBy: [] });
    assert.deepEqual((await store.details(store.placeOf('HP:0000118')))?.narrower, ['HP:0001974']);
  });

  it('keeps obsolete concepts, and says what to use instead', async () => {
    const store = await storeOf(concepts);
    const place = store.placeOf('HP:0000009');
    assert.deepEqual([0, 1, 2].map((at) => store.isObsolete(at)), [false, false, true]);
    assert.equal(store.conceptAt(place).name, 'Old name');
    assert.deepEqual((await store.details(place))?.replacedBy, ['HP:0001974']);
    assert.equal(store.placeOf('HP:0000010'), -1);
  });

  it('holds nothing at all, and circles', async () => {
    assert.equal((await storeOf([])).size, 0);
    assert.equal((await storeOf([])).placeOf(''), -1);
    const circle = await storeOf([sourceConcept('a', 'A', { broader: ['b', 'a'] }), sourceConcept('b', 'B', { broader: ['a'] })]);
    assert.deepEqual((await circle.details(0))?.narrower, ['a', 'b']);
  });

  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 5 }), fc.constantFrom('ß', '\uFEFFa', '…', '🩺', 'x'.repeat(3000)));
  const texts = fc.array(text, { maxLength: 4 });
  const anyConcept: fc.Arbitrary<SourceConcept> = fc.record(
    {
      id: text, name: text, synonyms: texts, abbreviations: texts, types: texts, xrefs: texts, broader: texts, definition: text,
      inexact: fc.array(fc.record({ name: text, scope: fc.constantFrom('narrow' as const, 'broad' as const, 'related' as const) }, { noNullPrototype: true }), { maxLength: 3 }),
      relations: fc.array(fc.record({ type: text, target: text }, { noNullPrototype: true }), { maxLength: 3 }),
      obsolete: fc.constant(true as const), replacedBy: texts,
    },
    { requiredKeys: ['id', 'name', 'synonyms', 'abbreviations', 'types', 'xrefs', 'broader', 'inexact', 'relations'] },
  );

  it('gives back any concepts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyConcept, { selector: ({ id }) => id, maxLength: 20 }), async (all) => {
        const store = await storeOf(all);
        assert.equal(store.size, all.length);
        for (const concept of all) {
          const place = store.placeOf(concept.id);
          const { id, name, synonyms, abbreviations, type } = store.conceptAt(place);
          assert.deepEqual({ id, name, synonyms, abbreviations, type }, {
            id: concept.id, name: concept.name, synonyms: concept.synonyms, abbreviations: concept.abbreviations, type: concept.types[0],
          });
          const { narrower, ...details } = (await store.details(place)) ?? { narrower: undefined };
          const { definition, types, xrefs, broader, relations, inexact, replacedBy = [] } = concept;
          assert.deepEqual(details, { ...(definition !== undefined && { definition }), types, xrefs, broader, relations, inexact, replacedBy });
          const above = all.flatMap((other) => other.broader.filter((one) => one === id).map(() => other.id));
          assert.deepEqual(narrower, above);
          assert.equal(store.isObsolete(place), concept.obsolete === true);
        }
      }),
    );
  });
});

describe('a terminology’s file', () => {
  const file = storeFile(concepts, head);

  async function faultOf(bytes: Uint8Array): Promise<string> {
    const opening = await ConceptStore.open(sourceOf(bytes));
    return opening.kind === 'fault' ? opening.fault : 'opened';
  }

  it('is told to be damaged or cut short wherever that is, and never throws', async () => {
    for (let end = 0; end < file.length; end++) {
      const fault = await faultOf(file.slice(0, end));
      // The last section's padding is no loss.
      if (fault !== 'cut-short') assert.ok(fault === 'opened' && end >= file.length - 15, `${end}: ${fault}`);
    }
    const details = { definitions: 0, wrong: 0 };
    for (let at = 0; at < file.length; at++) {
      const flipped = file.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << at % 8);
      const opening = await ConceptStore.open(sourceOf(flipped));
      if (opening.kind === 'fault') continue;
      // What is read later is looked at when it is.
      const read = await opening.file.details(1);
      if (!read) details.wrong++;
      else assert.equal(read.definition, leukocytosis.definition);
      assert.deepEqual(opening.file.conceptAt(1).synonyms, leukocytosis.synonyms);
    }
    assert.ok(details.wrong > 0);
  });

  it('is told to be of a newer or older version, or of another kind', async () => {
    const versioned = (version: number) => {
      const other = file.slice();
      new Uint32Array(other.buffer)[1] = version;
      return other;
    };
    assert.equal(await faultOf(versioned(1000)), 'newer');
    assert.equal(await faultOf(versioned(0)), 'older');
    assert.equal(await faultOf(new TextEncoder().encode('id\tname\nHP:1\tLiver')), 'foreign');
    assert.equal(await faultOf(new Uint8Array()), 'cut-short');
  });

  it('is read at any address', async () => {
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    const opening = await ConceptStore.open(sourceOf(shifted.subarray(3)));
    assert.ok(opening.kind === 'opened');
    assert.equal(opening.file.conceptAt(1).name, 'Leukocytosis');
  });

  it('that has gone or shrunk meanwhile gives no details', async () => {
    let gone = false;
    const opening = await ConceptStore.open({ size: file.length, read: (start, end) => Promise.resolve(gone ? new Uint8Array() : file.subarray(start, end)) });
    assert.ok(opening.kind === 'opened');
    gone = true;
    assert.equal(await opening.file.details(1), undefined);
    assert.equal(await opening.file.xrefs(), undefined);
  });
});
