import assert from 'node:assert/strict';
import { readGlossary } from '../../../src/core/terms/glossary';
import { mergeTerminologies } from '../../../src/core/terms/mergeTerminologies';
import { resolveBroader } from '../../../src/core/terms/resolveBroader';

function concepts(terminology: string, text: string) {
  return resolveBroader(readGlossary(text, { uri: terminology, terminology }), []).concepts;
}

const builtIn = concepts(
  'casebook',
  `terms:
  - {name: leukocytosis, synonyms: [high white count]}
  - {name: leukemoid reaction, synonyms: [leukemoid state], abbreviations: [LR], definition: Built in., ids: [MESH:D007955], broader: leukocytosis}`,
);

describe('mergeTerminologies', () => {
  it('lets the user’s entry win field by field, and keeps the id', () => {
    const [own, ...rest] = mergeTerminologies(builtIn, concepts('glossary', 'terms: [{name: Leukemoid Reaction, definition: Mine., synonyms: [x]}]'));
    assert.deepEqual(own, {
      id: 'casebook:leukemoid-reaction',
      name: 'Leukemoid Reaction',
      synonyms: ['x', 'leukemoid reaction'],
      abbreviations: ['LR'],
      definition: 'Mine.',
      xrefs: ['MESH:D007955'],
      broader: ['casebook:leukocytosis'],
      terminology: 'glossary',
      source: { uri: 'glossary', span: own?.source?.span },
    });
    assert.deepEqual(rest.map(({ name }) => name), ['leukocytosis']);
  });

  it('knows a built-in concept by its synonym, and by its name among the user’s synonyms', () => {
    const [byName, bySynonym] = mergeTerminologies(
      builtIn,
      concepts('glossary', 'terms: [{name: leukemoid state}, {name: WBC up, synonyms: [Leukocytosis]}]'),
    );
    assert.equal(byName?.id, 'casebook:leukemoid-reaction');
    assert.deepEqual(byName.synonyms, ['leukemoid reaction']);
    assert.equal(bySynonym?.id, 'casebook:leukocytosis');
  });

  it('takes concepts for different that share an abbreviation only', () => {
    const merged = mergeTerminologies(builtIn, concepts('glossary', 'terms: [{name: likelihood ratio, abbreviations: [LR]}, {name: LR}]'));
    assert.equal(merged.length, 4);
  });

  it('follows the user’s links to what took a built-in id', () => {
    const merged = mergeTerminologies(builtIn, concepts('glossary', 'terms: [{name: leukocytosis}, {name: mine, broader: leukocytosis}]'));
    assert.deepEqual(merged.find(({ name }) => name === 'mine')?.broader, ['casebook:leukocytosis']);
  });
});
