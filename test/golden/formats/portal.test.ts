import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { readText } from '../../../src/core/formats/registry';

const folder = path.join(__dirname, 'portal');

/** Invented papers in the layouts of real portal pages. Run with `UPDATE_GOLDEN=1` to write what is read now, then review. */
describe('portal pages', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    it(file, () => {
      const { records, problems } = readText(readFileSync(path.join(folder, file), 'utf8'), 'portal-text');
      const told = problems.map(({ code, params }) => ({ code, params }));
      const answer = path.join(folder, file.replace(/\.txt$/, '.json'));
      if (process.env.UPDATE_GOLDEN || !existsSync(answer)) {
        writeFileSync(answer, `${JSON.stringify({ records, problems: told }, undefined, 2)}\n`);
      }
      assert.deepEqual({ records, problems: told }, JSON.parse(readFileSync(answer, 'utf8')));
    });
  }
});
