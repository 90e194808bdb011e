import assert from 'node:assert/strict';
import { parseNote } from '../../../src/core/notes/parseNote';
import { setFrontMatterValue } from '../../../src/core/notes/setFrontMatterValue';

function set(text: string, names: readonly string[], value: string): string | undefined {
  const edit = setFrontMatterValue(parseNote(text), names, value);
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe('setFrontMatterValue', () => {
  it('changes the value alone', () => {
    assert.equal(set('---\ntitle: csl: x\ncsl: "vancouver.csl"  # ours\r\nlang: de\n---\n\ncsl: no\n', ['csl'], 'apa'), '---\ntitle: csl: x\ncsl: apa  # ours\r\nlang: de\n---\n\ncsl: no\n');
  });

  it('takes the first name that is there, and quotes what needs it', () => {
    assert.equal(set('---\ncitation-style: x\n---\n', ['csl', 'citation-style'], 'my style.csl'), '---\ncitation-style: "my style.csl"\n---\n');
  });

  it('takes the block that counts', () => {
    assert.equal(set('---\ncsl: a\n---\n\nText\n\n---\ncsl: b\n---\n', ['csl'], 'apa'), '---\ncsl: a\n---\n\nText\n\n---\ncsl: apa\n---\n');
  });

  it('leaves alone what it does not understand', () => {
    assert.equal(set('---\ncsl: |\n  x\n---\n', ['csl'], 'apa'), undefined);
    assert.equal(set('Text\n', ['csl'], 'apa'), undefined);
  });
});
