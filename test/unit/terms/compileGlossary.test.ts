import assert from 'node:assert/strict';
import { compileGlossary } from '../../../src/core/terms/compileGlossary';

describe('compileGlossary', () => {
  it('lets a term name a broader one of another file', () => {
    const { concepts, mistakes } = compileGlossary([
      { name: 'a.yaml', text: 'terms: [{name: abscess, broader: infection}]' },
      { name: 'b.yaml', text: 'terms: [{name: infection}]' },
    ]);
    assert.deepEqual(mistakes, []);
    assert.deepEqual(concepts.map(({ id, broader }) => [id, broader]), [
      ['casebook:abscess', ['casebook:infection']],
      ['casebook:infection', []],
    ]);
  });

  it('names the file and line of each mistake', () => {
    const { mistakes } = compileGlossary([
      { name: 'a.yaml', text: 'terms:\n  - name: abscess\n    broader: infektion\n  - name: fever\n    typ: Finding' },
      { name: 'b.yaml', text: 'terms: [{name: Abscess}]' },
    ]);
    assert.deepEqual(mistakes.map((mistake) => mistake.split(' ').slice(0, 2).join(' ')), [
      'a.yaml:5: unknown-key',
      'a.yaml:3: broader-unknown',
      'b.yaml: Abscess',
    ]);
  });
});
