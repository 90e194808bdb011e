import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LocalOwnFiles } from '../../../src/platform/workers/localOwnFiles';
import { mountDisk, unmountDisk } from '../../support/mount';
import { temporaryFolder } from '../../support/temporary';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (read: Uint8Array | undefined): string | undefined => read && new TextDecoder().decode(read);

describe('Casebook’s own files on disk', () => {
  const files = new LocalOwnFiles();
  let folder = '';
  const uri = (...parts: string[]): string => pathToFileURL(join(folder, ...parts)).href;

  beforeEach(() => {
    folder = temporaryFolder();
  });

  it('are written with their folders, read whole or in part, listed and deleted', async () => {
    assert.equal(await files.write(uri('a', 'b', 'one.bin'), bytes('0123456789')), undefined);
    assert.equal(text(await files.read(uri('a', 'b', 'one.bin'))), '0123456789');
    assert.equal(text(await files.read(uri('a', 'b', 'one.bin'), { start: 3, end: 6 })), '345');
    assert.equal(text(await files.read(uri('a', 'b', 'one.bin'), { start: 8, end: 60 })), '89');
    for (const range of [undefined, { start: 0, end: 2 }]) {
      assert.equal(Object.getPrototypeOf(await files.read(uri('a', 'b', 'one.bin'), range)), Uint8Array.prototype, 'as a browser has it');
    }
    const place = new Uint8Array(16).fill(33).subarray(2, 12);
    assert.equal(await files.readInto(uri('a', 'b', 'one.bin'), place), true);
    assert.equal(text(new Uint8Array(place.buffer)), '!!0123456789!!!!');
    assert.equal(await files.readInto(uri('a', 'b', 'one.bin'), new Uint8Array(11)), false, 'it is shorter');
    assert.equal(await files.readInto(uri('a', 'b', 'two.bin'), new Uint8Array(1)), false, 'it is not there');
    assert.deepEqual(await files.list(uri('a', 'b')), ['one.bin']);
    assert.equal((await files.stamp(uri('a', 'b', 'one.bin')))?.size, 10);
    await files.remove(uri('a'));
    assert.deepEqual([await files.read(uri('a', 'b', 'one.bin')), await files.stamp(uri('a')), await files.list(uri('a'))], [undefined, undefined, []]);
    await files.remove(uri('a'));
  });

  it('replace one another whole, whoever writes at once', async () => {
    const large = (sign: string): Uint8Array => bytes(sign.repeat(500_000));
    const writing = Promise.all(['a', 'b', 'c', 'd'].map((sign) => files.write(uri('one'), large(sign))));
    const seen = new Set<string>();
    let over = false;
    void writing.then(() => (over = true));
    while (!over) {
      const read = text(await files.read(uri('one')));
      if (read !== undefined) seen.add(read);
    }
    assert.deepEqual(await writing, [undefined, undefined, undefined, undefined]);
    for (const one of seen) assert.ok(one.length === 500_000 && new Set(one).size === 1);
    assert.deepEqual(readdirSync(folder), ['one']);
  });

  it('are read to a place in parts, whatever their size', async () => {
    const large = Uint8Array.from({ length: 9_000_001 }, (_, at) => (at * 2654435761) >>> 13);
    await files.write(uri('large'), large);
    const place = new Uint8Array(large.length);
    assert.equal(await files.readInto(uri('large'), place), true);
    assert.ok(Buffer.from(place).equals(large));
    assert.equal(await files.readInto(uri('large'), new Uint8Array(large.length + 1)), false);
  });

  it('do not list what was left unfinished', async () => {
    writeFileSync(join(folder, 'one.bin.77-1.casebook-part'), 'half');
    assert.deepEqual(await files.list(uri()), []);
  });

  it('say that the disk is full, and leave what was there', async function () {
    const disk = join(folder, 'disk');
    if (!mountDisk(disk, 'size=64k')) return this.skip();
    try {
      assert.equal(await files.write(uri('disk', 'one'), bytes('before')), undefined);
      assert.equal(await files.write(uri('disk', 'one'), new Uint8Array(200_000)), 'full');
      assert.equal(text(await files.read(uri('disk', 'one'))), 'before');
      assert.deepEqual(readdirSync(disk), ['one']);
    } finally {
      unmountDisk(disk);
    }
  });

  it('say that nothing may be written there', async () => {
    writeFileSync(join(folder, 'file'), '');
    assert.equal(await files.write(uri('file', 'one'), bytes('x')), 'denied');
    if (process.getuid?.() !== 0) {
      mkdirSync(join(folder, 'closed'));
      chmodSync(join(folder, 'closed'), 0o500);
      assert.equal(await files.write(uri('closed', 'one'), bytes('x')), 'denied');
    }
    assert.equal(existsSync(join(folder, 'file', 'one')), false);
  });
});
