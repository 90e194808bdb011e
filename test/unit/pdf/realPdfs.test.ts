import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from '../../../src/core/annotating/foldedText';
import { annotationsAppended } from '../../../src/core/pdf/annotatedCopy';
import type { PlacedDraft } from '../../../src/core/pdf/pdfDraft';
import { boxesOf, textOf } from '../../../src/core/pdf/pdfText';
import { root } from '../../support/paths';
import { poppler } from '../../support/pdf/poppler';
import { foreignIn, itemsOf, withPdf } from '../../support/pdf/readPdf';

const plain = (text: string): string => {
  const folded = foldText(text);
  return folded.slice(0, folded.length);
};

/** Each three words of the first page, and a highlight on them. */
async function highlights(pdf: Uint8Array): Promise<{ readonly words: readonly string[]; readonly drafts: readonly PlacedDraft[] }> {
  return withPdf(pdf, async (open) => {
    const items = await itemsOf(open, 1);
    const found = [...textOf(items).matchAll(/\S+\s\S+\s\S+/g)];
    const drafts = found.map(({ 0: words, index }, at): PlacedDraft => ({ id: `a${at}`, kind: 'highlight', color: '#ff0000', contents: '', page: 1, rectangles: boxesOf(items, { start: index, end: index + words.length }) }));
    return { words: found.map(([words]) => words), drafts };
  });
}

for (const [file, what] of [['twoColumns.pdf', 'from LaTeX in two columns'], ['fromWord.pdf', 'from a Word document by LibreOffice']] as const) {
  describe(`a PDF ${what}`, () => {
    const pdf = readFileSync(join(root, 'test', 'data', 'pdf', file));

    it('has marks on the words that they were made on, to a letter, when a copy is read again', async () => {
      const { words, drafts } = await highlights(pdf);
      assert.ok(words.length > 70);
      const copy = Buffer.concat([pdf, await annotationsAppended(pdf, drafts)]);
      const again = (await foreignIn(copy)).filter(({ color }) => color === '#ff0000').map(({ passage }) => plain(passage.exact));
      assert.equal(again.length, words.length);
      const wanted = words.map(plain);
      const isNear = (one: string, other: string): boolean => one.includes(other.slice(1, -1)) && other.includes(one.slice(1, -1)) && Math.abs(one.length - other.length) <= 2;
      assert.deepEqual(again.filter((one, at) => !isNear(one, wanted[at] ?? '')), []);
      const same = again.filter((one, at) => one === wanted[at]).length / words.length;
      assert.ok(same > 0.9, `${(same * 100).toFixed(1)} % are the very same`);
    });

    it('has the same text in a copy for poppler', async function () {
      if (!poppler.isInstalled()) this.skip();
      const copy = Buffer.concat([pdf, await annotationsAppended(pdf, (await highlights(pdf)).drafts)]);
      assert.equal(poppler.complaints(copy), '');
      assert.equal(poppler.text(copy), poppler.text(pdf));
    });
  });
}
