import assert from 'node:assert/strict';
import type { Concept } from '../../../../src/core/terms/concept';
import { conceptNamed } from '../concepts';
import { recogniserOf, without } from './said';

const cold: Concept[] = [
  conceptNamed('low temperature', { id: 'MESH:1', terminology: 'mesh', synonyms: ['cold'] }),
  conceptNamed('common cold', { id: 'MESH:2', terminology: 'mesh', synonyms: ['cold', 'acute coryza'] }),
  conceptNamed('cold', { id: 'MESH:3', terminology: 'mesh', synonyms: ['COLD syndrome'] }),
];

function senses(text: string, options: Parameters<typeof recogniserOf>[1] = {}, concepts = cold): string[] {
  return recogniserOf(concepts, options).recognise(text).at(-1)?.concepts.map(({ id }) => id) ?? [];
}

describe('senses', () => {
  it('put the one first whose preferred name it is, then in the order of the terminology', () => assert.deepEqual(senses('cold'), ['MESH:3', 'MESH:1', 'MESH:2']));

  it('put what the document mentions by another name before', () => {
    assert.deepEqual(senses('An acute coryza, a cold'), ['MESH:2', 'MESH:3', 'MESH:1']);
    assert.deepEqual(senses('An acute coryza, a cold', without('senseContext')), ['MESH:3', 'MESH:1', 'MESH:2']);
  });

  it('put what the user chose for a name first, in any spelling, and for that name only', () => {
    const picks = new Map([['cold', 'MESH:1']]);
    assert.deepEqual(senses('acute coryza, Cold', { picks }), ['MESH:1', 'MESH:2', 'MESH:3']);
    assert.deepEqual(senses('acute coryza', { picks }), ['MESH:2']);
  });

  it('put the user’s own concept first', () => {
    const own = conceptNamed('my cold', { id: 'glossary:c', terminology: 'glossary', synonyms: ['cold'] });
    assert.deepEqual(senses('An acute coryza, a cold', {}, [...cold, own]), ['glossary:c', 'MESH:2', 'MESH:3', 'MESH:1']);
  });
});
