import assert from 'node:assert/strict';
import { branchesOf, chosen, inOrder, movedBy, putBefore } from '../../../src/core/terms/terminologies/terminologyChoice';
import type { KeptTerminology } from '../../../src/core/terms/terminologies/terminologyFolder';

function kept(id: string, name: string, more: Partial<KeptTerminology> & { readonly branches?: readonly string[] } = {}): KeptTerminology {
  const counts = { concepts: 1, obsolete: 0, names: 1, inexact: 0, definitions: 0 };
  const { branches, ...rest } = more;
  const terminology = { head: { id, name }, counts, format: undefined, source: { kind: 'files' as const, uris: [] }, store: `${id}.store`, added: '2026-11-26', ...(branches && { branches }) };
  return { id, terminology, fault: undefined, ...rest };
}

const mesh = kept('mesh', 'MeSH');
const hp = kept('hp', 'Human Phenotype Ontology', { branches: ['HP:0000118'] });
const doid = kept('doid', 'Disease Ontology');
const idsOf = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);

describe('the choice of terminologies', () => {
  it('has the order of the user, and by name what has no place in it', () => {
    assert.deepEqual(idsOf(inOrder([mesh, hp, doid], [])), ['doid', 'hp', 'mesh']);
    assert.deepEqual(idsOf(inOrder([doid, hp, mesh], ['mesh', 'gone'])), ['mesh', 'doid', 'hp']);
  });

  it('leaves out what is off, and what cannot be used', () => {
    const broken: KeptTerminology = { id: 'ncit', terminology: undefined, fault: 'damaged' };
    const gone = kept('cl', 'Cell Ontology', { fault: 'gone' });
    const all = chosen([mesh, hp, doid, broken, gone], { order: ['hp'], off: new Set(['doid']), branches: { mesh: ['MESH:C'] } });
    assert.deepEqual(all, [
      { id: 'hp', branches: ['HP:0000118'], store: 'hp.store' },
      { id: 'mesh', branches: ['MESH:C'], store: 'mesh.store' },
    ]);
  });

  it('has the branches of the settings before those that a terminology was added with, no branch for all of it', () => {
    assert.deepEqual(branchesOf(hp, {}), ['HP:0000118']);
    assert.deepEqual(branchesOf(hp, { hp: ['HP:0040279'] }), ['HP:0040279']);
    assert.deepEqual(branchesOf(hp, { hp: [] }), []);
    assert.deepEqual(branchesOf(kept('constructor', 'C'), {}), []);
  });

  it('is put in another order', () => {
    const ids = ['a', 'b', 'c', 'd'];
    assert.deepEqual(putBefore(ids, ['d'], 'b'), ['a', 'd', 'b', 'c']);
    assert.deepEqual(putBefore(ids, ['c', 'a'], undefined), ['b', 'd', 'a', 'c']);
    assert.deepEqual(putBefore(ids, ['b'], 'b'), ids);
    assert.deepEqual(movedBy(ids, 'b', -1), ['b', 'a', 'c', 'd']);
    assert.deepEqual(movedBy(ids, 'a', -1), ids);
    assert.deepEqual(movedBy(ids, 'd', 1), ids);
    assert.deepEqual(movedBy(ids, 'x', 1), ids);
  });
});
