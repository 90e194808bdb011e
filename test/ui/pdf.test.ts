import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { makePdf, makeScan, reportPages } from '../support/pdf/makePdf';
import { outFolder, root } from '../support/paths';
import { inWorkbench } from '../support/ui/inWorkbench';
import { PdfEditor } from '../support/ui/pdfEditor';
import { emptyFolder } from '../support/ui/emptyFolder';

const shots = path.join(outFolder, 'pdf');
const settings = { 'workbench.editorAssociations': { '*.pdf': 'casebook.pdf' } };

const filterOf = new Function('canvas', 'return getComputedStyle(canvas).filter') as (canvas: unknown) => string;

async function writePdfs(folder: string): Promise<void> {
  fs.writeFileSync(path.join(folder, 'report.pdf'), await makePdf(reportPages(30), 5));
  fs.writeFileSync(path.join(folder, 'scan.pdf'), await makeScan(fs.readFileSync(path.join(root, 'media', 'icon.png'))));
  fs.writeFileSync(path.join(folder, 'broken.pdf'), 'This was to be a PDF, and is none.');
  fs.copyFileSync(path.join(root, 'test', 'data', 'pdf', 'encrypted.pdf'), path.join(folder, 'encrypted.pdf'));
}

inWorkbench(
  'PDF editor',
  (workbench) => {
    const editor = (): PdfEditor => new PdfEditor(workbench());

    it('shows a PDF, with text that can be selected', async () => {
      await editor().open('report.pdf');
      assert.match(await editor().text(1), /^Case report, page 1\s/);
      assert.equal(await editor().frame.locator('.toolbar .of').innerText(), 'of 30');
      await workbench().screenshot(path.join(shots, 'dark.png'));
    });

    it('finds words on all pages, and counts them', async () => {
      const { page } = workbench();
      await page.keyboard.press('ControlOrMeta+F');
      const input = editor().frame.getByRole('search').getByRole('textbox');
      await input.fill('case report');
      await editor().frame.locator('.findBar .count', { hasText: '1 of 30' }).waitFor();
      await page.keyboard.press('Enter');
      await editor().frame.locator('.findBar .count', { hasText: '2 of 30' }).waitFor();
      await editor().isAt(2);
      await workbench().screenshot(path.join(shots, 'find.png'));
      await page.keyboard.press('Shift+Enter');
      await editor().isAt(1);
      await page.keyboard.press('Escape');
      await editor().frame.locator('.findBar').waitFor({ state: 'hidden' });
    });

    it('goes to a page by its number, zooms, fits and turns', async () => {
      const { page } = workbench();
      const first = editor().frame.locator('.page[data-page-number="17"]');
      const width = async (): Promise<number> => (await first.boundingBox())?.width ?? 0;
      await page.keyboard.press('Control+G');
      await editor().frame.locator('input.number:focus').waitFor();
      await page.keyboard.type('17');
      await page.keyboard.press('Enter');
      await editor().isAt(17);
      const before = await width();
      await page.keyboard.press('ControlOrMeta+=');
      await editor().settles(async () => assert.ok(Math.abs((await width()) / before - 1.2) < 0.02, `${await width()} is not ${before} × 1.2`));
      await editor().button('Fit Page').click();
      const view = (await editor().pages.boundingBox())?.height ?? 0;
      await editor().settles(async () => assert.ok(((await first.boundingBox())?.height ?? 0) <= view));
      await editor().button('Rotate Clockwise').click();
      await editor().settles(async () => assert.ok((await width()) > ((await first.boundingBox())?.height ?? 0)));
      for (let turn = 0; turn < 3; turn++) await editor().button('Rotate Clockwise').click();
      await editor().button('Fit Width').click();
      await editor().isAt(17);
    });

    it('leads by its outline and by small pictures of its pages', async () => {
      await editor().button('Outline and Pages').click();
      await editor().frame.getByRole('button', { name: 'Section 3' }).click();
      await editor().isAt(11);
      await editor().frame.getByRole('tab', { name: 'Pages' }).click();
      await editor().button('Page 12').locator('canvas').waitFor();
      await workbench().screenshot(path.join(shots, 'thumbnails.png'));
      await editor().button('Page 12').click();
      await editor().isAt(12);
      await editor().settles(async () => assert.ok((await editor().frame.locator('.page[data-loaded]').count()) <= 4, 'pages away from the view are kept drawn'));
    });

    it('shows pages dark where that is chosen', async () => {
      await workbench().setTheme('light'); // pages follow the theme until something is chosen
      const filter = (): Promise<string> => editor().frame.locator('.page[data-page-number="12"] canvas').first().evaluate(filterOf);
      assert.equal(await filter(), 'none');
      await editor().button('Dark Pages').click();
      assert.match(await filter(), /invert/);
      await workbench().screenshot(path.join(shots, 'dark-pages.png'));
      await editor().button('Dark Pages').click();
    });

    it('comes back to where it was left', async () => {
      await editor().isAt(12);
      await workbench().page.waitForTimeout(1000);
      await workbench().closeEditors();
      await editor().open('report.pdf');
      await editor().isAt(12);
      await editor().frame.getByRole('tab', { name: 'Pages', selected: true }).waitFor();
    });

    it('says what is wrong with a file that is no PDF', async () => {
      await editor().open('broken.pdf');
      await editor().frame.getByRole('heading', { name: 'This file is damaged, or no PDF.' }).waitFor();
    });

    it('asks for the password of a protected PDF, and again where it is wrong', async () => {
      const { page } = workbench();
      await editor().open('encrypted.pdf');
      const input = editor().frame.getByLabel('Password');
      await input.fill('wrong');
      await page.keyboard.press('Enter');
      await editor().frame.getByText('That is not its password.').waitFor();
      await workbench().screenshot(path.join(shots, 'password.png'));
      await input.fill('casebook');
      await page.keyboard.press('Enter');
      assert.match(await editor().text(1), /^A protected report/);
    });

    it('tells that a scanned PDF has no text', async () => {
      await editor().open('scan.pdf');
      await editor().frame.getByRole('status').filter({ hasText: 'they look scanned' }).waitFor();
      await workbench().screenshot(path.join(shots, 'scan.png'));
    });
  },
  { folder: emptyFolder(), prepare: writePdfs, settings, builds: ['node', 'web'] },
);
