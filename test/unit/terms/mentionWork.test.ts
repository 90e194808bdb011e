import assert from 'node:assert/strict';
import { MentionWork, type TermSource } from '../../../src/core/terms/mentionWork';
import { TermWork } from '../../../src/core/terms/termWork';
import type { LocalFiles } from '../../../src/core/ports';
import { hostClock } from '../../../src/platform/http/hostClock';
import { MemoryOwnFiles } from '../../support/memoryOwnFiles';

const glossary = [
  { id: 'casebook:fever', name: 'fever', synonyms: ['pyrexia'], abbreviations: [], xrefs: [], broader: [], terminology: 'casebook' },
  { id: 'casebook:sepsis', name: 'sepsis', synonyms: [], abbreviations: [], xrefs: [], broader: [], terminology: 'casebook' },
  { id: 'casebook:liver-metastasis', name: 'liver metastasis', synonyms: [], abbreviations: [], xrefs: [], broader: [], terminology: 'casebook' },
  { id: 'casebook:lymph-node-metastasis', name: 'lymph node metastasis', synonyms: [], abbreviations: [], xrefs: [], broader: [], terminology: 'casebook' },
];
const files: LocalFiles = {
  read: (uri) => Promise.resolve(uri === 'file:///read.md' ? new TextEncoder().encode('Read: pyrexia.') : undefined),
  stamp: () => Promise.resolve(undefined),
  write: () => Promise.resolve(false),
};
const work = new MentionWork(new TermWork({ read: () => Promise.resolve(JSON.stringify(glossary)) }, new MemoryOwnFiles(), hostClock), files);

const note = (content: string): TermSource => ({ uri: 'file:///a.md', kind: 'note', content });

describe('mentionWork', () => {
  it('finds a concept by all its names, in prose only, and says where', async () => {
    const [file] = await work.find([note('# A fever\n\n`fever` in code, and\r\nthe *pyrexia* went.\n')], 'casebook:fever');
    assert.deepEqual(
      file?.mentions.map(({ start, end, excerpt }) => [start.line, start.character, end.character, excerpt]),
      [
        [0, 4, 9, ['# A ', 'fever', '']],
        [3, 5, 12, ['the *', 'pyrexia', '* went.']],
      ],
    );
  });

  it('shows the words around it, whole ones only', async () => {
    const [file] = await work.find([note(`${'before '.repeat(20)}fever ${'afterwards '.repeat(20)}\n`)], 'casebook:fever');
    const [before, words, after] = file?.mentions[0]?.excerpt ?? [];
    assert.match(before ?? '', /^(before )+$/);
    assert.equal(words, 'fever');
    assert.match(after ?? '', /^( afterwards)+$/);
  });

  it('finds what stands in a mention of several', async () => {
    const text = 'Liver and lymph node metastases.\n';
    for (const id of ['casebook:liver-metastasis', 'casebook:lymph-node-metastasis']) {
      const [file] = await work.find([note(text)], id);
      assert.deepEqual(file?.mentions.map(({ excerpt }) => excerpt[1]), ['Liver and lymph node metastases'], id);
    }
    const [counted] = await work.count([note(text)]);
    assert.deepEqual(counted?.counts.map(({ concept, count }) => [concept.id, count]), [['casebook:liver-metastasis', 1], ['casebook:lymph-node-metastasis', 1]]);
  });

  it('looks into title and abstract of a paper', async () => {
    const content = 'references:\n  - id: a\n    title: Fever\n    publisher: Fever Press\n    abstract: >-\n      No\n      fever.\n';
    const [file] = await work.find([{ uri: 'file:///a.yaml', kind: 'paper', content }], 'casebook:fever');
    assert.deepEqual(file?.mentions.map(({ start }) => start.line), [2, 6]);
  });

  it('reads what it was given the address of alone, and passes over what is gone', async () => {
    const sources: TermSource[] = [{ uri: 'file:///read.md', kind: 'note' }, { uri: 'file:///gone.md', kind: 'note' }];
    assert.deepEqual((await work.find(sources, 'casebook:fever')).map(({ uri }) => uri), ['file:///read.md']);
  });

  it('leaves out files that do not speak of it', async () => {
    assert.deepEqual(await work.find([note('`fever` in code only, and sepsis')], 'casebook:fever'), []);
  });

  it('counts the concepts of each file', async () => {
    const [file] = await work.count([note('Fever, fever, pyrexia, sepsis and `sepsis`.')]);
    assert.deepEqual(file?.counts, [
      { concept: { id: 'casebook:fever', name: 'fever', terminology: 'casebook' }, count: 3 },
      { concept: { id: 'casebook:sepsis', name: 'sepsis', terminology: 'casebook' }, count: 1 },
    ]);
  });
});
