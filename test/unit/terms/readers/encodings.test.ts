import assert from 'node:assert/strict';
import { gather, inPieces, told } from './reading';

const text = 'format-version: 1.2\nontology: zz\n\n[Term]\nid: ZZ:1\nname: maladie de Ménière\nsynonym: "病気" EXACT []\n\n[Term]\nid: ZZ:2\nname: fièvre 😀\n';
const western = text.replace('病気', 'œdème').replace(' 😀', '');

/** Without a mark it can be told by its zeros, of Western text only, in which one byte of each sign is one. */
function utf16(littleEndian: boolean, mark: boolean): Uint8Array {
  const all = mark ? `\uFEFF${text}` : text.replace(' 😀', '').replace('病気', 'x');
  const bytes = new Uint8Array(all.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < all.length; at += 1) view.setUint16(at * 2, all.charCodeAt(at), littleEndian);
  return bytes;
}

const windows = (value: string): Uint8Array => Uint8Array.from(value, (sign) => (sign === 'œ' ? 0x9c : sign.charCodeAt(0)));

describe('encodings of terminologies', () => {
  it('are told from one another', async () => {
    const expected = (await gather(text)).concepts;
    const marked = new TextEncoder().encode(`\uFEFF${text}`);
    const plain = (await gather(text.replace(' 😀', '').replace('病気', 'x'))).concepts;
    for (const [bytes, same] of [[marked, expected], [utf16(true, true), expected], [utf16(false, true), expected], [utf16(true, false), plain], [utf16(false, false), plain]] as const) {
      for (const size of [3, 1000]) {
        const { concepts, problems } = await gather([inPieces('zz', bytes, size)]);
        assert.deepEqual([concepts, problems], [same, []]);
      }
    }
  });

  it('may be that of Windows, which is told', async () => {
    const reading = await gather(windows(western));
    assert.deepEqual(reading.concepts.map(({ name, synonyms }) => [name, synonyms]), [['maladie de Ménière', ['œdème']], ['fièvre', []]]);
    assert.deepEqual(told(reading), ['encoding-mixed:6', 'encoding-mixed:7', 'encoding-mixed:11']);
  });

  it('may change from line to line', async () => {
    const lines = text.split('\n');
    const bytes = lines.flatMap((line) => [...(line.includes('fièvre') ? windows('name: fièvre') : new TextEncoder().encode(line)), 10]);
    const reading = await gather(Uint8Array.from(bytes));
    assert.deepEqual(reading.concepts.map(({ name, synonyms }) => [name, synonyms]), [['maladie de Ménière', ['病気']], ['fièvre', []]]);
    assert.deepEqual(told(reading), ['encoding-mixed:11']);
  });

  it('are none in files that are no text', async () => {
    for (const bytes of [[0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13], [0, 1, 2, 3, 0, 0, 0, 0]]) {
      assert.deepEqual(told(await gather(Uint8Array.from(bytes))), ['terminology-format-unknown']);
    }
    assert.deepEqual(told(await gather('')), ['file-empty']);
    assert.deepEqual(told(await gather('Dear colleague,\n\nthis is a letter, and it has commas, lines, and no columns.\nMore of it.\nBest, C.\n')), ['terminology-format-unknown']);
  });

  it('do not matter to a line that is longer than any', async () => {
    const reading = await gather(`${text}\n[Term]\nid: ZZ:3\nname: x\ndef: "${'long '.repeat(2_000_000)}" []\nsynonym: "y" EXACT []\n\n[Term]\nid: ZZ:4\nname: z\n`);
    assert.deepEqual(reading.concepts.map(({ id }) => id), ['ZZ:1', 'ZZ:2', 'ZZ:3', 'ZZ:4']);
    assert.deepEqual(reading.byId.get('ZZ:3')?.synonyms, ['y']);
  });
});
