import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Concept } from '../../../src/core/terms/concept';
import { findMentions } from '../../../src/core/terms/recognise';
import { compileTermIndex } from '../../../src/core/terms/termIndex';
import { hashOf, WordTable } from '../../../src/core/terms/wordTable';

function find(table: WordTable, word: string): number {
  return table.find(word, 0, word.length, hashOf(word, 0, word.length));
}

describe('WordTable', () => {
  it('numbers words as they come, and finds each within a text', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 })), fc.string(), (words, before) => {
        const table = new WordTable();
        words.forEach((word, at) => assert.equal(table.add(word, 0, word.length, hashOf(word, 0, word.length)), at + 1));
        words.forEach((word, at) => {
          const text = `${before}${word}.`;
          const end = before.length + word.length;
          assert.equal(table.find(text, before.length, end, hashOf(text, before.length, end)), at + 1);
          assert.equal(table.textOf(at + 1), word);
        });
      }),
    );
  });

  it('tells words of one hash apart, grows, and can be made again of its data', () => {
    const table = new WordTable();
    const words = Array.from({ length: 20_000 }, (_, at) => `w${at}`);
    for (const word of words) table.add(word, 0, word.length, hashOf(word, 0, word.length));
    const copy = new WordTable(structuredClone(table.data()));
    words.forEach((word, at) => assert.equal(find(copy, word), at + 1));
    assert.equal(find(copy, 'x1'), 0);
    const one = new WordTable();
    assert.deepEqual(['a', 'b'].map((word) => one.add(word, 0, 1, 7)), [1, 2]);
    assert.deepEqual(['a', 'b', 'c'].map((word) => one.find(word, 0, 1, 7)), [1, 2, 0]);
  });
});

describe('compileTermIndex', () => {
  it('leaves a name with a word of more than 100 letters out, and finds no other word for it', () => {
    const lists = { synonyms: ['liver abscess'], abbreviations: [], xrefs: [], broader: [] };
    const concept: Concept = { id: 'long', name: 'a'.repeat(101), ...lists, terminology: 'casebook' };
    const text = `unknown, liver abscess, ${concept.name}`;
    assert.deepEqual(findMentions(compileTermIndex([concept]), text).map(({ start }) => start), [9]);
  });

  it('finds each spelling also after so many others that it was forgotten', () => {
    const concept: Concept = { id: 'liver', name: 'liver', synonyms: [], abbreviations: [], xrefs: [], broader: [], terminology: 'casebook' };
    const index = compileTermIndex([concept]);
    const many = Array.from({ length: 70_000 }, (_, at) => `${at}.`).join(' ');
    const text = `liver. ${many} livers. ${many} Liver`;
    assert.deepEqual(findMentions(index, text).map(({ start, end }) => text.slice(start, end)), ['liver', 'livers', 'Liver']);
  });
});
