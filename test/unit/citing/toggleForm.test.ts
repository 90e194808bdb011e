import assert from 'node:assert/strict';
import { toggleCitationForm } from '../../../src/core/citing/toggleForm';
import { parseNote } from '../../../src/core/notes/parseNote';

function toggled(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const edit = toggleCitationForm(parseNote(text), offset);
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe('toggleCitationForm', () => {
  const rounds: readonly (readonly string[])[] = [
    ['So [@a].', 'So @a.', 'So [-@a].', 'So [@a].'],
    ['So [@a, p. 3].', 'So @a [p. 3].', 'So [-@a, p. 3].', 'So [@a, p. 3].'],
    ['So [@a; @b].', 'So @a [@b].', 'So [-@a; @b].', 'So [@a; @b].'],
    ['So [@a, p. 3; see @b].', 'So @a [p. 3; see @b].', 'So [-@a, p. 3; see @b].'],
    ['So [@{a.b}, chap. 2 and on].', 'So @{a.b} [chap. 2 and on].', 'So [-@{a.b}, chap. 2 and on].', 'So [@{a.b}, chap. 2 and on].'],
    ['So [see @a, p. 3].', 'So see @a [p. 3].', 'So see [-@a, p. 3].'],
    ['So @a [see below].', 'So [-@a, see below].'],
    ['So -@a.', 'So [@a].'],
    ['So @a{x}.', 'So [-@a] {x}.'],
  ];
  for (const forms of rounds) {
    it(forms.join(' → '), () => {
      for (const [index, form] of forms.slice(0, -1).entries()) {
        const at = form.search(/@/) + 1;
        assert.equal(toggled(`${form.slice(0, at)}|${form.slice(at)}`), forms[index + 1]);
      }
    });
  }

  it('turns MyST’s roles into one another', () => {
    assert.equal(toggled('So {cite:p}`|a{p. 3},b`.'), 'So {cite:t}`a{p. 3},b`.');
    assert.equal(toggled('So {cite}`|a`.'), 'So {cite:p}`a`.');
  });

  it('keeps to the same works, locators and suffixes', () => {
    const text = 'So [@a, p. 3, and passim; @b, chap. 2].';
    const items = parseNote(text).citations[0]?.items.map(({ key, locator, suffix }) => [key, locator, suffix]);
    const once = toggled(text.replace('@a', '@|a')) ?? '';
    assert.deepEqual(parseNote(once).citations[0]?.items.map(({ key, locator, suffix }) => [key, locator, suffix]), items);
    assert.equal(parseNote(once).citations[0]?.authorInText, true);
  });

  it('does nothing where no citation is', () => assert.equal(toggled('No |one.'), undefined));
});
