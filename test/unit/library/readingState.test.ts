import assert from 'node:assert/strict';
import { groupPapers } from '../../../src/core/library/arrange';
import { changeTags } from '../../../src/core/library/changeTags';
import { readPaperFile } from '../../../src/core/library/paperFile';
import { knownTags, statusOf, tagsOf } from '../../../src/core/library/readingState';

const paper = (id: string, facts?: unknown) => ({ record: { id, type: 'book' }, subjects: [], ...(facts !== undefined && { case: facts }) });

describe('readingState', () => {
  it('is what the paper file says, and unread where it says nothing', () => {
    assert.deepEqual([undefined, {}, { status: 'read' }, { status: ' Read ' }, { status: 3 }, [], 'read'].map((facts) => statusOf({ case: facts })), [
      'unread', 'unread', 'read', 'read', 'unread', 'unread', 'unread',
    ]);
  });

  it('knows tags as a list, or as words with commas', () => {
    assert.deepEqual(tagsOf({ case: { tags: ['methods', ' methods ', 2020, {}, ''] } }), ['methods', '2020']);
    assert.deepEqual(tagsOf({ case: { tags: 'methods, to cite' } }), ['methods', 'to cite']);
    assert.deepEqual(tagsOf({}), []);
    assert.deepEqual(knownTags([paper('a', { tags: ['b', 'Ä'] }), paper('c', { tags: ['b', 'a'] })]), ['a', 'Ä', 'b']);
  });

  it('groups papers, from unread to decided', () => {
    const papers = [paper('a', { status: 'excluded' }), paper('b', { status: 'read', tags: ['x', 'y'] }), paper('c'), paper('d', { status: 'borrowed', tags: ['x'] })];
    const groups = (by: 'status' | 'tag') => groupPapers(papers, by).map(({ name, papers: list }) => [name, ...list.map(({ record }) => record.id)].join(' '));
    assert.deepEqual(groups('status'), ['unread c', 'read b', 'excluded a', 'borrowed d']);
    assert.deepEqual(groups('tag'), ['x b d', 'y b', ' a c']);
  });

  it('changes tags in the text, and leaves the others as they stand there', () => {
    const text = 'references:\n- {id: a, type: book, title: A}\ncase:\n  tags: [mine, old] # so\n  age: 45\n';
    assert.deepEqual(tagsOf(readPaperFile(changeTags(text, { add: ['new'], remove: ['old'] }) ?? '').paper ?? {}), ['mine', 'new']);
    assert.equal(changeTags(text, { add: ['mine'], remove: ['absent'] }), text);
    assert.equal(changeTags('references: [', { add: ['x'], remove: [] }), undefined);
  });
});
