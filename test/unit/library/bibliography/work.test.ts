import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BibliographyWork } from '../../../../src/core/library/bibliography/bibliographyWork';
import { packed, unpacked } from '../../../../src/core/library/bibliography/sections';
import { largeBibtex, largeRis } from '../../../bench/formatsLarge';
import { assertAsRead, bibtexPieces, MemoryFiles } from './support';

const entries = bibtexPieces.slice(0, 5).join('\n');

describe('BibliographyWork', () => {
  it('answers for what is not open with nothing', async () => {
    const work = new BibliographyWork(new MemoryFiles());
    assert.equal(await work.open('gone'), undefined);
    assert.equal(await work.update('gone'), undefined);
    assert.deepEqual([work.count('gone'), work.rows('gone', 0, 9), work.search(['gone'], 'a'), await work.find(['gone'], ['a']), await work.records('gone', [0])], [0, [], { rows: [], total: 0 }, [], [undefined]]);
    assert.deepEqual([work.duplicateKeys('gone'), await work.problems('gone'), work.cacheOf('gone'), work.progress('gone'), await work.keep('gone', 'cache')], [[], [], undefined, undefined, false]);
    work.close('gone');
  });

  it('finds records by citekey and alias, in the first bibliography that has one', async () => {
    const work = new BibliographyWork(new MemoryFiles());
    await work.open('a', { content: entries });
    await work.open('b', { content: '[{"id": "b", "type": "book", "title": "Other"}, {"id": "müller", "type": "book"}]' });
    const found = await work.find(['a', 'b'], ['müller', 'nobody', 'b2', 'b', 'MÜLLER']);
    assert.deepEqual(found.map(({ uri, index, key, record }) => [uri, index, key, record.id]), [['a', 1, 'müller', 'müller'], ['a', 2, 'b2', 'b'], ['a', 2, 'b', 'b']]);
    assert.equal((await work.find(['b', 'a'], ['b']))[0]?.record.title, 'Other');
    assert.equal((await work.find(['b', 'a'], ['b']))[0]?.uri, 'b');
  });

  it('takes the first of several records with a key, and tells of all', async () => {
    const work = new BibliographyWork(new MemoryFiles());
    await work.open('a', { content: '@misc{k, title={One}}\n@misc{K, title={Case}}\n@misc{k, title={Two}}\n@misc{l, title={Three}, ids={k}}\n@misc{k, title={Four}}\n' });
    assert.equal((await work.find(['a'], ['k']))[0]?.record.title, 'One');
    assert.deepEqual(work.duplicateKeys('a'), [{ key: 'k', indexes: [0, 2, 4] }]);
  });

  it('gives rows in any order, a part at a time', async () => {
    const work = new BibliographyWork(new MemoryFiles());
    await work.open('a', { content: '@misc{k1, title={The Beta}, author={Zeta, A.}, year=1990}\n@misc{k2, title={Alpha}, year=2000}\n@misc{k3, author={Éta, B.}, year=1995}\n@misc{k4, title={Gamma}, author={Zeta, A.}, year=1980}\n' });
    const keys = (order: 'author' | 'year' | 'title', from = 0, count = 9): string[] => work.rows('a', from, count, order).map(({ key }) => key);
    assert.deepEqual(keys('author'), ['k3', 'k4', 'k1', 'k2']);
    assert.deepEqual(keys('year'), ['k2', 'k3', 'k1', 'k4']);
    assert.deepEqual(keys('title'), ['k2', 'k1', 'k4', 'k3']);
    assert.deepEqual(keys('title', 1, 2), ['k1', 'k4']);
    assert.deepEqual(work.rows('a', 3, 9).map(({ key }) => key), ['k4']);
    assert.deepEqual(work.rows('a', 4, 9), []);
  });

  it('can be closed while it opens, tells how far it is, and answers meanwhile', async () => {
    const work = new BibliographyWork(new MemoryFiles());
    await work.open('small', { content: entries });
    const opening = work.open('large', { content: largeBibtex(6000) });
    let steps = 0;
    while (steps === 0 || (work.progress('large')?.done ?? 0) < 1_000_000) {
      await new Promise((resolve) => setImmediate(resolve));
      assert.ok((steps += 1) < 1000);
      assert.equal(work.search(['small'], 'chen').total, 1);
    }
    assert.ok((work.progress('large')?.total ?? 0) > 2_000_000);
    work.close('large');
    assert.equal(await opening, undefined);
    assert.deepEqual([work.count('large'), work.progress('large')], [0, undefined]);
    assert.equal((await work.open('large', { content: entries }))?.count, 5);
  });
});

describe('what is kept of a bibliography', () => {
  for (const [name, text] of [['bibtex', `${largeBibtex(200)}\n@string{jj = {Journal}}\n@a{x, journal=jj, title={T}}\n@inbook{h, crossref={p}}\n@book{p, title={P}}\n`], ['ris', largeRis(50)]] as const) {
    it(`is enough to open it again: ${name}`, async () => {
      const files = new MemoryFiles();
      files.put('a', text);
      const first = new BibliographyWork(files);
      assert.equal((await first.open('a'))?.cached, false);
      assert.equal(await first.keep('a', 'cache'), true);
      files.reads = 0;
      const second = new BibliographyWork(files);
      const opened = await second.open('a', { cache: 'cache' });
      assert.deepEqual([opened?.cached, opened?.format, files.reads], [true, name, 1]);
      assert.deepEqual(second.search(['a'], 'chen'), first.search(['a'], 'chen'));
      assert.deepEqual(second.rows('a', 0, 100, 'title'), first.rows('a', 0, 100, 'title'));
      assert.equal(files.reads, 1, 'its file is not read before a record is asked for');
      await assertAsRead(second, 'a', text);
      await second.update('a', { content: new TextEncoder().encode(text.slice(0, text.length >> 1)) });
      await assertAsRead(second, 'a', text.slice(0, text.length >> 1));
    });
  }

  it('is written by itself, after changes as well, and not taken for another state of the file', async () => {
    const files = new MemoryFiles();
    files.put('a', entries);
    const open = async (): Promise<{ readonly work: BibliographyWork; readonly cached: boolean | undefined }> => {
      const work = new BibliographyWork(files, 0);
      const cached = (await work.open('a', { cache: 'cache' }))?.cached;
      await new Promise((resolve) => setImmediate(resolve));
      return { work, cached };
    };
    assert.equal((await open()).cached, false);
    const { work, cached } = await open();
    assert.equal(cached, true);
    files.put('a', entries.replace('DNA', 'RNA'));
    assert.equal((await work.records('a', [0]))[0], undefined, 'the file is another one by now');
    await work.update('a');
    assert.match((await work.records('a', [0]))[0]?.title ?? '', /RNA/);
    files.put('a', entries.replace('DNA', 'XNA'));
    await work.update('a');
    assert.equal(await work.keep('a', 'cache'), true);
    const again = await open();
    assert.equal(again.cached, true);
    await assertAsRead(again.work, 'a', entries.replace('DNA', 'XNA'));
    files.put('a', entries);
    assert.equal((await open()).cached, false);
  });

  it('is not asked for another format than it is of', async () => {
    const files = new MemoryFiles();
    files.put('a', entries);
    const work = new BibliographyWork(files);
    await work.open('a');
    const cache = work.cacheOf('a');
    assert.ok(cache);
    assert.deepEqual(await new BibliographyWork(files).open('a', { cache, format: 'ris' }).then((opened) => [opened?.cached, opened?.count]), [false, 0]);
    assert.equal((await new BibliographyWork(files).open('a', { cache, format: 'bibtex' }))?.cached, true);
  });

  it('is refused where it is cut, damaged, or of another version', () => {
    const whole = packed([Uint8Array.of(1, 2, 3), Uint32Array.of(7, 8), new Uint8Array(0)]);
    assert.deepEqual(unpacked(whole)?.map((section) => [...section]), [[1, 2, 3], [7, 0, 0, 0, 8, 0, 0, 0], []]);
    for (let length = 0; length < whole.length; length += 1) assert.equal(unpacked(whole.slice(0, length)), undefined);
    for (let at = 0; at < whole.length * 8; at += 1) {
      const damaged = whole.slice();
      damaged[at >> 3] = (damaged[at >> 3] ?? 0) ^ (1 << (at & 7));
      assert.equal(unpacked(damaged), undefined, `bit ${at}`);
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => unpacked(bytes) === undefined));
  });
});
