import assert from 'node:assert/strict';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { gzipSync as nodeGzip } from 'node:zlib';
import { partOf } from '../../../../src/core/terms/readers/terminologyPart';
import { gather, inPieces, told } from './reading';

const obo = strToU8(`format-version: 1.2\nontology: zz\n${Array.from({ length: 400 }, (_, n) => `\n[Term]\nid: ZZ:${n}\nname: concept number ${n}\n`).join('')}`);

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('packed terminologies', () => {
  it('are unpacked from gzip, zip, and one in the other', async () => {
    const packed = [
      gzipSync(obo), zipSync({ 'a/zz.obo': obo }), zipSync({ 'zz.obo': [obo, { level: 0 }] }), zipSync({ 'zz.obo.gz': gzipSync(obo) }), gzipSync(gzipSync(obo)),
      joined(gzipSync(obo.subarray(0, 3000)), gzipSync(obo.subarray(3000))), zipSync({ '__MACOSX/._zz.obo': strToU8('x'), 'zz.obo': obo, 'README.md': strToU8('# About\n') }),
    ];
    for (const bytes of packed) {
      for (const part of [partOf('zz', bytes), inPieces('zz', bytes, 100)]) {
        const { counts, problems } = await gather([part]);
        assert.deepEqual([counts.concepts, problems.filter(({ code }) => code !== 'part-ignored')], [400, []]);
      }
    }
  });

  it('are read in parts from one archive', async () => {
    const row = (cui: string, text: string): string => `${cui}|ENG|P|L1|PF|S1|Y|A1||M1|C1|NCI|PT|C1|${text}|0|N||\n`;
    const zip = zipSync({
      '2024AB/META/MRSTY.RRF': strToU8('C0000002|T184|A2.2.2|Sign or Symptom|AT2||\n'), '2024AB/META/MRCONSO.RRF': strToU8(row('C0000001', 'a') + row('C0000002', 'b')),
      '2024AB/META/MRDEF.RRF': strToU8('C0000001|A1|AT1||NCI|Of a.|N||\n'),
    });
    const { concepts, head } = await gather([partOf('umls.zip', zip)]);
    assert.deepEqual(concepts.map(({ name, definition, types }) => [name, definition, types]), [['a', 'Of a.', []], ['b', undefined, ['Sign or Symptom']]]);
    assert.equal(head.version, '2024AB');
  });

  it('give what can be unpacked where they are cut off or damaged, and say so', async () => {
    const gz = gzipSync(obo);
    for (const [packed, fewest] of [[gz, 100], [zipSync({ 'zz.obo': obo }), 100]] as const) {
      const half = await gather(packed.slice(0, Math.floor(packed.length * 0.6)));
      assert.ok(half.counts.concepts > fewest && half.counts.concepts < 400, String(half.counts.concepts));
      assert.ok(half.problems.some(({ code }) => code === 'archive-damaged'));
      for (let length = 0; length < packed.length; length += 97) assert.ok((await gather(packed.slice(0, length))).problems.length > 0);
      const damaged = Uint8Array.from(packed);
      damaged.fill(0xff, 300, 320);
      assert.ok((await gather(damaged)).problems.length > 0);
    }
    const encrypted = zipSync({ 'zz.obo': obo });
    new DataView(encrypted.buffer).setUint16(encrypted.length - 22 - 46 - 6 + 8, 1, true);
    assert.match(JSON.stringify((await gather(encrypted)).problems), /encrypted/);
    assert.deepEqual(told(await gather(zipSync({}))).slice(0, 1), ['archive-empty']);
  });

  it('are not unpacked without end', async function () {
    this.timeout(60_000);
    const nothing = new Uint8Array(70_000_000).fill(33);
    for (let at = 3000; at < nothing.length; at += 5000) nothing[at] = 10;
    nothing.set(obo.subarray(0, 2000));
    for (const packed of [nodeGzip(nothing), nodeGzip(nothing).subarray(0, -8), zipSync({ 'zz.obo': [nothing, { level: 1 }] })]) {
      const { counts, problems } = await gather([partOf('bomb', packed)]);
      assert.deepEqual([counts.concepts > 10, problems.some(({ code }) => code === 'archive-bomb')], [true, true]);
    }
    let nested = gzipSync(obo);
    for (let depth = 0; depth < 10; depth += 1) nested = gzipSync(nested);
    assert.equal((await gather(nested)).problems[0]?.code, 'archive-bomb');
  });

  it('take compressible text that is none', async () => {
    const same = strToU8(`format-version: 1.2\n${'\n[Term]\nid: ZZ:1\nname: the same again\n'.repeat(20_000)}`);
    const { counts, problems } = await gather(gzipSync(same));
    assert.deepEqual([counts.concepts, problems.some(({ code }) => code === 'archive-bomb')], [1, false]);
  });
});

describe('progress', () => {
  it('goes to the number of bytes and no further', async () => {
    for (const bytes of [obo, gzipSync(obo), zipSync({ 'zz.obo': obo })]) {
      const seen: number[] = [];
      await gather([inPieces('zz', bytes, 512)], { onProgress: (done) => seen.push(done) });
      assert.deepEqual(seen, [...seen].sort((a, b) => a - b));
      const last = seen.at(-1) ?? 0;
      assert.ok(last > bytes.length / 2 && last <= bytes.length, `${last} of ${bytes.length}`);
    }
  });

  it('ends when the signal says so', async () => {
    const signal = { aborted: false };
    let seen = 0;
    const reading = await gather([inPieces('zz', obo, 512)], { signal, onProgress: () => { seen += 1; signal.aborted = seen > 20; } });
    assert.deepEqual([reading.cancelled, reading.problems], [true, []]);
    assert.ok(reading.counts.concepts < 400);
  });

  it('hands on what opening a file or the sink throws', async () => {
    const broken = { name: 'x', open: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('no disk')) }) }) };
    await assert.rejects(gather([broken]), /no disk/);
  });
});
