import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConceptWork } from '../../../src/core/terms/conceptWork';
import { readTerminology } from '../../../src/core/terms/readers/terminologyReader';
import { chosen } from '../../../src/core/terms/terminologies/terminologyChoice';
import { TerminologyWork } from '../../../src/core/terms/terminologies/terminologyWork';
import { TermWork } from '../../../src/core/terms/termWork';
import { FetchHttp } from '../../../src/platform/http/fetchHttp';
import { hostClock } from '../../../src/platform/http/hostClock';
import { LocalOwnFiles } from '../../../src/platform/workers/localOwnFiles';
import { sharedPath } from '../../support/shared';
import { temporaryFolder } from '../../support/temporary';

const folder = 'file:///casebook';
const files = new LocalOwnFiles();

/** A copy of a terminology, unpacked where it is packed as none is; undefined where it is not here. */
function given(name: string, to: string): string | undefined {
  const file = sharedPath('data', 'terminologies', name);
  if (file === undefined) return undefined;
  const copy = join(to, basename(name, '.xz'));
  try {
    if (name.endsWith('.xz')) writeFileSync(copy, execFileSync('xz', ['-dc', file], { maxBuffer: 1 << 29 }));
    else copyFileSync(file, copy);
    return copy;
  } catch {
    return undefined;
  }
}

describe('real terminologies', function () {
  this.timeout(120_000);
  let root = '';
  let terms: TermWork;
  let work: TerminologyWork;
  const setFolder = async (order: readonly string[], branches: Readonly<Record<string, readonly string[]>> = {}): Promise<void> => {
    const terminologies = chosen(await work.list(root), { order, off: new Set(), branches });
    terms.setFolder(folder, { glossary: [], terminologies, root });
  };
  const mentioned = async (text: string): Promise<string[][]> => (await terms.recogniserIn(folder)).recognise(text).map(({ concepts }) => concepts.map(({ id }) => id));

  before(async function () {
    const own = temporaryFolder();
    root = pathToFileURL(join(own, 'terminologies')).href;
    work = new TerminologyWork({ files, http: new FetchHttp(), clock: hostClock, session: 'test' }, readTerminology);
    terms = new TermWork({ read: async () => '[]' }, files, hostClock);
    const copies = ['hp.v2024-08-13.json.gz', 'mesh2024_terms.tsv.xz', 'doid-2018-07-05.json.gz', 'ncit-disease-2018-06-08.json.gz'].map((name) => given(name, own));
    if (copies.includes(undefined)) return this.skip();
    for (const copy of copies) {
      assert.equal((await work.read(root, copy ?? '', { from: { files: [{ uri: pathToFileURL(copy ?? '').href }] }, today: '2026-11-26' })).kind, 'read');
      assert.equal(await work.keep(root, copy ?? ''), undefined);
    }
  });

  it('are added with their counts, versions and licences', async () => {
    const kept = new Map((await work.list(root)).map((one) => [one.id, one]));
    assert.deepEqual([...kept.keys()].sort(), ['doid', 'hp', 'mesh', 'ncit']);
    const hp = kept.get('hp')?.terminology;
    assert.equal(hp?.head.version, '2024-08-13');
    assert.match(hp.head.licenceUrl ?? '', /hpo\.jax\.org\/app\/license/);
    // HPO's classes that are not deprecated, and MeSH's descriptors, as counted of these files without Casebook.
    assert.equal(hp.counts.concepts, 18_988);
    assert.equal(kept.get('mesh')?.terminology?.counts.concepts, 30_764);
    for (const { fault } of kept.values()) assert.equal(fault, undefined);
  });

  it('explain a word by all of them in the user’s order, each meaning once', async () => {
    await setFolder(['ncit', 'mesh', 'doid', 'hp']);
    assert.deepEqual(await mentioned('A mucoepidermoid carcinoma.'), [['NCIT:C3772']]);
    await setFolder(['mesh', 'doid', 'hp', 'ncit']);
    assert.deepEqual(await mentioned('A mucoepidermoid carcinoma.'), [['MESH:D018277']]);
    const [details] = await new ConceptWork(terms).details(folder, ['MESH:D018277']);
    assert.deepEqual(details?.same.map(({ concept }) => concept.id), ['DOID:4531', 'NCIT:C3772']);
  });

  it('are searched for mistyped words, too', async () => {
    await setFolder(['mesh', 'hp']);
    const concepts = new ConceptWork(terms);
    const [found] = await concepts.find(folder, 'granulomatosis with poliangitis', 5);
    assert.equal(found?.concept.id, 'MESH:D014890');
    assert.deepEqual(await concepts.find(folder, 'qqqqzzzzqqqq', 5), []);
  });

  it('count by a branch', async () => {
    const text = 'Leukocytosis, of autosomal dominant inheritance.';
    await setFolder(['hp']);
    const all = (await mentioned(text)).flat();
    assert.ok(all.includes('HP:0001974') && all.includes('HP:0000006'));
    await setFolder(['hp'], { hp: ['HP:0000118'] });
    const some = (await mentioned(text)).flat();
    assert.ok(some.includes('HP:0001974') && !some.includes('HP:0000006'));
  });
});
