import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileStores } from '../../../../src/core/terms/compiled/compileStores';
import { openIndex } from '../../../../src/core/terms/compiled/indexFile';
import type { SourceConcept } from '../../../../src/core/terms/readers/conceptSink';
import { sourceOf } from '../../../../src/core/terms/store/byteSource';
import { inOne, sourceConcept, storeOf } from '../store/sourceConcepts';

/** The concepts of terminologies that mean the same as another one, in groups, by their ids. */
async function groupsOf(...terminologies: SourceConcept[][]): Promise<string[]> {
  const stores = await Promise.all(terminologies.map((concepts) => storeOf(concepts)));
  const compiled = await compileStores(stores.map((store) => ({ store })));
  assert.ok(compiled.kind === 'compiled');
  const opening = await openIndex(sourceOf(inOne(compiled.file)), stores);
  assert.ok(opening.kind === 'opened');
  const groups = new Map<number, string[]>();
  for (let place = 0; place < opening.index.size; place++) {
    const meaning = opening.index.meaningOf(place);
    groups.set(meaning, [...(groups.get(meaning) ?? []), opening.index.idAt(place)]);
  }
  return [...groups.values()].filter(({ length }) => length > 1).map((ids) => ids.join(' '));
}

const concept = (id: string, xrefs: string[] = [], name = id) => sourceConcept(id, name, { xrefs });

describe('meanings', () => {
  it('are shared along cross-references, of either side, and over a third terminology', async () => {
    assert.deepEqual(await groupsOf([concept('HP:1', ['MESH:1'])], [concept('MESH:1')], [concept('DOID:1', ['HP:1'])]), ['HP:1 MESH:1 DOID:1']);
    assert.deepEqual(await groupsOf([concept('HP:1', ['UMLS:7'])], [concept('MESH:1', ['UMLS:7'])]), ['HP:1 MESH:1']);
    assert.deepEqual(await groupsOf([concept('HP:1', ['UMLS:7'])], [concept('MESH:1', ['UMLS:8'])]), []);
  });

  it('are shared by concepts of the same id', async () => {
    assert.deepEqual(await groupsOf([concept('UBERON:1')], [concept('UBERON:1')]), ['UBERON:1 UBERON:1']);
  });

  it('are not shared over papers, nor over classes that are wide', async () => {
    assert.deepEqual(await groupsOf([concept('HP:1', ['PMID:7', 'ICD10:C34'])], [concept('MESH:1', ['PMID:7', 'ICD10:C34'])]), []);
  });

  it('never hold two concepts of one terminology', async () => {
    assert.deepEqual(await groupsOf([concept('HP:1', ['MESH:1']), concept('HP:2', ['MESH:1'])], [concept('MESH:1')]), []);
    // By way of a third: HP:1 = MESH:1 = DOID:1 = HP:2
    const chain = await groupsOf([concept('HP:1', ['MESH:1']), concept('HP:2')], [concept('MESH:1', ['DOID:1'])], [concept('DOID:1', ['HP:2'])]);
    assert.deepEqual(chain, ['HP:1 MESH:1 DOID:1']);
  });

  it('of several that could be, are those of the same name', async () => {
    const groups = await groupsOf([concept('HP:1', ['MESH:1'], 'Anémia'), concept('HP:2', ['MESH:1'], 'iron lack')], [concept('MESH:1', [], 'anemia')]);
    assert.deepEqual(groups, ['HP:1 MESH:1']);
  });

  it('are surest where both refer to each other', async () => {
    const groups = await groupsOf([concept('HP:1', ['MESH:1']), concept('HP:2', ['MESH:1'])], [concept('MESH:1', ['HP:2'])]);
    assert.deepEqual(groups, ['HP:2 MESH:1']);
  });

  it('whatever refers to what, hold at most one concept of each terminology', async () => {
    const ids = ['A', 'B', 'C'].map((prefix) => [1, 2, 3, 4].map((at) => `${prefix}:${at}`));
    const xref = fc.constantFrom(...ids.flat(), 'UMLS:1', 'UMLS:2');
    const terminology = (names: readonly string[]) => fc.tuple(...names.map((id) => fc.array(xref, { maxLength: 3 }).map((xrefs) => concept(id, xrefs))));
    await fc.assert(
      fc.asyncProperty(fc.tuple(...ids.map(terminology)), async (terminologies) => {
        for (const group of await groupsOf(...terminologies)) {
          const prefixes = group.split(' ').map((id) => id.charAt(0));
          assert.equal(new Set(prefixes).size, prefixes.length, group);
        }
      }),
    );
  });
});
