import * as assert from 'node:assert/strict';
import { commands } from 'vscode';
import { paperText } from '../library/support';
import { eventually, fileUri, readFile, removeFile, writeFile } from '../support';

/** A PDF of one page on which somebody highlighted the first words. */
function smallPdf(): string {
  const text = 'BT /F 20 Tf 100 700 Td (Liver abscess) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents 5 0 R /Annots [6 0 R] >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Annot /Subtype /Highlight /F 4 /Rect [99 695 226 718] /QuadPoints [99 718 226 718 99 695 226 695] /C [1 1 0] /T (Ada) /Contents (Of what size?) /CreationDate (D:20260301083000Z) >>',
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = ['0000000000 65535 f', ...places.map((place) => `${String(place).padStart(10, '0')} 00000 n`)];
  return `${pdf}xref\n0 ${table.length}\n${table.join(' \n')} \ntrailer\n<< /Size ${table.length} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
}

describe('PDFs and their papers', () => {
  const pdf = (): string => fileUri('library/wang2001.pdf').toString();
  const paper = (): Promise<string> => readFile(fileUri('library/wang2001.yaml'));

  beforeEach(async () => {
    await writeFile('library/wang2001.pdf', smallPdf());
    await writeFile('library/wang2001.yaml', paperText('wang2001'));
    await commands.executeCommand('casebook.refreshPapers');
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFile('library');
    await commands.executeCommand('casebook.refreshPapers');
  });

  it('exchange what others left in the one, and what was marked in the other', async function () {
    this.timeout(60_000);
    const taken = await eventually(async () => {
      await commands.executeCommand('casebook.takeOverAnnotations', pdf());
      return eventually(async () => {
        const text = await paper();
        assert.match(text, /creator: Ada\n/);
        return text;
      }, 15_000); // asked for again too soon, it would be done twice
    }, 40_000);
    assert.match(taken, /created: ['"]?2026-03-01T08:30:00Z/);
    assert.match(taken, /exact: Liver abscess\n/);
    assert.match(taken, /value: Of what size\?\n/);
    await commands.executeCommand('casebook.undoAnnotation');
    assert.equal(await paper(), paperText('wang2001'));

    const own = `${paperText('wang2001')}annotations:\n  - id: a7\n    motivation: commenting\n    target:\n      source: wang2001.pdf\n      selector:\n        - type: FragmentSelector\n          value: page=1\n    body:\n      - type: TextualBody\n        purpose: commenting\n        value: A page of one line\n`;
    await writeFile('library/wang2001.yaml', own);
    await commands.executeCommand('casebook.refreshPapers');
    const copy = await eventually(async () => {
      await commands.executeCommand('casebook.exportAnnotatedPdf', pdf(), undefined, fileUri('library/copy.pdf'));
      return eventually(() => readFile(fileUri('library/copy.pdf')), 10_000);
    }, 20_000);
    assert.ok(copy.startsWith(smallPdf()));
    assert.match(copy, /\/Subtype \/Text|\/ObjStm/);
  });
});
