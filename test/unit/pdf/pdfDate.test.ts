import assert from 'node:assert/strict';
import { readPdfDate, writePdfDate } from '../../../src/core/pdf/pdfDate';

describe('dates of PDFs', () => {
  it('are read as PDF has them, in UTC', () => {
    assert.equal(readPdfDate("D:20261126121000+01'00'"), '2026-11-26T11:10:00Z');
    assert.equal(readPdfDate("D:20261126121000-05'30"), '2026-11-26T17:40:00Z');
    assert.equal(readPdfDate('D:20261126121000Z'), '2026-11-26T12:10:00Z');
    assert.equal(readPdfDate('D:2026'), '2026-01-01T00:00:00Z');
    assert.equal(readPdfDate('20261126'), '2026-11-26T00:00:00Z');
  });

  it('are none where they are not', () => {
    for (const text of ['', 'yesterday', 'D:', 'D:20269926']) assert.equal(readPdfDate(text), undefined);
    assert.equal(writePdfDate('soon'), undefined);
  });

  it('are written so that they are read again', () => {
    assert.equal(writePdfDate('2026-11-26T11:10:00Z'), 'D:20261126111000Z');
    assert.equal(readPdfDate(writePdfDate('2026-11-26T11:10:00Z') ?? ''), '2026-11-26T11:10:00Z');
  });
});
