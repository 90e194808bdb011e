import assert from 'node:assert/strict';
import { addressOfYear, knownTerminologies } from '../../../../src/core/terms/readers/knownTerminologies';
import { gather } from './reading';

describe('known terminologies', () => {
  const all = knownTerminologies(2026);

  it('say whose they are, and are loaded over encrypted connections', () => {
    for (const { id, name, holds, licence, licenceUrl, address } of all) {
      assert.ok(id !== '' && name !== '' && holds !== '' && licence !== '', name);
      for (const url of [licenceUrl, ...(address === undefined ? [] : [address])]) assert.equal(new URL(url).protocol, 'https:', url);
    }
    assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
  });

  it('are not loaded where that needs an agreement', () => {
    assert.deepEqual(all.filter(({ address }) => address === undefined).map(({ id }) => id), ['umls', 'snomedct']);
  });

  it('are known by their addresses of earlier years', () => {
    const [mesh] = all.filter(({ id }) => id === 'mesh');
    const before = mesh?.address?.replace('2026', '2024') ?? '';
    assert.notEqual(before, mesh?.address);
    assert.equal(addressOfYear(before, 2026), mesh?.address);
    assert.equal(addressOfYear(mesh?.address ?? '', 2026), undefined);
    assert.equal(addressOfYear('https://purl.obolibrary.org/obo/hp.json', 2026), undefined);
    assert.equal(addressOfYear('https://example.org/2024', 2026), undefined);
  });

  it('lend their licence to files that have none', async () => {
    const bare = await gather('[Term]\nid: NCIT:C1\nname: a\n');
    assert.deepEqual([bare.head.id, bare.head.licence], ['ncit', 'CC BY 4.0']);
    const own = await gather('format-version: 1.2\nontology: ncit\nproperty_value: terms:license https://creativecommons.org/publicdomain/zero/1.0/\n\n[Term]\nid: NCIT:C1\nname: a\n');
    assert.equal(own.head.licence, 'CC0 1.0');
  });

  it('read HGNC’s table', async () => {
    const columns = all.find(({ id }) => id === 'hgnc')?.columns;
    assert.ok(columns);
    const header = 'hgnc_id\tsymbol\tname\tlocus_group\tlocus_type\tstatus\talias_symbol\talias_name\tprev_symbol\tprev_name\tomim_id\n';
    const row = 'HGNC:6018\tIL6\tinterleukin 6\tprotein-coding gene\tgene with protein product\tApproved\t"IL-6|BSF2"\t"B-cell stimulatory factor 2"\tIFNB2\t"interleukin 6 (interferon, beta 2)"\t147620\n';
    const { concepts } = await gather(header + row, { columns, head: { id: 'hgnc' } });
    assert.deepEqual(concepts, [
      {
        id: 'HGNC:6018', name: 'IL6', synonyms: ['interleukin 6', 'B-cell stimulatory factor 2', 'interleukin 6 (interferon, beta 2)'], abbreviations: ['IL-6', 'BSF2', 'IFNB2'], inexact: [],
        types: ['gene with protein product'], xrefs: [], broader: [], relations: [],
      },
    ]);
  });
});
