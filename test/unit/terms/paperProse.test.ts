import assert from 'node:assert/strict';
import { paperProse } from '../../../src/core/terms/paperProse';

const prose = (text: string): string[] => paperProse(text).map(({ start, end }) => text.slice(start, end));

describe('paperProse', () => {
  it('is the title and the abstract as they stand in the file', () => {
    const text = 'references:\n  - id: a\n    abstract: >-\n      A leukemoid\n      reaction.\n    title: "A title"\n    publisher: Nobody\n';
    assert.deepEqual(prose(text), ['      A leukemoid\n      reaction.\n', 'A title']);
  });

  it('knows a file that is a list', () => assert.deepEqual(prose('- id: a\n  title: A leukemoid\n    reaction\n'), ['A leukemoid\n    reaction']));

  it('is nothing in a file that says nothing or cannot be read', () => {
    assert.deepEqual(prose('references:\n  - id: a\n    title:\n'), []);
    assert.deepEqual(prose('references: [a: {'), []);
    assert.deepEqual(prose(''), []);
  });
});
