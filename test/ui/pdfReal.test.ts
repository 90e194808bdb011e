import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { type Annotation, meaningOf, pageOf, quoteOf, rectanglesOf } from '../../src/core/annotating/annotation';
import { annotationsInFile } from '../../src/core/annotating/annotationFile';
import { foldText } from '../../src/core/annotating/foldedText';
import { spanUnder, textOf } from '../../src/core/pdf/pdfText';
import { outFolder, root } from '../support/paths';
import { itemsOf, withPdf } from '../support/pdf/readPdf';
import { emptyFolder } from '../support/ui/emptyFolder';
import { eventually } from '../support/ui/eventually';
import { inWorkbench } from '../support/ui/inWorkbench';
import { PdfEditor } from '../support/ui/pdfEditor';

const shots = path.join(outFolder, 'pdf');
const settings = { 'workbench.editorAssociations': { '*.pdf': 'casebook.pdf' } };
const data = path.join(root, 'test', 'data', 'pdf');

/** Words of a two-column paper: over lines, over hyphens and columns' ends, with ligatures and formulas; each with its colour's place. */
const passages: readonly (readonly [words: string, colour: number])[] = [
  ['transient and reactive rise of the leukocyte count', 0],
  ['Differentiation from chronic myeloid leukaemia', 1],
  ['ligatures such as ffi and ffl', 4],
  ['Overshooting responses are uncommon', 0],
  ['macrophage colony-stimulating factor have been found', 2],
  ['filgrastim was begun', 2],
  ['no treatment other than observation was needed', 3],
  ['granulocytic hyperplasia', 1],
  ['breast carcinoma received pegfilgrastim', 2],
  ['The exaggerated response was reversible', 3],
];

async function writePaper(folder: string): Promise<void> {
  fs.mkdirSync(path.join(folder, 'library'));
  fs.writeFileSync(path.join(folder, 'library', 'writer2026.yaml'), 'references:\n  - id: writer2026\n    type: article-journal\n    title: Three invented cases\n    page: 11-12\n');
  fs.copyFileSync(path.join(data, 'twoColumns.pdf'), path.join(folder, 'library', 'writer2026.pdf'));
}

const plain = (text: string): string => {
  const folded = foldText(text);
  return folded.slice(0, folded.length);
};

inWorkbench(
  'A real paper in two columns',
  (workbench) => {
    const editor = (): PdfEditor => new PdfEditor(workbench());
    const kept = (): readonly Annotation[] => annotationsInFile(fs.readFileSync(path.join(workbench().folder, 'library', 'writer2026.yaml'), 'utf8')).annotations;

    it('is marked in ten passages and five colours by keyboard', async () => {
      const { page } = workbench();
      const { frame } = editor();
      await workbench().tree('Files Explorer').expand('library');
      await editor().open('writer2026.pdf');
      await editor().text(1);
      for (const [index, [words, colour]] of passages.entries()) {
        await page.keyboard.press('ControlOrMeta+F');
        await frame.getByRole('search').getByRole('textbox').fill(words);
        await frame.locator('.findBar .count', { hasText: '1 of 1' }).waitFor();
        await frame.locator('.highlight.selected').first().waitFor();
        await page.keyboard.press('Escape');
        await editor().settles(async () => assert.equal(plain(await editor().selected()), plain(words)));
        await page.keyboard.press('Control+Alt+H');
        await frame.locator('.selectionBar button:focus').waitFor();
        await frame.locator('.selectionBar .colour').nth(colour).press('Enter');
        await eventually(() => assert.equal(kept().length, index + 1));
      }
      assert.equal(new Set(kept().map(meaningOf)).size, 5);
      assert.deepEqual(kept().map((one) => plain(quoteOf(one)?.exact ?? '')).sort(), passages.map(([words]) => plain(words)).sort());
    });

    it('has each mark on its words', async () => {
      await withPdf(fs.readFileSync(path.join(data, 'twoColumns.pdf')), async (pdf) => {
        for (const one of kept()) {
          const items = await itemsOf(pdf, pageOf(one) ?? 0);
          const span = spanUnder(items, rectanglesOf(one));
          const under = span && textOf(items).slice(span.start, span.end);
          const exact = quoteOf(one)?.exact ?? '';
          assert.ok(under !== undefined && Math.abs(plain(under).length - plain(exact).length) <= 2 && (plain(under).includes(plain(exact).slice(1, -1)) || plain(exact).includes(plain(under).slice(1, -1))), `${exact}: ${under}`);
        }
      });
    });

    it('shows them all when it is opened again', async () => {
      await workbench().closeEditors();
      await editor().open('writer2026.pdf');
      await workbench().runCommand('Casebook: Show Marks of PDF');
      await editor().frame.locator('.listed.exact').nth(9).waitFor();
      await editor().frame.locator('.listed', { hasText: 'transient' }).click();
      await workbench().page.keyboard.press('Escape');
      await workbench().screenshot(path.join(shots, 'two-columns.png'));
    });

    it('becomes a note that quotes them with their printed pages', async () => {
      await workbench().runCommand('Casebook: New Note from Paper…');
      await workbench().quickInput.row('writer2026').click();
      await workbench().page.locator('.tab.active', { hasText: 'writer2026.md' }).waitFor();
      const note = fs.readFileSync(path.join(workbench().folder, 'notes', 'writer2026.md'), 'utf8');
      for (const one of kept()) assert.ok(plain(note).includes(plain(quoteOf(one)?.exact ?? '')), quoteOf(one)?.exact);
      assert.match(note, /^> granulocytic hyperplasia$/m);
      assert.match(note, /> The exaggerated response was reversible[^]*?\[@writer2026, p\. 12\]/);
    });
  },
  { folder: emptyFolder(), prepare: writePaper, settings },
);
