import assert from 'node:assert/strict';
import { Library, type PaperReading } from '../../../src/core/library/library';

function reading(id: string, { folder = 'a', weight = 0 } = {}): PaperReading {
  const uri = `file:///${folder}/${id}.yaml`;
  const topics = weight > 0 ? [{ concept: 'fever', name: 'fever', count: 1, weight }] : [];
  const paper = { uri, folder, attachments: [], topics, subjects: [], record: { id, type: 'article-journal' } };
  return { uri, paper, problems: [] };
}

describe('Library', () => {
  it('finds papers by key, in one folder or in all', () => {
    const library = new Library();
    library.change([reading('one'), reading('two', { folder: 'b' })]);
    assert.equal(library.find('two')?.folder, 'b');
    assert.equal(library.find('two', 'a'), undefined);
    assert.deepEqual(library.papersOf('a').map(({ record }) => record.id), ['one']);
  });

  it('finds a paper by a key that it had, unless another has that key now', () => {
    const library = new Library();
    const renamed = reading('new');
    const paper = renamed.paper && { ...renamed.paper, record: { ...renamed.paper.record, 'other-ids': ['old', 'one', 3] } };
    library.change([{ ...renamed, paper }, reading('one')]);
    assert.deepEqual(['old', 'one', '3'].map((key) => library.find(key)?.record.id), ['new', 'one', undefined]);
    assert.deepEqual(library.withKey('old'), []);
  });

  it('tells which papers speak of a concept, those in which it weighs most first', () => {
    const library = new Library();
    library.change([reading('light', { weight: 0.2 }), reading('none'), reading('heavy', { weight: 0.9 })]);
    assert.deepEqual(library.speakingOf('fever').map(({ record }) => record.id), ['heavy', 'light']);
  });

  it('forgets what is gone, and tells once for each change', () => {
    const library = new Library();
    let told = 0;
    const stop = library.onDidChange(() => told++);
    library.change([reading('one'), reading('two')]);
    library.change([], ['file:///a/one.yaml']);
    library.change([]);
    assert.deepEqual([library.papers().length, library.find('one'), told], [1, undefined, 2]);
    stop();
    library.change([reading('three')]);
    assert.equal(told, 2);
  });

  it('says when it has been read', async () => {
    const library = new Library();
    let loaded = false;
    void library.loaded.then(() => (loaded = true));
    await Promise.resolve();
    assert.equal(loaded, false);
    library.markLoaded();
    await library.loaded;
    assert.equal(loaded, true);
  });
});
