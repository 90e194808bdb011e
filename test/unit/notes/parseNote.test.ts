import assert from 'node:assert/strict';
import { parseNote } from '../../../src/core/notes/parseNote';

/** `A(key, page 3, suffix)` for author-in-text, `N` in brackets, `S` without the author. */
function cited(text: string): string {
  return parseNote(text)
    .citations.map(({ items, authorInText }) =>
      items
        .map(({ key, locator, prefix, suffix, suppressAuthor }, index) => {
          const mode = suppressAuthor ? 'S' : authorInText && index === 0 ? 'A' : 'N';
          const place = locator ? ` <${locator.label} ${locator.value}>` : '';
          return `${mode} ${prefix && `${prefix} `}@${key}${place}${suffix}`;
        })
        .join('; '),
    )
    .join(' | ');
}

function prose(text: string): string[] {
  return parseNote(text).prose.map(({ start, end }) => text.slice(start, end));
}

describe('parseNote', () => {
  const grammar: readonly (readonly [text: string, expected: string])[] = [
    ['@a.b. @a--b @https://x.org/a @a:', 'A @a.b | A @a | A @https://x.org/a | A @a'],
    ['@{a.b.} @{a}x @{} @{a b}', 'A @a.b. | A @a'],
    ['é@b me@a.com \\@c \\[@d]', 'A @d'],
    ['@Ä1 @*', 'A @Ä1'],
    ['[@a; foo]', 'A @a'],
    ['[see; @a]', 'A @a'],
    ['[see [@a] foo]', 'N @a'],
    ['[[@a]]', 'N @a'],
    ['[@a][@b]', 'A @a | N @b'],
    ['[@a](x) [@a]{.x} [@a] (x) [@a]{x}', 'A @a | A @a | N @a | N @a'],
    ['[@a [see @b]]', 'N @a [see @b] | N see @b'],
    ['[@a, @b]', 'N @a, @b | A @b'],
    ['a --@a ---@b x-@c -@d', 'A @a | A @b | A @c | S @d'],
    ['@a [^1] and ^[@b]', 'A @a | A @b'],
    ['@a [foo]\n\n[foo]: http://x', 'A @a'],
    ['@a [p. 3](x)', 'A @a'],
    ['@a\n\n[p. 3]', 'A @a'],
    ['[foo]: http://x/@b "t"', ''],
    ['[@fig-1; @c] @tbl-2 [@sec-3]', 'N @c'],
    ['<div>\n@a\n</div>\n\n<pre>\n@b\n</pre>\n\n<!-- @c\n\n@d -->', 'A @a'],
    ['[@a, XVI] [@a, p. iv] [@a, Table 2]', 'N @a, XVI | N @a <page iv> | N @a, Table 2'],
    ['[@a 34(1)(i), sqq.]', 'N @a <page 34(1)(i)>, sqq.'],
    ['[@a, {p. 3} x] [@a{}, 9]', 'N @a <page 3> x | N @a, 9'],
    ['{{< cite @a >}} [@b]', 'N @b'],
  ];
  for (const [text, expected] of grammar) {
    it(`reads ${JSON.stringify(text)}`, () => assert.equal(cited(text), expected));
  }

  it('gives places in UTF-16 units, over line breaks of either kind and emoji', () => {
    const text = '😀 ok\r\n\r\nSee [e.g. @a,\r\np. 3] and -@{b}.';
    const [first, second] = parseNote(text).citations;
    assert.equal(text.slice(first?.span.start, first?.span.end), '[e.g. @a,\r\np. 3]');
    assert.equal(text.slice(first?.items[0]?.keySpan.start, first?.items[0]?.keySpan.end), '@a');
    assert.deepEqual(first?.items[0]?.locator, { label: 'page', value: '3' });
    assert.equal(text.slice(second?.span.start, second?.span.end), '-@{b}');
  });

  it('takes running words for prose, and nothing else', () => {
    assert.deepEqual(prose('# **Leukemoid** reaction {#sec-a}\n\nIn `code` or $x$ at https://a.b/c by me@x.org, see [text](http://x "t").'), [
      '**Leukemoid** reaction', 'In', 'or', 'at', 'by', ', see [text]', 
    ]);
    assert.deepEqual(prose('```\ncode\n```\n\n    code\n\n<!-- no -->\n\n::: {.note}\nyes\n:::\n\n| a | `b` |\n|---|---|\n| c | d |'), ['yes', 'a', 'c', 'd']);
    assert.deepEqual(prose('One paragraph\nover two lines[^1].\n\n[^1]: A *note* [@key].'), ['One paragraph\nover two lines', 'A *note* [']);
  });

  it('tells where nothing may be written', () => {
    const text = '---\ntitle: x\n---\n\n`a` [b](c)\n\n```\nd\n```\n';
    assert.deepEqual(parseNote(text).verbatim.map(({ start, end }) => text.slice(start, end)), [
      '---\ntitle: x\n---', '`a`', '(c)', '```\nd\n```',
    ]);
  });

  it('reads front matter', () => {
    const { frontMatter } = parseNote('---\nbibliography: [a.bib, b.yaml]\ncsl: apa.csl\nlang: de\nnocite: |\n  @x, @{y.}, @*\nreferences:\n- id: z\n---\n@a');
    assert.deepEqual(frontMatter?.bibliography, ['a.bib', 'b.yaml']);
    assert.equal(frontMatter?.csl, 'apa.csl');
    assert.equal(frontMatter?.lang, 'de');
    assert.deepEqual(frontMatter?.nocite, ['x', 'y.', '*']);
    assert.deepEqual(frontMatter?.references, [{ id: 'z' }]);
  });

  it('loses neither the note nor its bibliography to broken front matter', () => {
    const note = parseNote('---\ntitle: [a: b: c\nbibliography:\n  - refs.bib\ncsl: "x.csl"\n---\n\nSee @a.');
    assert.deepEqual(note.frontMatter?.bibliography, ['refs.bib']);
    assert.equal(note.frontMatter?.csl, 'x.csl');
    assert.equal(note.frontMatter?.problems[0]?.code, 'yaml-syntax');
    assert.equal(note.citations.length, 1);
  });

  it('takes a rule at the beginning for no front matter', () => {
    assert.equal(parseNote('---\n\nText @a\n\n---\n').frontMatter, undefined);
    assert.equal(parseNote('---\nno end').frontMatter, undefined);
  });

  it('sees what pandoc (3.10, asked) sees at the beginning of a footnote: a citation, or with a full stop an item of an example list', () => {
    const keys = (text: string) => parseNote(text).citations.flatMap(({ items }) => items.map(({ key }) => key));
    assert.deepEqual(keys('A[^1].\n\n[^1]: @old says so.\n'), ['old']);
    assert.deepEqual(keys('A[^1].\n\n[^1]: See @old.\n'), ['old']);
    assert.deepEqual(keys('A[^1].\n\n[^1]: @old.\n'), []);
    assert.deepEqual(keys('A[^1] and @old.\n\n[^1]: @old. says\n'), []); // a reference to that item
  });

  it('takes time in proportion to the length, whatever stands in it', function () {
    this.timeout(60_000);
    const pieces = ['[@a ', '[@a;', '@{', '[[@a]', '@a [', '](', '[a](b ', '{{<', '*a]', '_a*b', '$a ', '<a ', 'a://', '[^1]: ', ': ', '(@a) '];
    const timed = (text: string) => {
      const runs = [1, 2].map(() => {
        const started = performance.now();
        parseNote(text);
        return performance.now() - started;
      });
      return Math.min(...runs);
    };
    for (const piece of pieces) {
      const short = timed(piece.repeat(20_000 / piece.length));
      const long = timed(piece.repeat(80_000 / piece.length));
      // Four times as long may take four times the time, not sixteen times; the rest is for a busy machine.
      assert.ok(long < 9 * short + 500, `${JSON.stringify(piece)}: ${short.toFixed()} ms, ${long.toFixed()} ms`);
    }
  });
});
