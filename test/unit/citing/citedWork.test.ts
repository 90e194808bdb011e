import assert from 'node:assert/strict';
import { affixFault, type CitedWork, writeCitedWork } from '../../../src/core/citing/citedWork';
import { englishLocatorTerms, locatorTermsOf } from '../../../src/core/notes/locatorTerms';
import { parseNote } from '../../../src/core/notes/parseNote';

describe('writeCitedWork', () => {
  const cases: readonly (readonly [CitedWork, string])[] = [
    [{ key: 'a' }, '@a'],
    [{ key: 'a', prefix: 'see', locator: 'p. 3', suffix: 'and passim' }, 'see @a, p. 3 and passim'],
    [{ key: 'a', locator: '168' }, '@a, 168'],
    [{ key: 'a', suffix: ', my emphasis' }, '@a, my emphasis'],
    [{ key: 'a', suffix: '33 years later' }, '@a{}, 33 years later'],
    [{ key: 'a b', prefix: ' ' }, '@{a b}'],
  ];
  for (const [work, written] of cases) it(written, () => assert.equal(writeCitedWork(work, englishLocatorTerms), written));

  it('reads back as what was given', () => {
    const work = { key: 'a.b', prefix: 'see also', locator: 'chap. 4', suffix: 'and on' };
    const item = parseNote(`[${writeCitedWork(work, englishLocatorTerms)}]`).citations[0]?.items[0];
    assert.deepEqual([item?.key, item?.prefix, item?.locator, item?.suffix], ['a.b', 'see also', { label: 'chapter', value: '4' }, ' and on']);
    const years = parseNote(`[${writeCitedWork({ key: 'a', suffix: '33 years later' }, englishLocatorTerms)}]`).citations[0]?.items[0];
    assert.deepEqual([years?.locator, years?.suffix], [undefined, ', 33 years later']);
  });

  it('keeps a suffix apart from what is a place in the language of the note', () => {
    const work = { key: 'a', suffix: 'S. 33 im Anhang' };
    assert.equal(writeCitedWork(work, englishLocatorTerms), '@a S. 33 im Anhang');
    assert.equal(writeCitedWork(work, locatorTermsOf('de')), '@a{}, S. 33 im Anhang');
    assert.equal(writeCitedWork({ key: 'a', suffix: 'p. 33 on' }, locatorTermsOf('de')), '@a p. 33 on');
  });
});

describe('affixFault', () => {
  it('finds what would end the citation or begin another', () => {
    assert.equal(affixFault('p. 3; see'), 'semicolon');
    assert.equal(affixFault('see @b'), 'citation');
    assert.equal(affixFault('p. 3]'), 'bracket');
    assert.equal(affixFault('[p. 3'), 'bracket');
    assert.equal(affixFault('p. 3 [sic], me@example.org'), undefined);
  });
});
