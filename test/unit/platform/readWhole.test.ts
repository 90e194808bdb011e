import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import { commonEnds } from '../../../src/core/library/bibliography/commonEnds';
import { readWhole, readWholeLike } from '../../../src/platform/workers/readWhole';
import { temporaryFolder } from '../../support/temporary';

describe('Reading a whole file', () => {
  let file = '';
  before(() => {
    file = path.join(temporaryFolder(), 'file');
  });

  it('gives its bytes, and what they have in common with others, whatever the pieces', async () => {
    const bytes = fc.uint8Array({ maxLength: 300, max: 3 });
    await fc.assert(fc.asyncProperty(bytes, bytes, bytes, bytes, fc.integer({ min: 1, max: 400 }), async (start, before, after, end, piece) => {
      const [old, now] = [Buffer.concat([start, before, end]), Buffer.concat([start, after, end])];
      fs.writeFileSync(file, now);
      assert.deepEqual(Buffer.from((await readWhole(file, piece)) ?? []), now);
      const like = await readWholeLike(file, new Uint8Array(old), piece);
      assert.deepEqual(Buffer.from(like?.bytes ?? []), now);
      assert.deepEqual(like?.common, commonEnds(old, now));
    }), { numRuns: 200 });
  });

  it('finds one changed byte in large files', async () => {
    const old = new Uint8Array(9_000_000).map((_, at) => at % 251);
    for (const at of [0, 1, 4_194_303, 4_194_304, 5_000_000, 8_999_999]) {
      const now = old.slice();
      now[at] = 255;
      fs.writeFileSync(file, now);
      assert.deepEqual((await readWholeLike(file, old))?.common, { start: at, end: old.length - 1 - at });
    }
  });

  it('never opens what is no file', async () => {
    assert.equal(await readWhole(path.dirname(file)), undefined);
    await assert.rejects(readWhole(path.join(path.dirname(file), 'none')), /ENOENT/);
  });
});
