import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { annotationsInFile } from '../../src/core/annotating/annotationFile';
import { type Annotation, commentOf, isUnderlined, meaningOf, pageOf, quoteOf, rectanglesOf, tagsOf } from '../../src/core/annotating/annotation';
import { annotatedPdf } from '../support/pdf/annotatedPdf';
import { makePdf, makeScan, reportPages } from '../support/pdf/makePdf';
import { foreignIn } from '../support/pdf/readPdf';
import { outFolder, root } from '../support/paths';
import { emptyFolder } from '../support/ui/emptyFolder';
import { eventually } from '../support/ui/eventually';
import { inWorkbench } from '../support/ui/inWorkbench';
import { PdfEditor } from '../support/ui/pdfEditor';

const shots = path.join(outFolder, 'pdf');
const settings = { 'workbench.editorAssociations': { '*.pdf': 'casebook.pdf' } };
const paper = 'references:\n  - id: chen1995\n    type: article-journal\n    title: Leukemoid reaction # as in the journal\n';

async function writePaper(folder: string): Promise<void> {
  fs.mkdirSync(path.join(folder, 'library'));
  fs.writeFileSync(path.join(folder, 'library', 'chen1995.yaml'), paper);
  fs.writeFileSync(path.join(folder, 'library', 'chen1995.pdf'), await makePdf(reportPages(5)));
}

inWorkbench(
  'Marks on PDFs',
  (workbench) => {
    const editor = (): PdfEditor => new PdfEditor(workbench());
    const file = (): string => path.join(workbench().folder, 'library', 'chen1995.yaml');
    const kept = (): readonly Annotation[] => annotationsInFile(fs.readFileSync(file(), 'utf8')).annotations;
    const placeOf = (words: string): number | undefined => kept().filter((one) => quoteOf(one)?.exact === words).map(pageOf)[0];
    const bar = () => editor().frame.locator('.selectionBar');
    const box = () => editor().frame.locator('.markBox');

    it('are made by mouse: words are selected, and a colour is clicked', async () => {
      await workbench().tree('Files Explorer').expand('library');
      await editor().open('chen1995.pdf');
      await editor().text(1);
      await editor().clickTwice(1, 'Line 3', 'leukemoid');
      await bar().getByRole('button', { name: 'Highlight as finding' }).click();
      await eventually(() => assert.equal(kept().length, 1));
      const [mark] = kept();
      assert.ok(mark);
      assert.deepEqual([quoteOf(mark)?.exact, pageOf(mark), meaningOf(mark), mark.target.source], ['leukemoid', 1, 'finding', 'chen1995.pdf']);
      assert.match(quoteOf(mark)?.prefix ?? '', /Line 3: a $/);
      // Line 3 stands 4 × 18 points under the first, at 760; Times of 12 points is so high and wide there.
      const [[left, bottom, right, top] = [0, 0, 0, 0]] = rectanglesOf(mark);
      assert.ok(left > 110 && right < 175 && bottom > 698 && top < 722 && top - bottom > 8, `${left} ${bottom} ${right} ${top}`);
      await editor().mark('leukemoid').waitFor();
    });

    it('are made by keyboard: found, selected, and marked', async () => {
      const { page } = workbench();
      await page.keyboard.press('ControlOrMeta+F');
      await editor().frame.getByRole('search').getByRole('textbox').fill('granulocytosis was seen on day 35');
      await editor().frame.locator('.findBar .count', { hasText: '1 of' }).waitFor();
      await page.keyboard.press('Escape');
      await editor().settles(async () => assert.match(await editor().selected(), /^granulocytosis was seen on day 35$/));
      await page.keyboard.press('Control+Alt+U');
      await editor().frame.locator('.selectionBar button:focus').waitFor();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await eventually(() => assert.equal(kept().length, 2));
      const mark = kept().find((one) => quoteOf(one)?.exact.startsWith('granulocytosis was'));
      assert.ok(mark && isUnderlined(mark));
    });

    it('are made with Shift and the arrow keys, with a comment and tags', async () => {
      const { page } = workbench();
      await editor().button('Next Page').click();
      await editor().isAt(2);
      await editor().text(2);
      await editor().pages.focus();
      await page.keyboard.press('Shift+Control+ArrowRight');
      await page.keyboard.press('Shift+Control+ArrowRight');
      await page.keyboard.press('Control+Alt+M');
      await box().getByLabel('Comment').fill('As in *wang2001*.');
      await box().getByLabel('Tags').fill('to check, growth factors');
      await workbench().screenshot(path.join(shots, 'box.png'));
      await page.keyboard.press('Control+Enter');
      await eventually(() => assert.equal(kept().length, 3));
      const mark = kept().find((one) => commentOf(one) !== undefined);
      assert.ok(mark);
      assert.deepEqual([quoteOf(mark)?.exact, pageOf(mark), commentOf(mark), tagsOf(mark)], ['Case report', 2, 'As in *wang2001*.', ['to check', 'growth factors']]);
    });

    it('stand beside meanings of terms, which the mouse and the keyboard show', async () => {
      const { page } = workbench();
      const explanation = editor().frame.locator('.explanation');
      const { x, y } = await editor().boxOf(2, 'Line 9', 'leukemoid');
      await editor().settles(async () => {
        await page.mouse.move(x + 60, y + 200);
        await page.mouse.move(x + 8, y + 6, { steps: 3 });
        await explanation.waitFor({ timeout: 3000 });
      });
      assert.match(await explanation.innerText(), /^leukemoid reaction — Finding/);
      await workbench().screenshot(path.join(shots, 'explanation.png'));
      await page.mouse.move(x + 60, y + 200);
      await explanation.waitFor({ state: 'hidden' });
      await editor().clickTwice(2, 'Line 4', 'granulocytosis');
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      await explanation.filter({ hasText: 'granulocytosis' }).waitFor();
      await page.keyboard.press('Escape');
    });

    it('leave the rest of the file as it was', () => {
      assert.ok(fs.readFileSync(file(), 'utf8').startsWith(paper));
    });

    it('are drawn where they belong when the PDF is opened again, listed, and led to', async () => {
      await workbench().closeEditors();
      await editor().open('chen1995.pdf');
      await workbench().runCommand('Casebook: Show Marks of PDF');
      await editor().frame.locator('.listed').nth(2).waitFor();
      await editor().frame.locator('.listed', { hasText: 'Case report' }).click();
      await editor().isAt(2);
      await editor().mark('Case report').waitFor();
      await editor().frame.locator('.markBox textarea').waitFor();
      await workbench().page.keyboard.press('Escape');
      await editor().frame.locator('.listed', { hasText: 'leukemoid' }).click();
      await workbench().page.keyboard.press('Escape');
      await workbench().screenshot(path.join(shots, 'marks-light.png'));
      await workbench().setTheme('dark');
      await workbench().screenshot(path.join(shots, 'marks-dark.png'));
      await workbench().setTheme('highContrast');
      await workbench().screenshot(path.join(shots, 'marks-high-contrast.png'));
      await workbench().setTheme('light');
    });

    it('are opened from the Annotations view', async () => {
      const { page } = workbench();
      await workbench().closeEditors();
      await workbench().openContainer('Casebook');
      const annotations = workbench().tree('Annotations');
      await page.locator('.pane-header', { hasText: 'Annotations' }).click();
      await annotations.row('Case report').click();
      await page.locator('.tab.active', { hasText: 'chen1995.pdf' }).waitFor();
      await editor().isAt(2);
      await editor().mark('Case report').waitFor();
      await editor().frame.locator('.listed').nth(2).waitFor();
    });

    it('are changed and removed in their box, which can be taken back', async () => {
      const { page } = workbench();
      await editor().frame.locator('.listed', { hasText: 'leukemoid' }).click();
      await box().getByLabel('Meaning').selectOption('doubt');
      await box().getByRole('button', { name: 'Save' }).click();
      await eventually(() => assert.deepEqual(kept().filter((one) => meaningOf(one) === 'doubt').map((one) => quoteOf(one)?.exact), ['leukemoid']));
      await editor().frame.locator('.listed', { hasText: 'doubt' }).click();
      await box().getByRole('button', { name: 'Remove' }).click();
      await eventually(() => assert.equal(kept().length, 2));
      await page.keyboard.press('Control+Alt+Z');
      await eventually(() => assert.equal(kept().length, 3));
      assert.equal(kept().filter((one) => meaningOf(one) === 'doubt').length, 1);
    });

    it('are said to screen readers, reached by keyboard, and opened with Enter', async () => {
      const { page } = workbench();
      const { frame } = editor();
      await frame.getByRole('region', { name: 'Pages of the PDF' }).waitFor();
      await frame.getByRole('region', { name: 'Page 1', exact: true }).waitFor();
      await frame.getByRole('tab', { name: 'Marks', selected: true }).waitFor();
      const mark = frame.getByRole('button', { name: 'Highlight, doubt. leukemoid', exact: true });
      await mark.focus();
      await page.keyboard.press('Enter');
      await frame.getByRole('dialog', { name: 'Mark Words' }).getByRole('textbox', { name: 'Comment' }).fill('Since when?');
      await page.keyboard.press('Control+Enter');
      await frame.getByRole('status').filter({ hasText: 'Mark changed: leukemoid, doubt' }).waitFor();
      await frame.getByRole('button', { name: 'Highlight, doubt. leukemoid. Since when?', exact: true }).waitFor();
      await page.keyboard.press('Control+Alt+Z');
      await mark.waitFor();
      const toolbar = frame.getByRole('toolbar', { name: 'PDF' });
      await toolbar.getByRole('button', { name: 'Previous Page' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await frame.getByRole('status').filter({ hasText: 'Page 2 of 5' }).waitFor();
      for (const button of await toolbar.getByRole('button').all()) assert.ok(await button.getAttribute('aria-label'));
    });

    it('are written into a copy of the PDF, which other readers open', async () => {
      const { page } = workbench();
      const original = fs.readFileSync(path.join(workbench().folder, 'library', 'chen1995.pdf'));
      await workbench().runCommand('Casebook: Export Annotated PDF…');
      const name = workbench().quickInput.input;
      await eventually(async () => assert.match(await name.inputValue(), /chen1995 annotated\.pdf$/));
      await page.keyboard.press('Enter');
      await workbench().notifications.filter({ hasText: '3 annotations were written into library/chen1995 annotated.pdf.' }).waitFor();
      const copy = fs.readFileSync(path.join(workbench().folder, 'library', 'chen1995 annotated.pdf'));
      assert.deepEqual(copy.subarray(0, original.length), original);
      assert.deepEqual((await foreignIn(copy)).map(({ kind, passage, comment }) => [kind, passage.page, passage.exact, comment]), [
        ['highlight', 1, 'leukemoid', undefined],
        ['underline', 1, 'granulocytosis was seen on day 35', undefined],
        ['highlight', 2, 'Case report', 'As in *wang2001*.\n\n#to check #growth factors'],
      ]);
    });

    it('are taken over from other readers, once each, and all taken back at once', async () => {
      fs.writeFileSync(path.join(workbench().folder, 'library', 'chen1995-2.pdf'), await annotatedPdf());
      await workbench().openContainer('Explorer');
      await workbench().closeEditors();
      await editor().open('chen1995-2.pdf');
      const offer = editor().frame.getByRole('status').filter({ hasText: 'Other readers left annotations in this PDF (5)' });
      await offer.getByRole('button', { name: 'Take Over' }).click();
      await workbench().notifications.filter({ hasText: '6 annotations of the PDF were taken over into chen1995.' }).waitFor();
      const own = kept().length;
      const ada = kept().find(({ creator }) => creator === 'Ada');
      assert.ok(ada);
      assert.deepEqual([quoteOf(ada)?.exact.slice(0, 18), commentOf(ada), ada.created, meaningOf(ada)], ['leukemoid reaction', 'Compare with day 14.', '2026-03-01T08:30:00Z', '#ffd400']);
      await editor().mark('fever').waitFor();
      await workbench().screenshot(path.join(shots, 'taken-over.png'));
      await workbench().clearNotifications();
      await workbench().runCommand('Casebook: Take Over Annotations of PDF…');
      await workbench().notifications.filter({ hasText: '6 were there already.' }).waitFor();
      assert.equal(kept().length, own);
      await workbench().runCommand('Casebook: Undo Last Change of Annotations in PDF');
      await eventually(() => assert.equal(kept().length, own - 6));
      await workbench().runCommand('Casebook: Show Marks of PDF');
      await editor().frame.locator('.listed.foreign', { hasText: 'Is this table right?' }).waitFor();
      await workbench().closeEditors();
      await editor().open('chen1995.pdf');
    });

    it('are notes on a page where there are no words to mark', async () => {
      fs.writeFileSync(path.join(workbench().folder, 'library', 'chen1995-3.pdf'), await makeScan(fs.readFileSync(path.join(root, 'media', 'icon.png'))));
      await workbench().closeEditors();
      await editor().open('chen1995-3.pdf');
      const said = editor().frame.getByRole('status').filter({ hasText: 'they look scanned' });
      await said.getByRole('button', { name: 'Comment on Page' }).click();
      await box().getByLabel('Comment').fill('Table 2 is cut off.');
      await box().getByRole('button', { name: 'Save' }).click();
      await editor().frame.getByRole('button', { name: 'Note. Page 1. Table 2 is cut off.', exact: true }).waitFor();
      const note = kept().find((one) => commentOf(one) === 'Table 2 is cut off.');
      assert.deepEqual([note?.target.source, note?.target.selector.map(({ type }) => type), note && pageOf(note)], ['chen1995-3.pdf', ['FragmentSelector'], 1]);
      await workbench().screenshot(path.join(shots, 'page-note.png'));
      await workbench().openContainer('Casebook');
      await workbench().tree('Annotations').row('Table 2 is cut off.').waitFor();
      await workbench().openContainer('Explorer');
      await workbench().closeEditors();
      await editor().open('chen1995.pdf');
    });

    it('follow their words into another version of the PDF', async () => {
      const [first, ...others] = reportPages(5);
      assert.ok(first);
      const changed = [{ lines: ['A new first page.'] }, { lines: ['A line put in before.', ...first.lines] }, ...others];
      fs.writeFileSync(path.join(workbench().folder, 'library', 'chen1995.pdf'), await makePdf(changed));
      await editor().frame.locator('.toolbar .of', { hasText: 'of 6' }).waitFor();
      await editor().frame.locator('.listed.moved', { hasText: 'leukemoid' }).click();
      await workbench().page.keyboard.press('Escape');
      await editor().isAt(2);
      const drawn = await editor().mark('leukemoid').boundingBox();
      const word = await editor().boxOf(2, 'Line 3', 'leukemoid');
      assert.ok(drawn && Math.abs(drawn.x - word.x) < 3 && Math.abs(drawn.y - word.y) < 4, `${JSON.stringify(drawn)} ${JSON.stringify(word)}`);
    });

    it('are confirmed on the words that were found', async () => {
      await editor().frame.getByRole('button', { name: 'Confirm These Are the Words: Highlight, doubt. leukemoid' }).click();
      await eventually(() => assert.equal(placeOf('leukemoid'), 2));
      await editor().frame.locator('.listed.exact', { hasText: 'leukemoid' }).waitFor();
    });

    it('are set to the selected words where theirs are gone', async () => {
      const { page } = workbench();
      fs.writeFileSync(path.join(workbench().folder, 'library', 'chen1995.pdf'), await makePdf([{ lines: ['Nothing of this was there before.', 'Another report', ...Array.from({ length: 8 }, () => 'It is short.'), 'A leuke-', 'moid reaction and granulo-', 'cytosis'] }]));
      await editor().frame.locator('.listed.orphaned', { hasText: 'Case report' }).waitFor();
      await workbench().screenshot(path.join(shots, 'orphaned.png'));
      await page.keyboard.press('ControlOrMeta+F');
      await editor().frame.getByRole('search').getByRole('textbox').fill('Another report');
      await editor().frame.locator('.findBar .count', { hasText: '1 of 1' }).waitFor();
      await page.keyboard.press('Escape');
      await editor().settles(async () => assert.equal(await editor().selected(), 'Another report'));
      await editor().frame.getByRole('button', { name: 'Set to Selected Words: Highlight, #to check, #growth factors. Case report.' }).click();
      await eventually(() => assert.equal(placeOf('Another report'), 1));
      await editor().frame.locator('.listed.exact', { hasText: 'Another report' }).waitFor();
      await page.keyboard.press('Control+Alt+Z');
      await eventually(() => assert.equal(placeOf('Case report'), 2));
      await workbench().openContainer('Casebook');
      await workbench().tree('Annotations').row('Case report').waitFor();
      await page.locator('.pane-body', { hasText: 'not found' }).first().waitFor();
    });

    it('leave terms that go over a line\u2019s end their meanings', async () => {
      const { page } = workbench();
      const explanation = editor().frame.locator('.explanation');
      for (const [line, part, term] of [['moid', 'moid', /^leukemoid reaction/], ['granulo', 'granulo', /^granulocytosis/]] as const) {
        await editor().settles(async () => {
          await page.mouse.move(5, 5);
          const { x, y, width, height } = await editor().boxOf(1, line, part);
          await page.mouse.move(x + width / 2, y + height / 2, { steps: 2 });
          await explanation.filter({ hasText: term }).waitFor({ timeout: 3000 });
        });
      }
    });

    it('are known not to be found after a restart, until the PDF is another', async () => {
      const notFound = workbench().tree('Annotations').row('Case report').filter({ hasText: 'not found' });
      await notFound.waitFor();
      await workbench().closeEditors();
      const loaded = workbench().page.waitForEvent('load');
      await workbench().runCommand('Developer: Reload Window').catch(() => undefined); // it goes with the palette that it was chosen in
      await loaded;
      await workbench().openContainer('Casebook');
      await notFound.waitFor();
      assert.equal(await workbench().page.locator('.tab').count(), 0, 'the PDF is open and could tell');
      fs.writeFileSync(path.join(workbench().folder, 'library', 'chen1995.pdf'), await makePdf(reportPages(5)));
      await notFound.waitFor({ state: 'detached' });
      await workbench().tree('Annotations').row('Case report').waitFor();
    });
  },
  { folder: emptyFolder(), prepare: writePaper, settings },
);
