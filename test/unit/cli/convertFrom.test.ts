import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { convert } from '../../../src/cli/convert';
import { formats } from '../../../src/core/formats/registry';

const databases = path.join(__dirname, '..', '..', 'golden', 'formats', 'databases');

describe('casebook convert --from', () => {
  for (const file of readdirSync(databases).filter((name) => !name.endsWith('.records.json'))) {
    const format = file.replace(/\.\w+$/, '');
    it(`${format} gives the records that detection gives`, async () => {
      const { output } = await convert([path.join(databases, file)], { from: format, to: 'csl-json' });
      const { records } = JSON.parse(readFileSync(path.join(databases, `${format}.records.json`), 'utf8')) as { readonly records: unknown };
      assert.deepEqual(JSON.parse(output), records);
    });
  }

  it('knows every format that can be read by the names of the case files', () => {
    const known = ['portal-text', 'csl-yaml', 'csl-json', 'bibtex', 'ris', 'nbib', 'wos-tagged', 'refworks', 'refer-enw', 'ovid', 'pubmed-xml', 'endnote-xml', 'mods', 'msbib', 'crossref-unixref', 'crossref-json', 'europepmc-json', 'openalex-json', 'cff', 'hayagriva-yaml', 'reference', 'biblatex'];
    assert.deepEqual(formats.filter(({ read }) => read).map(({ id }) => id).filter((id) => !known.includes(id)), []);
    for (const id of known) assert.ok(formats.some((format) => format.id === id && format.read), id);
  });

  it('writes EndNote XML that it reads again', async () => {
    const { output } = await convert([path.join(databases, 'pubmed-xml.xml')], { to: 'endnote-xml' });
    assert.match(output, /<ref-type name="Journal Article">17<\/ref-type>/);
  });
});
