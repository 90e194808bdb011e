import assert from 'node:assert/strict';
import { semanticGroup } from '../../../src/core/terms/semanticGroup';
import { builtInGlossary } from './builtInGlossary';

describe('semanticGroup', () => {
  it('goes by the semantic type, then by the terminology', () => {
    assert.equal(semanticGroup({ id: 'casebook:x', type: 'Neoplastic Process' }), 'disorder');
    assert.equal(semanticGroup({ id: 'HP:0001945', type: 'Phenotypic abnormality' }), 'finding');
    assert.equal(semanticGroup({ id: 'UBERON:0002107' }), 'anatomy');
    assert.equal(semanticGroup({ id: 'glossary:x' }), 'other');
    assert.equal(semanticGroup({ id: 'no id' }), 'other');
  });

  it('knows nearly all concepts of the built-in glossary', () => {
    const { concepts } = builtInGlossary();
    const others = concepts.filter((concept) => semanticGroup(concept) === 'other');
    assert.ok(others.length < concepts.length * 0.06, `${others.length} of ${concepts.length}: ${[...new Set(others.map(({ type }) => type))].join(', ')}`);
  });
});
