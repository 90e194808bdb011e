import assert from 'node:assert/strict';
import { readMetadata } from '../../../src/core/library/metadataFile';

describe('readMetadata', () => {
  const placesIn = (text: string): unknown[] => readMetadata(text).problems.map(({ code, span }) => [code, span && text.slice(span.start, span.end)]);

  it('tells where a file is broken, which then says nothing', () => {
    const text = 'project:\n  type: book\nbibliography: [refs.bib\nformat: html\n';
    assert.deepEqual(placesIn(text), [['yaml-syntax', 'format: html']]);
    assert.deepEqual(readMetadata(text).values, {});
  });

  it('takes the last of two equal keys and tells of it', () => {
    const text = 'bibliography: a.bib\nbibliography: b.bib\n';
    assert.deepEqual(readMetadata(text).values, { bibliography: 'b.bib' });
    assert.deepEqual(placesIn(text).length, 1);
  });

  it('reads a project that has values reckoned by R', () => {
    const { values, problems } = readMetadata('params:\n  n: !expr 2 + 2\n  list: [!expr f(1), b]\nbibliography: refs.bib\n');
    assert.equal(values['bibliography'], 'refs.bib');
    assert.deepEqual(problems, []);
  });

  it('has nothing of what is empty or no map', () => {
    assert.deepEqual(readMetadata(''), { values: {}, problems: [] });
    assert.deepEqual(readMetadata('- a\n').values, {});
  });
});
