import assert from 'node:assert/strict';
import { insertCitation } from '../../../src/core/citing/insert';
import { parseNote } from '../../../src/core/notes/parseNote';

/** @param marked a text with `|` where the cursor is */
function inserted(marked: string, ...keys: string[]): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const edit = insertCitation(parseNote(text), offset, keys);
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe('insertCitation', () => {
  const cases: readonly (readonly [before: string, after: string | undefined])[] = [
    ['A fact|.', 'A fact [@k; @a].'],
    ['A fact |.', 'A fact [@k; @a].'],
    ['A fa|ct.', 'A fact [@k; @a].'],
    ['|', '[@k; @a]'],
    ['|Word', '[@k; @a] Word'],
    ['[@a|]', '[@a; @k]'],
    ['[@a]|', '[@a; @k]'],
    ['[@a; @k|]', undefined],
    ['x @a|', 'x @a [@k]'],
    ['x @a [p. 3|] y', 'x @a [p. 3; @k] y'],
    ['{cite:p}`a|`', '{cite:p}`a,k`'],
    ['`co|de` x', '`code` [@k; @a] x'],
    ['[l](http://a|b) c', '[l](http://ab) [@k; @a] c'],
    ['text |(x)', 'text [@k; @a] (x)'],
    ['|# Title', '# [@k; @a] Title'],
    ['- [ ] |t', '- [ ] [@k; @a] t'],
    ['```\nco|de\n```\nx', '```\ncode\n```\n\n[@k; @a]\n\nx'],
    ['---\ntitle: |x\n---\n\nhi', '---\ntitle: x\n---\n\n[@k; @a]\n\nhi'],
    ['---\r\ntitle: |x\r\n---', '---\r\ntitle: x\r\n---\r\n\r\n[@k; @a]'],
  ];
  for (const [before, after] of cases) {
    it(`makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => assert.equal(inserted(before, 'k', 'a'), after));
  }

  it('writes keys that need it in braces', () => assert.equal(inserted('x|', 'a.b.', 'c'), 'x [@{a.b.}; @c]'));

  it('writes what is read as a citation of all the keys, wherever it is asked to', () => {
    const text = '---\na: b\n---\n# T {#x}\n\nA *b* `c` [d](e) [@f] g^[h] $i$\n\n> q\n\n```\nr\n```\n\n- [ ] s\n\n| t |\n|---|\n| u |\n';
    for (let offset = 0; offset <= text.length; offset++) {
      const edit = insertCitation(parseNote(text), offset, ['k1']);
      assert.ok(edit);
      const after = parseNote(text.slice(0, edit.start) + edit.text + text.slice(edit.end));
      const keys = after.citations.flatMap(({ items }) => items.map(({ key }) => key));
      assert.deepEqual([...keys].sort(), ['f', 'k1'], `at ${offset}`);
    }
  });
});
