import assert from 'node:assert/strict';
import { glossaryCoverage } from '../../../src/core/terms/glossaryCoverage';
import type { FileCounts, TermFileKind } from '../../../src/core/terms/mentionWork';

const file = (kind: TermFileKind, counts: Readonly<Record<string, number>>): FileCounts => ({
  uri: '', kind,
  counts: Object.entries(counts).map(([id, count]) => ({ concept: { id, name: id.slice(id.indexOf(':') + 1), terminology: id.slice(0, id.indexOf(':')) }, count })),
});

describe('glossaryCoverage', () => {
  const files = [
    file('note', { 'glossary:Ward sign': 1, 'casebook:fever': 9, 'casebook:sepsis': 1 }),
    file('note', { 'glossary:mimic': 4, 'casebook:sepsis': 1 }),
    file('paper', { 'glossary:Ward sign': 1, 'casebook:sepsis': 2 }),
  ];

  it('tells used terms with their counts from those that nothing speaks of', () => {
    const { used, unused } = glossaryCoverage(['ward sign', 'mimic', 'never seen'], files);
    assert.deepEqual(used.map(({ concept, mentions, notes, papers }) => [concept.name, mentions, notes, papers]), [['mimic', 4, 1, 0], ['Ward sign', 2, 1, 1]]);
    assert.deepEqual(unused, ['never seen']);
  });

  it('lists what the glossary does not define, by how many texts speak of it', () => {
    const { others } = glossaryCoverage([], files);
    assert.deepEqual(others.map(({ concept, mentions, notes, papers }) => [concept.name, mentions, notes, papers]), [['sepsis', 4, 2, 1], ['fever', 9, 1, 0]]);
  });
});
