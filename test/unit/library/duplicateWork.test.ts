import assert from 'node:assert/strict';
import { BibliographyWork } from '../../../src/core/library/bibliography/bibliographyWork';
import { DuplicateWork, type SoughtRecord } from '../../../src/core/library/duplicateWork';
import { MemoryFiles } from './bibliography/support';

const title = 'Leukemoid reaction resulting from multiple cytokine production';
const entry = (key: string, more = ''): string => `@article{${key},\n  title = {${title}},\n  author = {Chen, Y. M.},\n  year = 1995${more}\n}\n`;

async function duplicatesIn(files: Readonly<Record<string, string>>): Promise<{ work: DuplicateWork; uris: string[] }> {
  const bibliographies = new BibliographyWork(new MemoryFiles());
  for (const [uri, content] of Object.entries(files)) await bibliographies.open(uri, { content });
  return { work: new DuplicateWork(bibliographies), uris: Object.keys(files) };
}

function paper(id: string, more: Partial<SoughtRecord> = {}): SoughtRecord {
  return { uri: `${id}.yaml`, record: { id, type: 'article-journal', title, author: [{ family: 'Chen', given: 'Yuh Min' }], issued: { 'date-parts': [[1995]] } }, ...more };
}

async function found(files: Readonly<Record<string, string>>, papers: readonly SoughtRecord[] = [], different: readonly (readonly [string, string])[] = []): Promise<string[]> {
  const { work, uris } = await duplicatesIn(files);
  const groups = await work.seek(1, { papers, bibliographies: uris, different });
  return (groups ?? []).map(({ records }) => records.map(({ uri, index, record }) => `${uri}${index === undefined ? '' : `#${index}`} ${record.id}`).join(', '));
}

describe('DuplicateWork', () => {
  it('finds works within a bibliography, between two, and between one and the library', async () => {
    assert.deepEqual(await found({ a: `${entry('chen')}@misc{x, title = {Other}}\n${entry('wang')}` }), ['a#0 chen, a#2 wang']);
    assert.deepEqual(await found({ a: entry('chen'), b: entry('wang') }), ['a#0 chen, b#0 wang']);
    assert.deepEqual(await found({ a: entry('wang') }, [paper('chen1995')]), ['chen1995.yaml chen1995, a#0 wang']);
    assert.deepEqual(await found({ a: `${entry('same')}${entry('same')}` }), ['a#0 same, a#1 same']);
  });

  it('takes for one already what has one key in two files, or answers to the other’s', async () => {
    assert.deepEqual(await found({ a: entry('chen1995') }, [paper('chen1995')]), []);
    assert.deepEqual(await found({ a: entry('chen'), b: entry('chen') }), []);
    assert.deepEqual(await found({ a: entry('chen'), b: entry('wang', ',\n  ids = {chen}') }), []);
    assert.deepEqual(await found({ a: entry('wang') }, [paper('chen1995', { record: { ...paper('chen1995').record, 'other-ids': ['wang'] } })]), []);
  });

  it('takes a paper whose file a note names as its bibliography for one record', async () => {
    assert.deepEqual(await found({ 'chen1995.yaml': entry('chen1995') }, [paper('chen1995'), paper('wang')]), ['chen1995.yaml chen1995, wang.yaml wang']);
  });

  it('leaves out what the user told apart, in papers’ files or as pairs in either order', async () => {
    assert.deepEqual(await found({ a: `${entry('chen')}${entry('wang')}` }, [], [['wang', 'chen']]), []);
    assert.deepEqual(await found({ a: entry('wang') }, [paper('chen1995')], [['chen1995', 'wang']]), []);
    assert.deepEqual(await found({}, [paper('chen1995', { differentFrom: ['c2'] }), paper('c2')]), []);
    assert.deepEqual(await found({}, [paper('chen1995'), paper('c2')], [['chen1995', 'c2']]), ['chen1995.yaml chen1995, c2.yaml c2'], 'papers have files of their own for that');
  });

  it('can be stopped, and says how far it is', async () => {
    const many = Array.from({ length: 2000 }, (_, at) => `@misc{k${at}, title = {Title number ${at}}}\n`).join('');
    const { work, uris } = await duplicatesIn({ a: many });
    const seeking = work.seek(7, { papers: [], bibliographies: uris, different: [] });
    await new Promise((resolve) => setTimeout(resolve, 1));
    assert.equal(work.progress(7)?.total, 2000);
    work.stop(7);
    assert.equal(await seeking, undefined);
    assert.equal(work.progress(7), undefined);
    assert.deepEqual(await work.seek(8, { papers: [], bibliographies: uris, different: [] }), []);
    assert.equal(work.progress(8), undefined);
  });
});
