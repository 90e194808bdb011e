import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotationsAppended, BrokenPdfError, ProtectedPdfError } from '../../../src/core/pdf/annotatedCopy';
import { draftsToWrite } from '../../../src/core/pdf/copyPlan';
import { type ForeignAnnotation, foundAmong, takenOverAmong } from '../../../src/core/pdf/foreignAnnotation';
import { markOf, takenOver } from '../../../src/core/pdf/pdfAnnotation';
import { draftOf, type PlacedDraft, readDrafts } from '../../../src/core/pdf/pdfDraft';
import { boxesOf, textOf } from '../../../src/core/pdf/pdfText';
import { type Annotation, answeredBy, type Body } from '../../../src/core/annotating/annotation';
import { root } from '../../support/paths';
import { annotatedPdf } from '../../support/pdf/annotatedPdf';
import { makePdf, type TestPage } from '../../support/pdf/makePdf';
import { poppler } from '../../support/pdf/poppler';
import { foreignIn, itemsOf, withPdf } from '../../support/pdf/readPdf';

const lines = ['A leukemoid reaction was seen on day 14.', 'It went away on day 21.'];

async function copyOf(original: Uint8Array, drafts: readonly PlacedDraft[]): Promise<Uint8Array> {
  return Buffer.concat([original, await annotationsAppended(original, drafts)]);
}

/** A draft on the first page's words. */
async function draftOn(pdf: Uint8Array, words: string, more: Partial<PlacedDraft> = {}): Promise<PlacedDraft> {
  const rectangles = await withPdf(pdf, async (open) => {
    const items = await itemsOf(open, 1);
    const start = textOf(items).indexOf(words);
    return boxesOf(items, { start, end: start + words.length });
  });
  return { id: `a${words.length}`, kind: 'highlight', color: '#ff0000', contents: '', page: 1, rectangles, ...more };
}

describe('annotations written into a copy of a PDF', () => {
  const page: TestPage = { lines };

  it('are read again by PDF.js as they were, and all bytes before them stay', async () => {
    const pdf = await makePdf([page, page]);
    const highlight = await draftOn(pdf, 'leukemoid reaction', { contents: 'Grüße, 漢字\n\n#check', author: 'Zoë', created: '2026-03-01T08:30:00Z', modified: '2026-03-02T08:30:00Z', subject: 'finding' });
    const reply: PlacedDraft = { id: 'reply', kind: 'note', color: '#ff0000', contents: 'Yes.', page: 1, rectangles: highlight.rectangles, answers: highlight.id, author: 'Ben' };
    const underline = await draftOn(pdf, 'went away', { kind: 'underline', color: '#0000ff', page: 2, contents: 'Really?' });
    const note: PlacedDraft = { id: 'whole', kind: 'note', color: '#00ff00', contents: 'On the whole page.', page: 2, rectangles: [] };
    const copy = await copyOf(pdf, [highlight, reply, underline, note]);
    assert.deepEqual(copy.subarray(0, pdf.length), Buffer.from(pdf));
    const [first, second, third, fourth] = await foreignIn(copy);
    assert.deepEqual([first?.kind, first?.passage.exact, first?.comment, first?.author, first?.color, first?.created, first?.modified], ['highlight', 'leukemoid reaction', 'Grüße, 漢字\n\n#check', 'Zoë', '#ff0000', '2026-03-01T08:30:00Z', '2026-03-02T08:30:00Z']);
    assert.deepEqual([second?.answers, second?.comment, second?.author], [first?.id, 'Yes.', 'Ben']);
    assert.deepEqual([third?.kind, third?.passage.exact, third?.passage.page, third?.color], ['underline', 'went away', 2, '#0000ff']);
    assert.deepEqual([fourth?.kind, fourth?.comment, fourth?.passage.exact], ['note', 'On the whole page.', '']);
  });

  it('leave what others left where it is', async () => {
    const pdf = await annotatedPdf();
    const before = await foreignIn(pdf);
    const after = await foreignIn(await copyOf(pdf, [await draftOn(pdf, 'Second dose')]));
    assert.deepEqual(after.slice(0, before.length), before);
    assert.equal(after.length, before.length + 1);
  });

  it('are known for the paper’s own when the copy is taken over', async () => {
    const pdf = await makePdf([page]);
    const words = 'leukemoid reaction';
    const annotation: Annotation = {
      id: 'a23', motivation: 'commenting', target: { source: 'x.pdf', selector: [{ type: 'TextQuoteSelector', exact: words }, { type: 'FragmentSelector', value: 'page=1' }] },
      body: [{ type: 'TextualBody', purpose: 'commenting', value: 'Sure?' }, { type: 'TextualBody', purpose: 'tagging', value: 'to check' }],
    };
    const draft = draftOf(annotation, []);
    assert.equal(draft.contents, 'Sure?\n\n#to check');
    const [found] = await foreignIn(await copyOf(pdf, [{ ...(await draftOn(pdf, words)), ...draft }]));
    assert.ok(found && takenOverAmong([markOf(annotation, [])])(found) && foundAmong([found])(markOf(annotation, [])));
    assert.ok(!foundAmong([found])(markOf({ ...annotation, body: [] }, [])));
  });

  describe('of what was taken over from it', () => {
    const said = (value: string): Body => ({ type: 'TextualBody', purpose: 'commenting', value });

    /** Changes what was taken over, and writes it into a copy. @returns the PDF, and what is in it and in the copy */
    async function copied(edit: (own: readonly Annotation[]) => readonly Annotation[]): Promise<{ pdf: Uint8Array; copy: Uint8Array; planned: number; before: readonly ForeignAnnotation[]; after: readonly ForeignAnnotation[] }> {
      const pdf = await annotatedPdf();
      const before = await foreignIn(pdf);
      const own = edit(before.map((one) => takenOver(one, 'x.pdf', [])));
      const threads = own.filter((one) => answeredBy(one) === undefined);
      const planned = draftsToWrite(own.map((one) => draftOf(one, [])), threads.map((one) => markOf(one, [])), before);
      const placed = planned.map((draft): PlacedDraft => {
        const thread = before.find(({ id }) => id === (draft.answers ?? draft.id));
        return { ...draft, page: 1, rectangles: thread?.passage.rectangles ?? [] };
      });
      const copy = placed.length === 0 ? pdf : await copyOf(pdf, placed);
      return { pdf, copy, planned: planned.length, before, after: await foreignIn(copy) };
    }

    it('write nothing where nothing was changed', async () => {
      assert.equal((await copied((own) => own)).planned, 0);
    });

    it('change the other reader’s own where what is said of it was changed, and nothing else of it', async () => {
      const { pdf, copy, before, after } = await copied((own) => own.map((one) => (one.creator === 'Ada' ? { ...one, modified: '2026-11-26T10:00:00Z', body: [...one.body.filter(({ purpose }) => purpose !== 'commenting'), said('Compare with day 21.')] } : one)));
      assert.deepEqual(copy.subarray(0, pdf.length), Buffer.from(pdf));
      assert.deepEqual(after, before.map((one) => (one.author === 'Ada' ? { ...one, comment: 'Compare with day 21.', modified: '2026-11-26T10:00:00Z' } : one)));
      assert.doesNotMatch(poppler.isInstalled() ? poppler.complaints(copy) : '', /./);
    });

    it('change its colour and its kind too', async () => {
      const { copy, before, after } = await copied((own) => own.map((one) => (one.creator === 'Ben'
        ? { ...one, target: { ...one.target, styleClass: 'underline' }, body: [{ type: 'TextualBody', purpose: 'classifying', value: '#ff0000' }] } : one)));
      assert.equal(after.length, before.length);
      const [was, is] = [before, after].map((all) => all.find(({ author }) => author === 'Ben'));
      assert.deepEqual([was?.kind, was?.color, is?.kind, is?.color, is?.passage.exact], ['highlight', '#00ff00', 'underline', '#ff0000', was?.passage.exact]);
      if (!poppler.isInstalled()) return;
      const [[left, bottom, right] = [0, 0, 0]] = is?.passage.rectangles ?? [];
      const drawn = poppler.draw(copy, 1);
      const line = Array.from({ length: 4 }, (_, up) => drawn.at((left + right) / 2, drawn.height - bottom - up));
      assert.ok(line.some(([red, green]) => red > 200 && green < 160), 'no line is drawn under the words');
    });

    it('change free text and replies where they stand, and answer what others said', async () => {
      const { before, after } = await copied((own) => {
        const dora = own.find(({ creator }) => creator === 'Dora');
        assert.ok(dora);
        const answer: Annotation = { id: 'z1', motivation: 'replying', creator: 'Me', target: { source: dora.id, selector: [] }, body: [said('I checked it.')] };
        return [...own.map((one) => (one.creator === 'Emil' || one.creator === 'Fay' ? { ...one, body: [said(`${one.creator} was wrong.`)] } : one)), answer];
      });
      assert.equal(after.length, before.length + 1);
      const by = (author: string): ForeignAnnotation | undefined => after.find((one) => one.author === author);
      assert.deepEqual([by('Emil')?.comment, by('Fay')?.comment, by('Me')?.comment], ['Emil was wrong.', 'Fay was wrong.', 'I checked it.']);
      assert.deepEqual([by('Fay')?.answers, by('Me')?.answers], [by('Dora')?.id, by('Dora')?.id]);
    });

    it('leave what the paper has not as others left it', async () => {
      const { planned, before, after } = await copied((own) => own.filter(({ creator }) => creator !== 'Ben'));
      assert.equal(planned, 0);
      assert.deepEqual(after, before);
    });
  });

  it('are refused where a PDF is protected, cut off, or none', async () => {
    const draft = await draftOn(await makePdf([page]), 'day 14');
    await assert.rejects(annotationsAppended(readFileSync(join(root, 'test', 'data', 'pdf', 'encrypted.pdf')), [draft]), ProtectedPdfError);
    const pdf = await makePdf([page]);
    for (const broken of [new Uint8Array(), new TextEncoder().encode('This is none.'), pdf.subarray(0, 200)]) await assert.rejects(annotationsAppended(broken, [draft]), BrokenPdfError);
  });

  it('come over messages whole, and nothing else does', () => {
    const draft = { id: 'a1', kind: 'underline', color: '#00ff00', contents: 'x', author: 'Ada' };
    assert.deepEqual(readDrafts([draft, { ...draft, kind: 'Launch' }, { ...draft, color: 'red' }, 7]), [draft]);
    assert.deepEqual(readDrafts(undefined), []);
  });

  describe('shown by poppler', () => {
    before(function () {
      if (!poppler.isInstalled()) this.skip();
    });

    const isRed = ([red, green, blue]: readonly [number, number, number]): boolean => red > 200 && green < 60 && blue < 60;
    const isWhite = (color: readonly number[]): boolean => color.every((part) => part > 250);

    it('are coloured over the words, with the words to be seen, and the text is the same', async () => {
      const pdf = await makePdf([page]);
      const draft = await draftOn(pdf, 'leukemoid');
      const copy = await copyOf(pdf, [draft]);
      assert.equal(poppler.complaints(copy), '');
      assert.equal(poppler.text(copy), poppler.text(pdf));
      const [[left, bottom, right, top] = [0, 0, 0, 0]] = draft.rectangles;
      const drawn = poppler.draw(copy, 1);
      const pixels = Array.from({ length: Math.floor(right - left) - 2 }, (_, x) => Array.from({ length: Math.floor(top - bottom) - 2 }, (__, y) => drawn.at(left + 1 + x, drawn.height - top + 1 + y))).flat();
      assert.ok(pixels.filter(isRed).length > pixels.length / 2);
      assert.ok(pixels.some(([red]) => red < 128), 'no letter is dark');
      assert.ok(!pixels.some(isWhite));
      assert.ok(isWhite(drawn.at(left - 3, drawn.height - top + 1)));
    });

    for (const rotation of [0, 90, 180, 270] as const) {
      it(`draw a line under words of a page that is turned by ${rotation}°`, async () => {
        // The words of a turned page run so that they are upright when it is seen.
        const box = ({ 0: [100, 600, 160, 612], 90: [100, 600, 112, 660], 180: [100, 600, 160, 612], 270: [100, 600, 112, 660] } as const)[rotation];
        const pdf = await makePdf([{ lines: [], rotation }]);
        const drawn = poppler.draw(await copyOf(pdf, [{ id: 'a1', kind: 'underline', color: '#ff0000', contents: '', page: 1, rectangles: [box] }]), 1);
        const [width, height] = [595.28, 841.89];
        const seen = ({ // the middle of the lower edge, from the upper left of the page as it is seen
          0: [130, height - 600], 90: [630, 112], 180: [width - 130, 612], 270: [height - 630, width - 100],
        } as const)[rotation];
        const near = [-2, -1, 0, 1].map((up) => drawn.at(seen[0], seen[1] + up));
        assert.ok(near.some(([red, green]) => red > 200 && green < 160), JSON.stringify(near));
      });
    }

    it('draw it along words that lie on their side, where a page was turned by mistake', async () => {
      const drawn = poppler.draw(await copyOf(await makePdf([{ lines: [], rotation: 90 }]), [{ id: 'a1', kind: 'underline', color: '#ff0000', contents: '', page: 1, rectangles: [[100, 600, 160, 612]] }]), 1);
      const near = [-2, -1, 0, 1].map((aside) => drawn.at(600 + aside, 130));
      assert.ok(near.some(([red, green]) => red > 200 && green < 160), JSON.stringify(near));
    });

    it('show a note at the upper right of each page, however it is turned', async () => {
      for (const rotation of [0, 90, 180, 270] as const) {
        const drawn = poppler.draw(await copyOf(await makePdf([{ lines: [], rotation }]), [{ id: 'a1', kind: 'note', color: '#ff0000', contents: 'Here', page: 1, rectangles: [] }]), 1);
        const corner = Array.from({ length: 60 }, (_, x) => Array.from({ length: 60 }, (__, y) => drawn.at(drawn.width - 1 - x, y))).flat();
        assert.ok(corner.filter(isRed).length > 150, `not where it belongs at ${rotation}°`);
      }
    });
  });
});
