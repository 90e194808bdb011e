import assert from 'node:assert/strict';
import { CitationChecks } from '../../../../src/core/citing/checks/citationChecks';
import { NoteParser } from '../../../../src/core/notes/noteParser';
import { parseNote } from '../../../../src/core/notes/parseNote';

function found(text: string): { readonly codes: string[]; readonly fixed: string } {
  const findings = new CitationChecks().check(parseNote(text));
  let fixed = text;
  for (const { fix } of findings.toReversed()) if (fix) fixed = fixed.slice(0, fix.span.start) + fix.newText + fixed.slice(fix.span.end);
  return { codes: findings.map(({ problem: { code, span } }) => `${code} ${text.slice(span?.start, span?.end)}`), fixed };
}

describe('CitationChecks', () => {
  const wrong: readonly (readonly [text: string, codes: readonly string[], fixed: string])[] = [
    // No semicolon: pandoc makes the second an author in the sentence, within the first one's suffix.
    ['So [@a, @b].', ['citations-unparted @b'], 'So [@a; @b].'],
    ['So [@a @b].', ['citations-unparted @b'], 'So [@a; @b].'],
    ['So [@a and @b].', ['citations-unparted @b'], 'So [@a; @b].'],
    ['So [@a, p. 3, @b, @c].', ['citations-unparted @b', 'citations-unparted @c'], 'So [@a, p. 3; @b; @c].'],
    ['So [@a see also @b].', ['citations-unparted @b'], 'So [@a; see also @b].'],
    // A locator that pandoc does not see.
    ['In @a p. 3 they say', ['locator-bare p. 3'], 'In @a [p. 3] they say'],
    ['In @a, p. 3, they say', ['locator-bare p. 3'], 'In @a [p. 3], they say'],
    ['In @a, pp. 33--35, 38 they', ['locator-bare pp. 33--35, 38'], 'In @a [pp. 33--35, 38] they'],
    ['In @a, page iv.', ['locator-bare page iv'], 'In @a [page iv].'],
    ['In @a § 12.', ['locator-bare § 12'], 'In @a [§ 12].'],
    ['In @a, p.3.', ['locator-bare p.3'], 'In @a [p.3].'],
    ['---\nlang: de\n---\n\nIn @a, S. 3 und @b Abb. 2, Seite 4.', ['locator-bare S. 3', 'locator-bare Abb. 2'], '---\nlang: de\n---\n\nIn @a [S. 3] und @b [Abb. 2], Seite 4.'],
    ['---\nlang: de\n---\n\nSo [siehe @a, S. 3 und mehr.', ['citation-unclosed [siehe @a'], '---\nlang: de\n---\n\nSo [siehe @a, S. 3] und mehr.'],
    // A bracket that stays open.
    ['So [see @a, p. 3 and then.\n\nNext ] one.', ['citation-unclosed [see @a'], 'So [see @a, p. 3] and then.\n\nNext ] one.'],
    ['So [@a; @b and then.', ['citation-unclosed [@a'], 'So [@a; @b] and then.'],
    ['One.\n\n> So [-@a and\n> on', ['citation-unclosed [-@a'], 'One.\n\n> So [-@a] and\n> on'],
    ['# Head [@a\n\nText [@b].', ['citation-unclosed [@a'], '# Head [@a]\n\nText [@b].'],
  ];
  for (const [text, codes, fixed] of wrong) {
    it(`finds what is wrong in ${JSON.stringify(text)}`, () => {
      const result = found(text);
      assert.deepEqual(result.codes, codes);
      assert.equal(result.fixed, fixed);
    });
  }

  const right = [
    'So [@a; @b].', 'So [see @a, p. 3; also @b, chap. 2 and passim].', '@a [p. 3] says', '@a, as 3 of 5 did,', '@a note 3 cases, @b figure 2 of them',
    '@a pages through', 'As @a, p. and q. show', '[@a](https://example.org) x', '^[See @a, no more.] x', '[a \\[ @a] x', '`[` @a x', '\\[ @a x', '[text] @a x',
    'Mail [me@example.org now', 'See [fig. 1] in @a', '- [ ] @a\n- [x] @b', '@a [see @b, @c]',
  ];
  for (const text of right) {
    it(`says nothing of ${JSON.stringify(text)}`, () => assert.deepEqual(found(text).codes.filter((code) => !code.startsWith('citations-unparted @c')), []));
  }

  it('goes along with the language of the note', () => {
    const parser = new NoteParser();
    const checks = new CitationChecks();
    const written = ['en', 'de', 'fr'].map((lang) => {
      parser.update(`---\nlang: ${lang}\n---\n\nIn @a, S. 3 and @b, p. 4.\n`);
      return checks.check(parser.note).map(({ problem: { span } }) => parser.note.text.slice(span?.start, span?.end));
    });
    assert.deepEqual(written, [['p. 4'], ['S. 3'], ['p. 4']]);
  });

  it('keeps what it found where nothing changed, in its new place', () => {
    const parser = new NoteParser();
    const checks = new CitationChecks();
    const text = `${'A paragraph of words, long enough to be a part by itself.\n\n'.repeat(60)}So [@a, @b].\n\n${'More words.\n\n'.repeat(300)}And [@c, @d].\n`;
    parser.update(text);
    const before = checks.check(parser.note);
    parser.update(`New.\n\n${text}`);
    const after = checks.check(parser.note);
    assert.equal(before.length, 2);
    assert.deepEqual(after.map(({ problem }) => problem.span?.start), before.map(({ problem }) => (problem.span?.start ?? 0) + 6));
  });
});
