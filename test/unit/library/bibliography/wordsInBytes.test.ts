import assert from 'node:assert/strict';
import { asciiStarts } from '../../../../src/core/library/bibliography/asciiStarts';
import { WordsInBytes } from '../../../../src/core/library/bibliography/wordsInBytes';

const encoder = new TextEncoder();

/** Few letters, so that words overlap themselves and each other. */
function randomText(letters: string, length: number): string {
  return Array.from({ length }, () => letters[Math.floor(Math.random() * letters.length)] ?? '').join('');
}

describe('words in bytes', () => {
  it('are found where they stand in a part of a text, in any case', () => {
    let found = 0;
    for (let round = 0; round < 5000; round += 1) {
      const text = randomText('abAB ', 30);
      const words = randomText('ab ', 1 + (round % 6));
      const [from, to] = [round % 7, 30 - (round % 11)];
      const place = text.slice(0, to).toLowerCase().indexOf(words, from);
      found += place >= 0 ? 1 : 0;
      assert.equal(new WordsInBytes(encoder.encode(words)).find(encoder.encode(text), from, to), place, `${words} in ${text}`);
    }
    assert.ok(found > 1000 && found < 4000, String(found));
  });

  it('may be longer than a step can be', () => {
    const words = `${'ab'.repeat(200)}c`;
    const search = new WordsInBytes(encoder.encode(words));
    const text = encoder.encode(`x${'ab'.repeat(250)}c`);
    assert.equal(search.find(text, 0, text.length), 101);
    assert.equal(search.find(text, 0, text.length - 1), -1);
  });
});

describe('where rows are ASCII', () => {
  it('is told wherever their bytes begin in memory', () => {
    const rows = ['abc', 'dé', '', 'f', 'éaüb', 'ghijklmnopq', 'ü', 'ab', 'c\u00a0', 'd'];
    const encoded = rows.map((row) => encoder.encode(row));
    const starts = Uint32Array.from([0, ...encoded.map((_, index) => encoded.slice(0, index + 1).reduce((sum, { length }) => sum + length, 0))]);
    const ascii = rows.map((row, index) => (starts[index] ?? 0) + encoder.encode(row.replace(/[\0-\x7f]*$/, '')).length);
    for (let lead = 0; lead < 5; lead += 1) {
      const bytes = Uint8Array.from([...Array<number>(lead).fill(0xff), ...encoded.flatMap((row) => [...row])]).subarray(lead);
      assert.deepEqual([...asciiStarts(bytes, starts)], ascii, String(lead));
    }
    assert.deepEqual([...asciiStarts(new Uint8Array(), Uint32Array.of(0))], []);
  });
});
