import assert from 'node:assert/strict';
import { nameBibliography } from '../../../src/core/notes/nameBibliography';
import { parseNote } from '../../../src/core/notes/parseNote';

function named(text: string, path: string): string | undefined {
  const edit = nameBibliography(parseNote(text), path);
  return edit && text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
}

describe('nameBibliography', () => {
  const cases: readonly (readonly [before: string, path: string, after: string | undefined])[] = [
    ['Text.\n', 'refs.bib', '---\nbibliography: refs.bib\n---\n\nText.\n'],
    ['', 'refs.bib', '---\nbibliography: refs.bib\n---\n'],
    ['A\r\nB', 'refs.bib', '---\r\nbibliography: refs.bib\r\n---\r\n\r\nA\r\nB'],
    ['---\ntitle: T # mine\n---\nText.\n', '../a b.bib', '---\ntitle: T # mine\nbibliography: ../a b.bib\n---\nText.\n'],
    ['---\ntitle: T\n...\n', 'x: y.bib', '---\ntitle: T\nbibliography: "x: y.bib"\n...\n'],
    ['---\nbibliography: one.bib # mine\n---\n', 'two.bib', '---\nbibliography: [one.bib, two.bib] # mine\n---\n'],
    ['---\nbibliography: "one.bib"\n---\n', 'two.bib', '---\nbibliography: ["one.bib", two.bib]\n---\n'],
    ['---\nbibliography: [one.bib, "b.bib"]\n---\n', 'two.bib', '---\nbibliography: [one.bib, "b.bib", two.bib]\n---\n'],
    ['---\nbibliography:\n  - one.bib\n  - b.bib # last\ntitle: T\n---\n', 'two.bib', '---\nbibliography:\n  - one.bib\n  - b.bib # last\n  - two.bib\ntitle: T\n---\n'],
    ['---\nbibliography:\n  - one.bib\n  - "b.bib"\ntitle: T\n---\n', 'two.bib', '---\nbibliography:\n  - one.bib\n  - "b.bib"\n  - two.bib\ntitle: T\n---\n'],
    ['---\nbibliography: one.bib\n---\n\nA\n\n---\nbibliography: two.bib\n---\n', 'x.bib', '---\nbibliography: one.bib\n---\n\nA\n\n---\nbibliography: [two.bib, x.bib]\n---\n'],
    ['A\n\n---\ncsl: apa\n---\n', 'x.bib', 'A\n\n---\ncsl: apa\nbibliography: x.bib\n---\n'],
    ['---\nbibliography: one.bib\n---\n', 'one.bib', undefined],
    ['---\ntitle: "no end\n---\n', 'one.bib', undefined],
  ];
  for (const [before, path, after] of cases) {
    it(`in ${JSON.stringify(before)}`, () => {
      const text = named(before, path);
      assert.equal(text, after);
      if (text !== undefined) assert.ok(parseNote(text).frontMatter?.bibliography.includes(path), text);
    });
  }
});
