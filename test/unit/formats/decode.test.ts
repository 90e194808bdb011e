import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { decode } from '../../../src/core/formats/decode';
import { sharedPath } from '../../support/shared';

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

  /** Bytes of a text of ASCII and of stretches given as bytes, since the platform encodes UTF-8 alone. */
  const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part)));
  // Their codes in each encoding, from the tables of the WHATWG's Encoding Standard.
  const declared: readonly (readonly [says: string, bytes: readonly number[], text: string, encoding: string])[] = [
    ['% Encoding: GBK\n\n@article{a, title = {', [0xd6, 0xd0, 0xce, 0xc4], '中文', 'gbk'],
    ['% Encoding: Shift_JIS\n', [0x93, 0xfa, 0x96, 0x7b], '日本', 'shift_jis'],
    ['% Encoding: Cp1252\n', [0x93, 0xdc], '“Ü', 'windows-1252'],
    ['@comment{This file was created with JabRef 2.6.\nEncoding: ISO8859_2}\n', [0xb1, 0xe6], 'ąć', 'iso-8859-2'],
    ['@comment{jabref-meta: encoding:windows-1251;}\n', [0xcc, 0xe8], 'Ми', 'windows-1251'],
    ['<?xml version="1.0" encoding="ISO-8859-1"?>\n<a>', [0xdc], 'Ü', 'windows-1252'],
    ['%% Saved with string encoding Western (Mac OS Roman)\n', [0x86], 'Ü', 'macintosh'],
    ['% -*- coding: euc-jp -*-\n', [0xc6, 0xfc], '日', 'euc-jp'],
  ];

  it('takes a file that is no UTF-8 at its word', () => {
    for (const [says, bytes, text_, encoding] of declared) {
      assert.deepEqual(decode(bytesOf(says, bytes)), { text: `${says}${text_}`, encoding, problems: [] }, says);
    }
  });

  it('believes the bytes rather than a wrong word', () => {
    const text_ = '% Encoding: GBK\n@article{a, title = {Ü ist ein Umlaut}}\n';
    assert.deepEqual(decode(new TextEncoder().encode(text_)), { text: text_, encoding: 'utf-8', problems: [] });
    // JabRef's case of a file that says UTF-8 and is Windows-1252.
    const wrong = decode(bytesOf('% Encoding: UTF-8\n\n@Article{,\n  author  = {Test', [0x81 - 1], 'I. Last},\n}\n'));
    assert.deepEqual([wrong.encoding, wrong.problems.map(({ code }) => code), wrong.text?.includes('Test€I. Last')], ['windows-1252', ['encoding-invalid'], true]);
  });

  it('guesses East Asian encodings where nothing is said', () => {
    for (const [bytes, text_, encoding] of [
      [[0xbf, 0xc6, 0xd1, 0xa7, 0xd6, 0xd0, 0xce, 0xc4, 0xd7, 0xf7, 0xd5, 0xdf], '科学中文作者', 'gbk'],
      [[0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc], '日本語の', 'shift_jis'],
    ] as const) {
      const { text: read, encoding: found, problems } = decode(bytesOf('@article{a, title = {', bytes, '}}'));
      assert.deepEqual([read, found, problems.length], [`@article{a, title = {${text_}}}`, encoding, 1]);
    }
    assert.equal(decode(bytesOf('M', [0xfc], 'ller, J', [0xf6], 'rg, Fran', [0xe7], 'ois, Ren', [0xe9], ' and ', [0xc5, 0xe5], ' too')).encoding, 'windows-1252');
  });

  it('reads UTF-16 of other scripts without a mark', () => {
    const chinese = '@article{a,\n title = {中文文献题目比较长也没有关系因为它还是文字而已}\n}\n';
    const bytes = Uint8Array.from([...chinese].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]));
    assert.deepEqual(decode(bytes), { text: chinese, encoding: 'utf-16le', problems: [] });
  });

  it('reads peers\' files of every encoding', function () {
    const file = sharedPath('data', 'formats', 'bibtex-encoding.jsonl');
    if (file === undefined) this.skip();
    for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
      const { name, input } = JSON.parse(line) as { readonly name: string; readonly input: { readonly base64: string } };
      const { text: read = '' } = decode(Uint8Array.from(Buffer.from(input.base64, 'base64')));
      assert.ok(!/\uFFFD|Ã/.test(read) && /@\w+\s*\{/.test(read), name);
      if (/utf-\d/i.test(name) && !name.includes('fails')) assert.ok(read.includes('Ü ist ein Umlaut'), name);
    }
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
