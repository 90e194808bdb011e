import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { type Annotation, textSelectors } from '../../../src/core/annotating/annotation';
import { ExpectedPlaces } from '../../../src/core/annotating/expectedPlaces';
import { foldText } from '../../../src/core/annotating/foldedText';
import { type Refound, refind } from '../../../src/core/annotating/refind';

const text = `A man of 54 came with leukemoid reaction and fever for four weeks; no infection was found in spite of cultures.
Cytokine levels in the tumor fluid were high (p < 0.05), as others had seen, and the fever went after resection.

The efficacy of the treatment was different from that of the first course. A second man, aged 61, had no fever at all; his
blood count was normal, and a biopsy of the mass showed a clear cell carcinoma with a rich infiltrate of granulocytes.`;

function mark(whole: string, words: string): Annotation {
  const start = whole.indexOf(words);
  ok(start >= 0, words);
  return { id: words, motivation: 'highlighting', target: { source: 'a.md', selector: textSelectors(whole, { start, end: start + words.length }) }, body: [] };
}

function found(now: string, words: string, before = text): string {
  const [refound] = refind(now, [mark(before, words)]);
  return shown(refound, now);
}

function shown(refound: Refound | undefined, now: string): string {
  return refound && 'span' in refound ? `${refound.state}: ${now.slice(refound.span.start, refound.span.end)}` : (refound?.state ?? '');
}

describe('re-finding', () => {
  it('says that nothing changed', () => {
    for (const words of ['fever', 'A man', 'granulocytes.', 'high (p < 0.05)', 'fluid']) equal(found(text, words), `exact: ${words}`);
  });

  it('follows words that something was written before', () => {
    const now = `# Title\n\nSomething new with fever in it.\n\n${text}`;
    equal(found(now, 'fever for four weeks'), 'exact: fever for four weeks');
    deepEqual(refind(now, [mark(text, 'fever')])[0], { state: 'exact', span: { start: now.indexOf('fever for'), end: now.indexOf('fever for') + 5 } });
  });

  it('takes what is wrapped, hyphenated, joined to ligatures or set with other signs for the same', () => {
    equal(found(text.replace(/ /g, '\n'), 'no infection was found'), 'exact: no\ninfection\nwas\nfound');
    equal(found(text.replace('leukemoid reaction', 'leuke-\nmoid reac\u00ad\ntion'), 'leukemoid reaction'), 'exact: leuke-\nmoid reac\u00ad\ntion');
    equal(found(text.replace(/ffi/g, '\ufb03').replace(/fl/g, '\ufb02'), 'efficacy of'), 'exact: e\ufb03cacy of');
    equal(found(text.replace('4 weeks', '4\u00a0weeks').toUpperCase(), 'fever for four weeks'), 'exact: FEVER FOR FOUR WEEKS');
  });

  it('takes words for the same that a line was put in before or after, near them or next to them', () => {
    const line = 'The first lines of this report were written anew for this edition.\n';
    for (const words of ['Cytokine levels', 'fluid', 'high (p < 0.05)', 'and the fever went']) {
      equal(found(text.replace('\nCytokine', `\n${line}Cytokine`), words), `exact: ${words}`);
      equal(found(text.replace('resection.\n', `resection.\n${line}`), words), `exact: ${words}`);
    }
    equal(found(text.replace('Cytokine', `${line.repeat(9)}Cytokine`), 'levels in the tumor'), 'exact: levels in the tumor');
    equal(found(text.replace('Cytokine', `${line.repeat(9)}Cytokine`), 'Cytokine levels'), 'moved: Cytokine levels');
    equal(found(text.replace('tumor fluid', 'fluid'), 'Cytokine levels in the'), 'moved: Cytokine levels in the');
  });

  it('asks to confirm where words changed', () => {
    equal(found(text.replace('leukemoid reaction', 'leukaemoid reaction'), 'leukemoid reaction and fever'), 'moved: leukaemoid reaction and fever');
    equal(found(text.replace('four weeks', 'nearly 4 weeks'), 'fever for four weeks; no infection'), 'moved: fever for nearly 4 weeks; no infection');
    equal(found(text.replace('(p < 0.05)', '(p > 0.05)'), 'high (p < 0.05)'), 'moved: high (p > 0.05)');
  });

  it('follows a sentence that was moved away from its neighbours', () => {
    const sentence = 'Cytokine levels in the tumor fluid were high (p < 0.05), as others had seen, and the fever went after resection.';
    equal(found(`${text.replace(sentence, '')}\n\n${sentence}`, 'Cytokine levels in the tumor fluid were high'), 'moved: Cytokine levels in the tumor fluid were high');
  });

  it('finds a quote with a page break in its midst', () => {
    const now = text.replace('levels in the tumor', 'levels in\n170\nChen et al.\nthe tumor');
    equal(found(now, 'Cytokine levels in the tumor fluid'), 'moved: Cytokine levels in\n170\nChen et al.\nthe tumor fluid');
  });

  it('orphans what is gone, though the same words stand elsewhere', () => {
    equal(found(text.replace(' and fever for four weeks', ''), 'fever'), 'orphaned');
    equal(found(text.replace('fever for', 'malaise for'), 'fever'), 'orphaned');
    equal(found('Something else altogether, with fever in it, for four weeks or more than that.', 'fever'), 'orphaned');
    equal(found('', 'fever'), 'orphaned');
    equal(found('\n \n', 'fever for four weeks'), 'orphaned');
  });

  it('chooses no place where two are as good', () => {
    const [quote] = textSelectors('fever', { start: 0, end: 5 });
    const bare: Annotation = { id: 'a', motivation: 'highlighting', target: { source: 'a.md', selector: [{ type: 'TextQuoteSelector', exact: quote.exact }] }, body: [] };
    deepEqual(refind('One fever and a second fever.', [bare]), [{ state: 'orphaned' }]);
  });

  it('finds a few letters that came without a context, where they stand once and as words', () => {
    const bare = (exact: string): Annotation => ({ id: exact, motivation: 'highlighting', target: { source: 'a.md', selector: [{ type: 'TextQuoteSelector', exact }] }, body: [] });
    const now = 'The males had a fever; the fever went. All females were well.';
    deepEqual(refind(now, [bare('males'), bare('the fever'), bare('fever'), bare('ever'), bare('gone')]).map((one) => shown(one, now)), ['exact: males', 'exact: the fever', 'orphaned', 'orphaned', 'orphaned']);
  });

  it('expects words where what stands around them has gone', () => {
    const expected = new ExpectedPlaces([{ before: 1000, now: 1500 }, { before: 2000, now: 2600 }]);
    equal(expected.of(1000)?.at, 1500);
    equal(expected.of(1500)?.at, 2050);
    equal(expected.of(900)?.at, 1400);
    equal(expected.of(2100)?.at, 2700);
    equal(new ExpectedPlaces([]).of(5), undefined);
    equal(new ExpectedPlaces([{ before: 0, now: 0 }]).of(100_000), undefined);
    equal(new ExpectedPlaces([{ before: 0, now: 9000 }, { before: 1000, now: 50 }]).of(900)?.at, -50);
  });

  it('tells what has no words, and what only a position', () => {
    const whole: Annotation = { id: 'a', motivation: 'commenting', target: { source: 'a.pdf', selector: [] }, body: [] };
    const position: Annotation = { ...whole, target: { source: 'a.md', selector: [{ type: 'TextPositionSelector', start: 2, end: 5 }] } };
    deepEqual(refind('abcdef', [whole, position]), [{ state: 'whole' }, { state: 'moved', span: { start: 2, end: 5 }, score: 0 }]);
    deepEqual(refind('abc', [position]), [{ state: 'orphaned' }]);
  });

  it('finds every passage again in a text that did not change but for its beginning, whatever it is', () => {
    fc.assert(fc.property(fc.string({ minLength: 30, maxLength: 300, unit: 'grapheme' }), fc.nat(), fc.nat(), (whole, from, length) => {
      const start = from % (whole.length - 20);
      const end = start + 1 + (length % (whole.length - start));
      const [same] = refind(whole, [{ id: 'a', motivation: 'h', target: { source: 'a', selector: textSelectors(whole, { start, end }) }, body: [] }]);
      deepEqual(same, { state: 'exact', span: { start, end } });
      const [shifted] = refind(`New words.\n${whole}`, [{ id: 'a', motivation: 'h', target: { source: 'a', selector: textSelectors(whole, { start, end }) }, body: [] }]);
      ok(shifted);
      if ('span' in shifted) ok(shifted.span.start >= 0 && shifted.span.end <= whole.length + 11 && shifted.span.end >= shifted.span.start);
    }));
  });
});

describe('a folded text', () => {
  it('drops and unites what does not matter, and nothing that does', () => {
    const folded = (given: string): string => {
      const each = foldText(given);
      return each.slice(0, each.length);
    };
    equal(folded('Leuko-\nmoid  \u201cE\ufb03cacy\u201d na\u00efve caf\u00e9 \u2013 5 \u2212 3'), 'leukomoid"efficacy"naivecafe-5-3');
    equal(folded('p < 0.05'), 'p<0.05');
    equal(folded('-5 IL-6 type-II'), '-5il-6typeii');
    equal(folded('\u00bd \ufb01\ufb01\ufb01\ufb01'), '1/2fifififi');
  });

  it('knows where each of its letters stands in the text, whatever that is', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (given) => {
      const { codes, at } = foldText(given);
      equal(codes.length, at.length);
      at.forEach((place, index) => { ok(place < given.length && place >= (at[index - 1] ?? 0)); });
    }));
  });
});
