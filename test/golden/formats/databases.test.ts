import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { detectFormat, readText } from '../../../src/core/formats/registry';

const folder = path.join(__dirname, 'databases');

/** Invented papers as databases and programs export them. Run with `UPDATE_GOLDEN=1` to write what is read now, then review. */
describe('exports of databases', () => {
  for (const file of readdirSync(folder).filter((name) => !name.endsWith('.records.json'))) {
    it(file, () => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const format = file.replace(/\.\w+$/, '');
      assert.equal(detectFormat(text)?.id, format);
      const { records, problems } = readText(text);
      const told = problems.map(({ code, params, span }) => ({ code, params, ...(span && { at: text.slice(span.start, span.end).slice(0, 40) }) }));
      const answer = path.join(folder, `${format}.records.json`);
      if (process.env.UPDATE_GOLDEN || !existsSync(answer)) {
        writeFileSync(answer, `${JSON.stringify({ records, problems: told }, undefined, 2)}\n`);
      }
      assert.deepEqual({ records, problems: told }, JSON.parse(readFileSync(answer, 'utf8')));
    });
  }
});
