import assert from 'node:assert/strict';
import { boxesOf, spanUnder, textOf } from '../../../src/core/pdf/pdfText';
import { makePdf } from '../../support/pdf/makePdf';
import { itemsOf, withPdf } from '../../support/pdf/readPdf';

describe('places of text on a PDF’s page', () => {
  it('are found from words to boxes and back', async () => {
    const words = ['leukemoid reaction', 'Line 2', 'day 35', 'GM-CSF'];
    const pdf = await makePdf([{ lines: ['Line 1: a leukemoid reaction was seen', 'Line 2: on day 35, after GM-CSF'] }]);
    await withPdf(pdf, async (open) => {
      const items = await itemsOf(open, 1);
      const text = textOf(items);
      assert.equal(text, 'Line 1: a leukemoid reaction was seen\nLine 2: on day 35, after GM-CSF');
      for (const word of words) {
        const start = text.indexOf(word);
        const boxes = boxesOf(items, { start, end: start + word.length });
        assert.equal(boxes.length, 1);
        assert.deepEqual(spanUnder(items, boxes), { start, end: start + word.length }, word);
      }
      // Of Times with 12 points, `Line 1: a ` is 45.66 points wide, from 72 on, and the words after it 92.20.
      const [[left, bottom, right, top] = [0, 0, 0, 0]] = boxesOf(items, { start: 10, end: 28 });
      assert.ok(Math.abs(left - 117.66) < 4 && Math.abs(right - 209.86) < 4, `${left} ${right}`);
      assert.ok(bottom < 760 && bottom > 755 && top > 768 && top < 773, `${bottom} ${top}`);
    });
  });

  it('are one box a line', async () => {
    await withPdf(await makePdf([{ lines: ['one two', 'three four'] }]), async (open) => {
      const items = await itemsOf(open, 1);
      assert.equal(boxesOf(items, { start: 4, end: 13 }).length, 2);
      assert.equal(spanUnder(items, [[0, 0, 10, 10]]), undefined);
    });
  });

  it('count from the right in text that runs from there', () => {
    const item = { str: 'nnnn', transform: [10, 0, 0, 10, 100, 500], width: 40, height: 10, hasEOL: false, dir: 'rtl' };
    assert.deepEqual(spanUnder([item], [[130, 490, 140, 510]]), { start: 0, end: 1 });
    assert.deepEqual(boxesOf([item], { start: 0, end: 2 }), [[120, 497.8, 140, 508.5]]);
  });

  it('run upwards where the page was turned', () => {
    const item = { str: 'nnnn', transform: [0, 10, -10, 0, 100, 500], width: 40, height: 10, hasEOL: false, dir: 'ltr' };
    assert.deepEqual(boxesOf([item], { start: 0, end: 2 }), [[91.5, 500, 102.2, 520]]);
    assert.deepEqual(spanUnder([item], [[90, 519, 105, 545]]), { start: 2, end: 4 });
  });
});
