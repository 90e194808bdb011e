import assert from 'node:assert/strict';
import { KeySet } from '../../../src/core/library/keySet';

const step = (number: number, code: number): number => Math.imul(number ^ code, 0x01000193);

/** Two pairs of signs that lead FNV-1a from one number to the same one, and that number. */
function meeting(number: number): readonly [one: string, other: string, after: number] {
  const seen = new Map<number, number>();
  for (let code = 0x4e00; ; code += 1) {
    const after = step(number, code);
    const other = seen.get(after >>> 16);
    if (other !== undefined) {
      const second = 0x61 ^ after ^ step(number, other);
      return [String.fromCharCode(code, 0x61), String.fromCharCode(other, second), step(after, 0x61)];
    }
    seen.set(after >>> 16, code);
  }
}

describe('KeySet', () => {
  it('knows what was added, as a set of JavaScript does', () => {
    const set = new KeySet();
    const expected = new Set<string>();
    for (let index = 0; index < 20_000; index += 1) {
      const key = `chen${(index * 7919) % 15_000}`;
      assert.equal(set.has(key), expected.has(key));
      assert.equal(set.add(key), !expected.has(key));
      expected.add(key);
    }
    assert.equal(set.has('chen'), false);
  });

  it('keeps apart keys that were made to share one number', () => {
    let keys = [''];
    let number = 0x811c9dc5;
    for (let round = 0; round < 11; round += 1) {
      const [one, other, after] = meeting(number);
      keys = keys.flatMap((key) => [key + one, key + other]);
      number = after;
    }
    assert.equal(new Set(keys).size, 2048);
    const set = new KeySet();
    for (const key of keys) assert.equal(set.add(key), true);
    for (let index = 0; index < 3000; index += 1) set.add(`other${index}`);
    for (const key of keys) {
      assert.equal(set.has(key), true);
      assert.equal(set.add(key), false);
    }
  });
});
