import assert from 'node:assert/strict';
import { inlineReferences } from '../../../src/core/notes/inlineReferences';
import { cslOfMarkdown, textOfMarkdown } from '../../../src/core/notes/markdownText';

/** What stands on the right is how pandoc 3.9 showed titles of such references, in CSL's markup. */
describe('Markdown in references of a note', () => {
  for (const [markdown, csl] of [
    ['A *b* c **d** e^2^ H~2~O', 'A <i>b</i> c <b>d</b> e<sup>2</sup> H<sub>2</sub>O'],
    ['a -- b --- c ...', 'a – b — c …'],
    ['<span class="nocase">iPhone</span> <i>it</i>', '<span class="nocase">iPhone</span> <i>it</i>'],
    ['[PET]{.nocase} [Sm]{.smallcaps} [x]{.foo}', '<span class="nocase">PET</span> <span style="font-variant:small-caps;">Sm</span> x'],
    ['a \\*b\\* c\\_d &amp; &lt; &#945; `co_de_` $x^2$', 'a *b* c_d & < α co_de_ x<sup>2</sup>'],
    ['[a *link*](http://x.org) and <http://y.org> [@key] [fig] [*a*]', 'a <i>link</i> and http://y.org [@key] [fig] [<i>a</i>]'],
    ['1. Foo', '1. Foo'],
    ['# Head', '# Head'],
    ['- a b', '- a b'],
    ['a_b_c and a*b*c _d_ ~~del~~', 'a_b_c and a<i>b</i>c <i>d</i> del'],
    ['A\\ B a\\^b\\^', 'A\u00a0B a^b^'],
    ['*a **b** c*', '<i>a <b>b</b> c</i>'],
    ['*unclosed and ^un closed^ ~a b~', '*unclosed and ^un closed^ ~a b~'],
    ['A *block*\n\nof two\n', 'A <i>block</i> of two'],
    ['p < 0.05', 'p < 0.05'],
    ['10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2', '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2'],
  ] as const) {
    it(`reads ${markdown}`, () => assert.equal(cslOfMarkdown(markdown), csl));
  }

  it('has no markup in names and addresses', () => {
    assert.equal(textOfMarkdown('*Doe* J~2~ < x'), 'Doe J2 < x');
    const item = { id: 'a_*b*', type: 'book', title: '*T*', author: [{ family: '*Doe*', given: 'Jo' }, 'The *Group*'], DOI: '10.1/a*b*c', volume: 3, issued: { 'date-parts': [[2001]] } };
    assert.deepEqual(inlineReferences([item, 'x']), [
      { ...item, title: '<i>T</i>', author: [{ family: 'Doe', given: 'Jo' }, 'The Group'], DOI: '10.1/abc' },
      'x',
    ]);
    assert.deepEqual(inlineReferences('none'), []);
  });
});
