import assert from 'node:assert/strict';
import { problemMessage } from '../../../src/core/problems/messages';

describe('problemMessage', () => {
  it('puts the values in', () => {
    const message = problemMessage({ code: 'citekey-duplicate', severity: 'error', params: { id: 'a', other: 'b.yaml' } });
    assert.equal(message, 'The citekey `a` is also used in b.yaml; notes that cite it may get the wrong paper.');
  });

  it('does not read values as places', () => {
    assert.equal(problemMessage({ code: 'line-ignored', severity: 'warning', params: { line: '{line} $&' } }), 'This line was not understood and is left out: {line} $&');
  });

  it('offers the key that was meant', () => {
    const params = { key: 'sinonyms', known: 'name, synonyms', suggestion: 'synonyms' };
    assert.equal(problemMessage({ code: 'unknown-key', severity: 'warning', params }), '`sinonyms` is not known here. Did you mean `synonyms`?');
  });

  it('leaves the words to the editor’s language', () => {
    const translated = problemMessage({ code: 'file-empty', severity: 'warning', params: {} }, (message) => message.toUpperCase());
    assert.equal(translated, 'THE TEXT IS EMPTY.');
  });
});
