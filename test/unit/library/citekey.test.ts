import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citekeyFor, Citekeys, isCitable, isValidCitekey } from '../../../src/core/library/citekey';
import { fileStem } from '../../../src/core/library/fileStem';
import type { CslItem } from '../../../src/core/library/record';

const paper = (more: Partial<CslItem>): Partial<CslItem> => ({ type: 'book', issued: { 'date-parts': [[1995]] }, ...more });

describe('citekey', () => {
  it('is the first author and the year, in plain letters', () => {
    const keys: Record<string, Partial<CslItem>> = {
      chen1995: paper({ author: [{ family: 'Chen' }, { family: 'Wang' }] }),
      obrien1995: paper({ author: [{ family: "O'Brien" }] }),
      muller1995: paper({ author: [{ family: 'Müller' }] }),
      strasse1995: paper({ author: [{ family: 'Straße' }] }),
      whangpeng1995: paper({ author: [{ family: 'Whang-Peng' }] }),
      vanderberg1995: paper({ author: [{ family: 'Berg', 'non-dropping-particle': 'van der' }] }),
      world1995: paper({ author: [{ literal: 'The World Health Organization' }] }),
      陳1995: paper({ author: [{ family: '陳' }] }),
      das1995: paper({ editor: [{ family: 'Das' }] }),
      leukemoid1995: paper({ title: 'The Leukemoid reaction' }),
      anon1995: paper({}),
      anon: { type: 'book' },
      chen: { author: [{ family: 'Chen' }] },
    };
    for (const [key, record] of Object.entries(keys)) assert.equal(citekeyFor(record), key);
  });

  it('gets a letter where it is taken, whatever the case', () => {
    const chen = paper({ author: [{ family: 'Chen' }] });
    assert.equal(citekeyFor(chen, ['Chen1995']), 'chen1995a');
    assert.equal(citekeyFor(chen, ['chen1995', 'chen1995a']), 'chen1995b');
    const keys = new Citekeys();
    const made = Array.from({ length: 30 }, () => keys.make(chen));
    assert.deepEqual([made[0], made[1], made[26], made[27], made[29]], ['chen1995', 'chen1995a', 'chen1995z', 'chen1995aa', 'chen1995ac']);
  });

  it('is always one that pandoc reads', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.integer(), (family, title, year) => {
      assert.ok(isValidCitekey(citekeyFor({ author: [{ family }], title, issued: { 'date-parts': [[year]] } })));
    }));
  });

  it('follows pandoc\'s grammar', () => {
    for (const key of ['chen1995', '_a', 'a:b', 'a.b', 'a-b', 'doi:10.1000/x-1', 'https://x.org/a', 'пункт3', '1a']) assert.ok(isValidCitekey(key), key);
    for (const key of ['', 'a.', '-a', 'a--b', 'a b', 'a;b', 'a}', 'a..b', '@a', 'a\n']) assert.ok(!isValidCitekey(key), key);
    assert.ok(isCitable('a;b') && !isCitable('a b') && !isCitable('a}') && !isCitable(''));
  });
});

describe('fileStem', () => {
  it('is the key where that makes a file name', () => {
    for (const key of ['chen1995', 'Chen_1995', 'a.b', 'a-b', 'müller', '陳1995']) assert.equal(fileStem(key), key);
  });

  it('is safe on every system', () => {
    for (const key of ['a/b', '..', '../../etc', 'a:b', 'con', 'NUL.x', 'com1', 'a.', '.a', 'a\\b', 'a*?', ' ', 'x'.repeat(500), '漢'.repeat(300), '', '-rf', 'a\0b']) {
      const stem = fileStem(key);
      assert.match(stem, /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.+-]*$/u, key);
      assert.doesNotMatch(stem, /^(?:con|nul|com1)(?:\.|$)|\.$/i, key);
      assert.ok(new TextEncoder().encode(`${stem}.yaml`).length <= 255, key);
    }
  });

  it('keeps different keys apart', () => {
    const keys = ['a/b', 'a:b', 'a_b', 'a\\b', 'A:B', 'a..b', 'a.b', `${'x'.repeat(300)}1`, `${'x'.repeat(300)}2`, '.', '..', ''];
    assert.equal(new Set(keys.map((key) => fileStem(key).toLowerCase())).size, keys.length);
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase() || fileStem(a).toLowerCase() !== fileStem(b).toLowerCase()));
  });

  it('differs from a name that is there in another case', () => {
    assert.notEqual(fileStem('Chen1995', ['chen1995']).toLowerCase(), 'chen1995');
  });
});
