import assert from 'node:assert/strict';
import { findMentions } from '../../../src/core/terms/recognise';
import { compileTermIndex, TermIndex } from '../../../src/core/terms/termIndex';
import { readGlossary } from '../../../src/core/terms/glossary';
import { scan } from '../../../src/core/terms/scan';
import { firstEntry, isSimple, nextEntry } from '../../../src/core/terms/wordTrie';

describe('compileTermIndex', () => {
  it('gives tables that another thread can use', () => {
    const { concepts } = readGlossary('terms: [{name: liver abscess}, {name: pus}]', { uri: '', terminology: 'glossary' });
    const text = 'Pus from liver abscesses';
    const index = compileTermIndex(concepts);
    const copy = new TermIndex(structuredClone(index.tables));
    assert.equal(findMentions(index, text).length, 2);
    assert.deepEqual(findMentions(copy, text), findMentions(index, text));
  });

  it('takes no concepts, and names without letters', () => {
    assert.deepEqual(findMentions(compileTermIndex([]), 'liver'), []);
    const { concepts } = readGlossary('terms: [{name: "…"}, {name: "!"}, {name: "+"}, {name: "-"}]', { uri: '', terminology: 'glossary' });
    assert.deepEqual(findMentions(compileTermIndex(concepts), '! … - x').map(({ start, end }) => [start, end]), [[2, 3]]);
  });

  it('grows with its names, however many', () => {
    const name = (n: number) => `term ${'abcdefghij'.charAt(n % 10)}${n} of ${n * 7} x`;
    const names = Array.from({ length: 5000 }, (_, n) => name(n));
    const { concepts } = readGlossary(`terms:\n${names.map((one) => `  - {name: ${one}}`).join('\n')}`, { uri: '', terminology: 'casebook' });
    const mentions = findMentions(compileTermIndex(concepts), names.join('. '));
    assert.deepEqual(mentions.map((mention) => mention.concepts.map((one) => one.name)), names.map((one) => [one]));
  });

  it('lets a name that its concept has in several spellings stand for itself alone', () => {
    const synonyms = ['raised count', 'Raised counts', 'count too high', 'count much too high'];
    const { concepts } = readGlossary(`terms: [{name: leukocytosis, synonyms: [${synonyms.join(', ')}]}]`, { uri: '', terminology: 'glossary' });
    const index = compileTermIndex(concepts);
    const [raised = 0, high = 0, higher = 0] = scan(index.search, 'raised count. count too high. count much too high').names;
    assert.deepEqual([isSimple(raised), isSimple(high), isSimple(higher)], [false, true, true]);
    assert.equal(nextEntry(index.tables.trie, firstEntry(raised)), 0);
    assert.equal(high, higher);
  });

  it('keeps at most 32 concepts of one name', () => {
    const { concepts } = readGlossary(
      `terms:\n${Array.from({ length: 100 }, (_, n) => `  - {name: term ${n} of many, synonyms: same}`).join('\n')}`,
      { uri: '', terminology: 'casebook' },
    );
    assert.equal(findMentions(compileTermIndex(concepts), 'the same')[0]?.concepts.length, 32);
  });
});
