import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyEdits } from '../../../src/core/library/edit/textEdit';
import { addTerm } from '../../../src/core/terms/addTerm';
import type { Concept } from '../../../src/core/terms/concept';
import { readGlossary } from '../../../src/core/terms/glossary';
import { type NewTerm, termFrom } from '../../../src/core/terms/newTerm';

const origin = { uri: 'file:///glossary.yaml', terminology: 'glossary' };

function concept(name: string, more: Partial<Concept> = {}): Concept {
  return { id: `casebook:${name}`, name, synonyms: [], abbreviations: [], xrefs: [], broader: [], terminology: 'casebook', ...more };
}

function added(text: string, term: NewTerm = { name: 'sign', definition: 'Ours.' }): string {
  const result = addTerm(text, term);
  assert.ok(result, 'the text takes no entry');
  const after = applyEdits(text, result.edits);
  assert.ok(after.slice(result.start).startsWith('name:') || after.slice(result.start).startsWith('{'), 'it says where the entry stands');
  return after;
}

describe('newTerm', () => {
  it('adds an entry after the last, and leaves comments, order and line ends alone', () => {
    const before = readFileSync('media/sample/glossary.yaml', 'utf8');
    const after = added(before);
    assert.ok(after.startsWith(before.trimEnd()));
    assert.deepEqual(readGlossary(after, origin).concepts.map(({ name }) => name), ['cytokine-producing tumor', 'mimic', 'sign']);
    assert.equal(added('terms:\r\n- name: a # why\r\n\r\n# end\r\n').replace(/\r\n/g, ''), 'terms:- name: a # why- name: sign  definition: Ours.# end');
  });

  it('begins a glossary that is empty, or has no terms yet', () => {
    for (const before of ['', '# mine\n', 'terms:\n', 'terms: []\n']) {
      const { concepts, problems } = readGlossary(added(before), origin);
      assert.deepEqual(concepts.map(({ name, definition }) => [name, definition]), [['sign', 'Ours.']], before);
      assert.deepEqual(problems, []);
    }
  });

  it('adds to a list in brackets', () => {
    assert.deepEqual(readGlossary(added('terms: [{name: a}]'), origin).concepts.map(({ name }) => name), ['a', 'sign']);
  });

  it('adds nothing to what is no glossary, or broken', () => {
    for (const text of ['- a\n', 'terms: {a: b}\n', 'terms: [', 'words']) assert.equal(addTerm(text, { name: 'sign' }), undefined, text);
  });

  it('writes what YAML would read otherwise in quotes', () => {
    const { concepts } = readGlossary(added('', { name: 'yes: no', definition: '# "quoted" \\ - x', ids: ['MESH:D000001'] }), origin);
    assert.deepEqual([concepts[0]?.name, concepts[0]?.definition], ['yes: no', '# "quoted" \\ - x']);
  });

  it('is filled from a concept, with its preferred name as a synonym where the term has another', () => {
    const fever = concept('fever', { synonyms: ['pyrexia', 'Febrile state'], abbreviations: ['F'], definition: 'Hot.', type: 'Finding', xrefs: ['MESH:D005334', 'no id'] });
    const term = termFrom('pyrexia', { concept: fever, broader: [concept('body temperature')] });
    assert.deepEqual(term, {
      name: 'pyrexia', synonyms: ['fever', 'Febrile state'], abbreviations: ['F'], definition: 'Hot.', type: 'Finding', ids: ['MESH:D005334'], broader: ['body temperature'],
    });
  });

  it('takes the id of another terminology’s concept, and no broader terms that a glossary could not name', () => {
    const fever = concept('Fever', { id: 'HP:0001945', terminology: 'hp', xrefs: ['MESH:D005334'] });
    const term = termFrom('fever', { concept: fever, broader: [concept('Abnormality of body temperature', { terminology: 'hp' })] });
    assert.deepEqual(term, { name: 'fever', definition: '', ids: ['HP:0001945', 'MESH:D005334'] });
  });

  it('has room for a definition where nothing is known', () => assert.deepEqual(termFrom('ward round sign'), { name: 'ward round sign', definition: '' }));
});
