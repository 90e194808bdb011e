import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatById, formats } from '../../../src/core/formats/registry';
import { heldByBibtex } from '../../support/bibtexHolds';
import { sharedPath } from '../../support/shared';

const files: Readonly<Partial<Record<string, string>>> = { 'portal-text': 'elsevier-pure-text' };

/** Everything that peers' test cases hold, in whatever format, written and read again. */
describe('round trip of all cases', () => {
  for (const format of formats.filter(({ read, id }) => read !== undefined && id !== 'biblatex')) {
    for (const dialect of ['bibtex', 'biblatex'] as const) {
      it(`${format.id} through ${dialect}`, function () {
        const path = sharedPath('data', 'formats', `${files[format.id] ?? format.id}.jsonl`);
        if (path === undefined) {
          this.skip();
        }
        const inputs = readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { readonly input: unknown }).input);
        for (const input of inputs) {
          const items = format.read?.(typeof input === 'string' ? input : JSON.stringify(input)).records ?? [];
          const target = formatById(dialect);
          const again = target?.read?.(target.write?.(items) ?? '').records ?? [];
          const held = items.map((item) => heldByBibtex(item, dialect));
          assert.deepEqual(again.map(({ id }, index) => ({ ...again[index], id })), held.map((variables, index) => ({ id: again[index]?.id, ...variables })));
        }
      }).timeout(60_000);
    }
  }
});
