import assert from 'node:assert/strict';
import { stopNames, stopNamesWith } from '../../../../src/core/terms/recognition/stopNames';
import { wordForm } from '../../../../src/core/terms/wordForm';
import { builtInGlossary } from '../builtInGlossary';
import { recogniserOf, said } from './said';

describe('stop names', () => {
  it('stand once each, in whatever spelling', () => {
    const forms = stopNames.map((name) => name.split(' ').map((word) => wordForm(word)).join(' '));
    assert.deepEqual(forms.filter((form, at) => forms.indexOf(form) !== at), []);
    assert.ok(stopNames.every((name) => /^[a-z]+(?: [a-z]+)*$/.test(name)));
  });

  it('pass over themselves', () => {
    const recogniser = recogniserOf(stopNames);
    for (const name of stopNames) assert.deepEqual(said(recogniser, name), [], name);
  });

  it('change as the user says, in any spelling', () => {
    const changed = stopNamesWith([['exercise', true], ['Falls', false], ['never there', false]]);
    assert.deepEqual(changed, [...stopNames.filter((name) => name !== 'fall'), 'exercise']);
    const recogniser = recogniserOf(['exercise', 'falls', 'disease'], { stopNames: changed });
    assert.deepEqual(said(recogniser, 'Exercises; a fall; disease'), ['fall: falls']);
  });

  it('leave the built-in glossary whole', () => {
    const { concepts } = builtInGlossary();
    const recogniser = recogniserOf(concepts);
    for (const { name } of concepts) assert.ok(recogniser.recognise(name).some(({ start, end }) => start === 0 && end === name.length), name);
  });
});
