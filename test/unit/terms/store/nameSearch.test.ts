import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileStores } from '../../../../src/core/terms/compiled/compileStores';
import { openIndex } from '../../../../src/core/terms/compiled/indexFile';
import { StoredSearch } from '../../../../src/core/terms/compiled/storedSearch';
import { ConceptSearch } from '../../../../src/core/terms/conceptSearch';
import { sourceOf } from '../../../../src/core/terms/store/byteSource';
import type { StoreChoice } from '../../../../src/core/terms/compiled/compileStores';
import { inOne, sourceConcept, storeOf } from './sourceConcepts';

async function searchIn(...choices: StoreChoice[]): Promise<StoredSearch> {
  const compiled = await compileStores(choices);
  assert.ok(compiled.kind === 'compiled');
  const opening = await openIndex(sourceOf(inOne(compiled.file)), choices.map(({ store }) => store));
  assert.ok(opening.kind === 'opened');
  return new StoredSearch(opening.concepts);
}

const hpo = [
  sourceConcept('HP:1', 'Leukemoid reaction', { synonyms: ['Leukaemoid reaction'] }),
  sourceConcept('HP:2', 'Reaction', { synonyms: ['Ménière leukemoid'] }),
  sourceConcept('HP:3', 'Leukemia', { broader: ['HP:2'] }),
  sourceConcept('HP:4', 'Old leukemia', { obsolete: true }),
  sourceConcept('HP:5', 'Chronic leukemia', { synonyms: ['leukemia, chronic'], broader: ['HP:2'] }),
];

describe('StoredSearch', () => {
  it('finds concepts by the beginnings of words in any order, the best name first', async () => {
    const search = await searchIn({ store: await storeOf(hpo) });
    const ids = async (query: string, most = 9) => (await search.find(query, most)).map(({ concept, name }) => `${concept.id} ${name}`);
    assert.deepEqual(await ids('leukemia'), ['HP:3 Leukemia', 'HP:5 leukemia, chronic']);
    assert.deepEqual(await ids('rea leuk'), ['HP:1 Leukemoid reaction']);
    assert.deepEqual(await ids('meniere'), ['HP:2 Ménière leukemoid']);
    assert.deepEqual(await ids('leuk', 2), ['HP:3 Leukemia', 'HP:1 Leukemoid reaction']);
    assert.deepEqual(await ids('hp:5'), ['HP:5 HP:5']);
    for (const nothing of ['', ' ', '…', 'eukemia', 'leukemia x']) assert.deepEqual(await ids(nothing), []);
    assert.deepEqual((await search.beginning('chronic', 9)).map(({ name }) => name), ['Chronic leukemia']);
  });

  it('leaves out what a folder does not use, and takes the earlier terminology first', async () => {
    const search = await searchIn({ store: await storeOf([sourceConcept('M:1', 'leukemia')]) }, { store: await storeOf(hpo), branches: ['HP:2'] });
    assert.deepEqual((await search.find('leuk', 9)).map(({ concept }) => concept.id), ['M:1', 'HP:3', 'HP:5', 'HP:2']);
  });

  it('finds obsolete concepts where they are asked for by name', async () => {
    const names = await (await storeOf(hpo)).nameSearch();
    assert.deepEqual(names?.named('OLD leukemia'), [3]);
    assert.deepEqual(names.named('leukemia'), [2]);
    assert.deepEqual(names.named('leuk'), []);
  });

  it('finds what a search through all names one by one finds', async () => {
    const word = fc.constantFrom('liver', 'Live', 'ab', 'abscess', 'IL-6', 'Ménière', 'ß', 'x1', '肝');
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const query = fc.array(fc.oneof(word, fc.constantFrom('l', 'a', 'i', 'x', 'm', '6')), { maxLength: 2 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, fc.array(name, { maxLength: 2 })), { maxLength: 12 }), query, async (entries, typed) => {
        const sources = entries.map(([preferred, synonyms], at) => sourceConcept(`t:${at}`, preferred, { synonyms }));
        const search = await searchIn({ store: await storeOf(sources) });
        const plain = new ConceptSearch(sources.map((one) => ({ ...one, terminology: 'test' })));
        const ids = (found: readonly { concept: { id: string } }[]) => found.map(({ concept: { id } }) => id).sort();
        assert.deepEqual(ids(await search.find(typed, 99)), ids(plain.find(typed, 99)));
        const beginning = new Set(plain.beginning(typed, 999).map(({ concept }) => concept.id));
        // Marks alone begin names for the one, and are no words for the other.
        if (/[\p{L}\p{N}]/u.test(typed)) assert.deepEqual(ids(await search.beginning(typed, 99)), [...beginning].sort());
      }),
    );
  });
});
