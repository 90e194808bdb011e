import assert from 'node:assert/strict';
import { linkedMarks, marked, withoutEmptyMarks, withoutMarks } from '../../../src/core/citing/citeMarks';
import { linkToReference, unlinked } from '../../../src/core/citing/preview/linkCites';
import type { StyleTraits } from '../../../src/core/citing/styleTraits';

const style: StyleTraits = {
  format: 'author', usesNumbers: false, usesNoteNumbers: false, punctuationInQuote: true, showsAbstracts: false,
  layout: { prefix: '(', suffix: ')', delimiter: '; ', isSuperscript: false },
};
const link = (id: string, html: string): string => `<${id}>${html}</${id}>`;

describe('marks of what is said of works', () => {
  const html = `(see ${marked('Chen, 1995', 'r1')}; ${marked('Roe, 2001, p. 3', 'r2')} and on)`;

  it('become links, or nothing', () => {
    assert.equal(linkedMarks(html, style, link), '(see <r1>Chen, 1995</r1>; <r2>Roe, 2001, p. 3</r2> and on)');
    assert.equal(withoutMarks(html), '(see Chen, 1995; Roe, 2001, p. 3 and on)');
    assert.equal(withoutEmptyMarks(`a${marked('', 'r1')}`), 'a');
  });

  it('take a number with brackets of its own', () => {
    const numbers = `[${marked('1', 'r1')}], ${marked('[2, p. 3]', 'r2')}`;
    const numeric = { ...style, format: 'numeric' } as const;
    assert.equal(linkedMarks(numbers, { ...numeric, layout: { ...style.layout, prefix: '' } }, link), '<r1>[1]</r1>, <r2>[2, p. 3]</r2>');
    assert.equal(linkedMarks(`[${marked('1', 'r1')}]`, { ...numeric, layout: { ...style.layout, prefix: '[' } }, link), '[<r1>1</r1>]');
  });

  it('lead to references that are there', () => {
    const linked = `${linkToReference('a', 'A')} ${linkToReference('b:c', 'B')}`;
    assert.equal(unlinked(linked, new Set(['b:c'])), 'A <a href="#ref-b%3Ac" role="doc-biblioref">B</a>');
    assert.equal(unlinked(linked), 'A B');
  });
});
