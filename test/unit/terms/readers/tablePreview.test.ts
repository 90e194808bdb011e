import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { tablePreview } from '../../../../src/core/terms/readers/tablePreview';
import { partOf } from '../../../../src/core/terms/readers/terminologyPart';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const preview = (text: string) => tablePreview([partOf('table.csv', bytes(text))]);

describe('the preview of a table', () => {
  it('names the columns, shows rows, and guesses what they hold', async () => {
    assert.deepEqual(await preview('Code,Label,Synonyms,Note\nA:1,fever,"pyrexia;high, temperature",x\nA:2,rash,,y\nA:3,cough,,z\nA:4,ache,,w\n'), {
      columns: ['Code', 'Label', 'Synonyms', 'Note'],
      rows: [['A:1', 'fever', 'pyrexia;high, temperature', 'x'], ['A:2', 'rash', '', 'y'], ['A:3', 'cough', '', 'z']],
      guess: { name: 'Label', id: 'Code', synonyms: ['Synonyms'] },
    });
  });

  it('numbers the columns of a table without names', async () => {
    assert.deepEqual(await preview('A:1\tfever\nA:2\trash\n'), { columns: ['1', '2'], rows: [['A:1', 'fever'], ['A:2', 'rash']], guess: { name: '2', id: '1' } });
  });

  it('guesses nothing of names that say nothing', async () => {
    const found = await preview('Befund;Schlüssel\nFieber;R50\nHusten;R05\n');
    assert.deepEqual([found?.columns, found?.guess], [['Befund', 'Schlüssel'], undefined]);
  });

  it('is there for what is packed, and for tables alone', async () => {
    const packed = await tablePreview([partOf('t.csv.gz', gzipSync('name,id\nfever,A:1\nrash,A:2\n'))]);
    assert.deepEqual(packed?.guess, { name: 'name', id: 'id' });
    assert.equal(await preview('format-version: 1.2\n\n[Term]\nid: A:1\nname: a\n'), undefined);
    assert.equal(await tablePreview([partOf('x', new Uint8Array([0, 1, 2]))]), undefined);
  });
});
