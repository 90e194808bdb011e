import assert from 'node:assert/strict';
import { decode } from '../../../src/core/formats/decode';

const text = 'Müller: Ödem in vitro\n';
const utf16 = (bigEndian: boolean, mark: boolean): Uint8Array => {
  const codes = [...(mark ? [0xfeff] : []), ...[...text].map((letter) => letter.charCodeAt(0))];
  return Uint8Array.from(codes.flatMap((code) => (bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8])));
};

describe('decode', () => {
  it('reads UTF-8 with and without a mark', () => {
    assert.deepEqual(decode(new TextEncoder().encode(text)), { text, encoding: 'utf-8', problems: [] });
    assert.equal(decode(Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)])).text, text);
  });

  it('reads UTF-16 in both orders, with and without a mark', () => {
    for (const bigEndian of [true, false]) {
      for (const mark of [true, false]) assert.equal(decode(utf16(bigEndian, mark)).text, text, `${String(bigEndian)} ${String(mark)}`);
    }
  });

  it('takes other bytes for Windows-1252, and says so', () => {
    const { text: read, encoding, problems } = decode(Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x96]));
    assert.equal(read, 'Müller–');
    assert.equal(encoding, 'windows-1252');
    assert.deepEqual(problems.map(({ code }) => code), ['encoding-invalid']);
  });

  it('refuses binary files', () => {
    for (const bytes of [[...Buffer.from('%PDF-1.7 abc')], [0x50, 0x4b, 3, 4, 20], [1, 2, 0, 0, 0, 9, 8, 7], [0x1f, 0x8b, 8, 0]]) {
      const { text: read, problems } = decode(Uint8Array.from(bytes));
      assert.equal(read, undefined);
      assert.deepEqual(problems.map(({ code }) => code), ['file-binary']);
    }
  });

  it('refuses empty and too large files', () => {
    assert.deepEqual(decode(new Uint8Array()).problems.map(({ code }) => code), ['file-empty']);
    assert.deepEqual(decode(new Uint8Array(11), 10).problems[0]?.params, { bytes: 11, limit: 10 });
    assert.equal(decode(new Uint8Array(50 * 1024 * 1024 + 1).fill(65)).problems[0]?.code, 'file-too-large');
  });
});
