import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameFromDatabase } from '../../../src/core/formats/databaseNames';
import { medlineName } from '../../../src/core/formats/medlineName';
import { formatById } from '../../../src/core/formats/registry';
import { hasSpaces, singleSpaced } from '../../../src/core/formats/whiteSpace';

const spaces = fc.constantFrom(' ', '\t', '\u00a0', '\u2003');

describe('ways for what is usual', () => {
  it('reads a plain name as the reader of all names does', () => {
    const word = fc.constantFrom('Chen', 'Anna', 'Lena', 'L', 'YM', 'é', 'Öz', 'Jr', 'd', 'o', 'II', 'André', '');
    const names = fc.array(fc.tuple(word, fc.constantFrom(' ', '-', '. ', ', ', '--', "'")), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.map(([text, sign]) => text + sign).join('').trim());
    fc.assert(fc.property(names, (given) => {
      assert.deepEqual(medlineName(`Whang, ${given}`), nameFromDatabase(`Whang, ${given}`));
    }), { numRuns: 2000 });
  });

  it('finds two spaces wherever a pattern does', () => {
    const texts = fc.array(fc.oneof(fc.constantFrom('a', 'bc', 'é'), spaces), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(fc.property(texts, fc.nat(4), (text, from) => {
      assert.equal(hasSpaces(text, from, text.length), /\s\s/.test(text.slice(from)));
      assert.equal(singleSpaced(text), text.trim().replace(/\s+/g, ' '));
    }), { numRuns: 1000 });
  });

  it('joins the lines of a long value, whatever spaces are in and around them', () => {
    const lines = fc.array(fc.array(fc.constantFrom('word', 'of', 'x', ' ', '\t', '\u00a0'), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')), { minLength: 1, maxLength: 5 })
      .filter((all) => all.every((line) => line.trim() !== ''));
    fc.assert(fc.property(lines, (all) => {
      const abstract = formatById('nbib')?.read?.(`PMID- 1\nAB  - ${all.join('\n      ')}\n`).records[0]?.abstract;
      assert.equal(typeof abstract === 'string' ? abstract.replace(/\s+/g, ' ') : undefined, all.map((line) => line.trim().replace(/\s+/g, ' ')).join(' '));
    }), { numRuns: 500 });
  });
});
