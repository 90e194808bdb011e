import assert from 'node:assert/strict';
import type { Concept } from '../../../src/core/terms/concept';
import { ConceptSearch } from '../../../src/core/terms/conceptSearch';

function concept(name: string, more: Partial<Concept> = {}): Concept {
  return { id: `t:${name}`, name, synonyms: [], abbreviations: [], xrefs: [], broader: [], terminology: 't', ...more };
}

const search = new ConceptSearch([
  concept('lymphoid leukemia', { abbreviations: ['LL'] }),
  concept('leukemia', { synonyms: ['leukaemia', 'cancer of the blood'], xrefs: ['MESH:D007938'] }),
  concept('leukemoid reaction', { synonyms: ['leukaemoid reaction'], abbreviations: ['LR'] }),
  concept('Ménière disease'),
]);

const names = (query: string, most = 10): string[] => search.find(query, most).map(({ concept: { name }, name: by }) => (by === name ? name : `${name} (${by})`));

describe('conceptSearch', () => {
  it('puts a whole name before a beginning, and that before words inside', () => {
    assert.deepEqual(names('leukemia'), ['leukemia', 'lymphoid leukemia']);
    assert.deepEqual(names('leuk'), ['leukemia', 'leukemoid reaction', 'lymphoid leukemia']);
  });

  it('takes the words in any order, each the beginning of one', () => {
    assert.deepEqual(names('rea leuk'), ['leukemoid reaction']);
    assert.deepEqual(names('eukemia'), []);
  });

  it('says by which of its names a concept was found', () => {
    assert.deepEqual(names('blood'), ['leukemia (cancer of the blood)']);
    assert.deepEqual(names('lr'), ['leukemoid reaction (LR)']);
  });

  it('finds whole ids, in any case, and no parts of them', () => {
    assert.deepEqual(names('mesh:d007938'), ['leukemia (MESH:D007938)']);
    assert.deepEqual(names('MESH:D00'), []);
  });

  it('makes nothing of accents', () => assert.deepEqual(names('meniere'), ['Ménière disease']));

  it('gives nothing for nothing, and no more than asked', () => {
    assert.deepEqual(names(' '), []);
    assert.equal(names('leuk', 2).length, 2);
  });

  it('lists every name with a beginning, ids left out', () => {
    assert.deepEqual(search.beginning('leuk', 10).map(({ name }) => name), ['leukemia', 'leukemoid reaction', 'leukaemia', 'leukaemoid reaction']);
    assert.deepEqual(search.beginning('MESH', 10), []);
  });
});
