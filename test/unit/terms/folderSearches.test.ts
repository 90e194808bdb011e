import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { Clock } from '../../../src/core/ports';
import type { Concept } from '../../../src/core/terms/concept';
import { findMentions } from '../../../src/core/terms/recognise';
import { readTerminology } from '../../../src/core/terms/readers/terminologyReader';
import type { FolderChoice, FolderSearch } from '../../../src/core/terms/terminologies/folderSearches';
import { FolderSearches } from '../../../src/core/terms/terminologies/folderSearches';
import { chosen, type TerminologyChoice } from '../../../src/core/terms/terminologies/terminologyChoice';
import { TerminologyWork } from '../../../src/core/terms/terminologies/terminologyWork';
import { TermWork } from '../../../src/core/terms/termWork';
import { FetchHttp } from '../../../src/platform/http/fetchHttp';
import { MemoryOwnFiles } from '../../support/memoryOwnFiles';

const root = 'memory:/terminologies';
const clock: Clock = { wait: async () => undefined };
const signs = `format-version: 1.2
data-version: 2026-01
ontology: signs

[Term]
id: S:1
name: sign

[Term]
id: S:2
name: skin sign
is_a: S:1

[Term]
id: S:3
name: leopard rash
synonym: "spotted rash" EXACT []
xref: D:7
is_a: S:2

[Term]
id: S:4
name: hill fever
is_a: S:1
`;
const diseases = `format-version: 1.2
ontology: diseases

[Term]
id: D:7
name: leopard rash
def: "Spots." []

[Term]
id: D:8
name: hill fever
`;
const builtIn: Concept[] = [
  { id: 'casebook:fever', name: 'fever', synonyms: [], abbreviations: [], xrefs: [], broader: [], terminology: 'casebook' },
];
const own: Concept[] = [{ id: 'glossary:hill-fever', name: 'Hill Fever', synonyms: [], abbreviations: [], xrefs: [], broader: [], terminology: 'glossary' }];

describe('what a folder is searched for', () => {
  let files: MemoryOwnFiles;
  let work: TerminologyWork;
  let searches: FolderSearches;
  const fresh = (): FolderSearches => new FolderSearches(async () => builtIn, files, clock);
  const add = async (name: string, text: string): Promise<void> => {
    const content = new TextEncoder().encode(text);
    const answer = await work.read(root, name, { from: { files: [{ uri: `memory:/${name}.obo`, content }] }, today: '2026-11-26' });
    assert.equal(answer.kind, 'read');
    assert.equal(await work.keep(root, name), undefined);
  };
  const choices = async (order: readonly string[], branches: Readonly<Record<string, readonly string[]>> = {}): Promise<TerminologyChoice[]> =>
    chosen(await work.list(root), { order, off: new Set(), branches });
  const found = ({ search }: FolderSearch, text: string): string[] => findMentions(search, text).map(({ concepts }) => concepts.map(({ id }) => id).join(' '));
  const indexes = (): string[] => [...files.content.keys()].filter((uri) => uri.startsWith(`${root}-indexes/`));
  const text = 'A Leopard rash, hill fever, skin signs and fever.';

  beforeEach(async () => {
    files = new MemoryOwnFiles();
    work = new TerminologyWork({ files, http: new FetchHttp(), clock, session: 'one' }, readTerminology);
    searches = fresh();
    await add('signs', signs);
    await add('diseases', diseases);
  });

  it('is the built-in glossary where nothing is known of the folder', async () => {
    assert.deepEqual(found(await searches.of('file:///a'), text), ['casebook:fever', 'casebook:fever']);
    assert.deepEqual(found(await searches.of(undefined), text), ['casebook:fever', 'casebook:fever']);
  });

  it('is the glossaries, then the terminologies in the user’s order, the longest name first', async () => {
    searches.set('file:///a', { glossary: own, terminologies: await choices(['signs', 'diseases']), root });
    searches.set('file:///b', { glossary: [], terminologies: await choices(['diseases', 'signs']), root });
    assert.deepEqual(found(await searches.of('file:///a'), text), ['S:3 D:7', 'glossary:hill-fever S:4 D:8', 'S:2', 'casebook:fever']);
    assert.deepEqual(found(await searches.of('file:///b'), text), ['D:7 S:3', 'D:8 S:4', 'S:2', 'casebook:fever']);
    assert.equal(indexes().length, 2);
    searches.forget('file:///a');
    assert.deepEqual(found(await searches.of('file:///a'), 'hill fever'), ['casebook:fever']);
  });

  it('knows which of their concepts mean the same', async () => {
    searches.set('file:///a', { glossary: [], terminologies: await choices(['signs', 'diseases']), root });
    const { search, stored } = await searches.of('file:///a');
    assert.ok(stored);
    const meaning = (id: string): number => search.meaningOf(1, stored.placeOf(id));
    assert.equal(meaning('S:3'), meaning('D:7'));
    assert.notEqual(meaning('S:4'), meaning('D:8'));
  });

  it('is a part of a terminology where the user wants only that', async () => {
    searches.set('file:///a', { glossary: [], terminologies: await choices(['signs'], { signs: ['S:2'], diseases: ['D:8'] }), root });
    assert.deepEqual(found(await searches.of('file:///a'), text), ['S:3', 'D:8', 'S:2', 'casebook:fever']);
  });

  it('is compiled without the steps that the user sets off there, and for each choice of them once', async () => {
    const terminologies = await choices(['signs']);
    searches.set('file:///a', { glossary: [], terminologies, root, stepsOff: ['plural'] });
    searches.set('file:///b', { glossary: [], terminologies, root });
    assert.deepEqual(found(await searches.of('file:///a'), 'skin signs, fevers, skin sign, fever'), ['S:2', 'casebook:fever']);
    assert.deepEqual(found(await searches.of('file:///b'), 'skin signs, fevers'), ['S:2', 'casebook:fever']);
    assert.equal(indexes().length, 2);
    const later = fresh();
    later.set('file:///c', { glossary: own, terminologies, root, stepsOff: ['plural', 'status'] });
    assert.deepEqual(found(await later.of('file:///c'), 'skin signs, hill fevers, hill fever'), ['glossary:hill-fever S:4 D:8']);
    assert.equal(indexes().length, 2);
  });

  it('reaches what finds mentions: stop names and steps', async () => {
    const terms = new TermWork({ read: async () => JSON.stringify(builtIn) }, files, clock);
    const terminologies = await choices(['signs']);
    const mentioned = async (more: Partial<FolderChoice>): Promise<string[]> => {
      terms.setFolder('file:///a', { glossary: [], terminologies, root, ...more });
      return (await terms.recogniserIn('file:///a')).recognise('A sign, a skin sign and fever.').map(({ concepts }) => concepts[0]?.id ?? '');
    };
    assert.deepEqual(await mentioned({}), ['S:2', 'casebook:fever']);
    assert.deepEqual(await mentioned({ stopNames: [['sign', false]] }), ['S:1', 'S:2', 'casebook:fever']);
    assert.deepEqual(await mentioned({ stopNames: [['skin signs', true]] }), ['casebook:fever']);
    assert.deepEqual(await mentioned({ stepsOff: ['stopNames'] }), ['S:1', 'S:2', 'casebook:fever']);
    assert.equal((await terms.recogniserIn('file:///a')).tellsStatus, true);
    await mentioned({ stepsOff: ['status'] });
    assert.equal((await terms.recogniserIn('file:///a')).tellsStatus, false);
  });

  it('is compiled once, and taken from its file at the next start', async () => {
    const choice = { glossary: [], terminologies: await choices(['signs']), root };
    searches.set('file:///a', choice);
    await searches.of('file:///a');
    const [uri = ''] = indexes();
    files.now = 77;
    const later = fresh();
    later.set('file:///a', choice);
    assert.deepEqual(found(await later.of('file:///a'), 'hill fever'), ['S:4 D:8']);
    assert.notEqual((await files.stamp(uri))?.modified, 77, 'it was not written again');
  });

  it('is compiled anew where the index is damaged, cut short, of another version or gone', async () => {
    const choice = { glossary: [], terminologies: await choices(['signs']), root };
    searches.set('file:///a', choice);
    await searches.of('file:///a');
    const [uri = ''] = indexes();
    const whole = files.content.get(uri) ?? new Uint8Array();
    const at = (place: number): Uint8Array => whole.map((byte, index) => (index === place ? byte ^ 0x55 : byte));
    for (const bytes of [new Uint8Array(), whole.slice(0, 30), whole.slice(0, -100), at(0), at(4), at(17), at(whole.length - 60), undefined]) {
      if (bytes) files.content.set(uri, bytes);
      else files.content.delete(uri);
      const later = fresh();
      later.set('file:///a', choice);
      assert.deepEqual(found(await later.of('file:///a'), 'hill fever'), ['S:4 D:8']);
      assert.deepEqual(files.content.get(uri), whole);
    }
  });

  it('is without a terminology whose file is damaged or gone, until it is whole again', async () => {
    const store = (await work.list(root)).find(({ id }) => id === 'signs')?.terminology?.store ?? '';
    const uri = `${root}/signs/${store}`;
    const whole = files.content.get(uri) ?? new Uint8Array();
    const terminologies = await choices(['signs', 'diseases']);
    for (const bytes of [undefined, whole.slice(0, 100), whole.map((byte, index) => (index > 400 ? 0 : byte))]) {
      if (bytes) files.content.set(uri, bytes);
      else files.content.delete(uri);
      searches.set('file:///a', { glossary: [], terminologies, root });
      const search = await searches.of('file:///a');
      assert.deepEqual([search.broken, found(search, 'leopard rash')], [['signs'], ['D:7']]);
    }
    files.content.set(uri, whole);
    const again = await searches.of('file:///a');
    assert.deepEqual([again.broken, found(again, 'leopard rash')], [[], ['S:3 D:7']]);
  });

  it('is there though the disk is full, and says so', async () => {
    const terminologies = await choices(['signs']);
    files.room = 10;
    searches.set('file:///a', { glossary: [], terminologies, root });
    const search = await searches.of('file:///a');
    assert.deepEqual([search.notKept, found(search, 'hill fever')], ['full', ['S:4 D:8']]);
    assert.deepEqual(indexes(), []);
  });

  it('bears any damage to its files', async () => {
    const terminologies = await choices(['signs', 'diseases']);
    searches.set('file:///a', { glossary: own, terminologies, root });
    await searches.of('file:///a');
    const whole = new Map(files.content);
    const uris = [...whole.keys()].filter((uri) => !uri.endsWith('/changed'));
    const damages = fc.array(fc.record({ file: fc.nat(), at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255), cut: fc.boolean() }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(damages, async (all) => {
        for (const [uri, bytes] of whole) files.content.set(uri, bytes.slice());
        for (const { file, at, byte, cut } of all) {
          const uri = uris[file % uris.length] ?? '';
          const bytes = files.content.get(uri) ?? new Uint8Array();
          const place = Math.floor(at * bytes.length);
          files.content.set(uri, cut ? bytes.slice(0, place) : bytes.map((one, index) => (index === place ? byte : one)));
        }
        const later = fresh();
        later.set('file:///a', { glossary: own, terminologies, root });
        const search = await later.of('file:///a');
        const known = new Set(['casebook:fever', 'glossary:hill-fever', 'S:1', 'S:2', 'S:3', 'S:4', 'D:7', 'D:8']);
        for (const ids of found(search, text)) assert.ok(ids.split(' ').every((id) => known.has(id)), ids);
        assert.ok(found(search, text).some((ids) => ids.startsWith('glossary:hill-fever')));
        for (let place = 0; place < (search.stored?.size ?? 0); place++) {
          const location = search.stored?.locate(place);
          await location?.store.details(location.place);
        }
        await work.list(root);
      }),
      { numRuns: 300 },
    );
  });

  it('does not let indexes of choices of long ago fill the disk', async () => {
    for (let at = 0; at < 40; at++) {
      files.now++;
      searches.set('file:///a', { glossary: [], terminologies: await choices(['signs'], { signs: [`S:${at}`] }), root });
      await searches.of('file:///a');
    }
    assert.equal(indexes().length, 12);
  });

  it('is the same for windows that compile it at once', async () => {
    const choice = { glossary: [], terminologies: await choices(['signs']), root };
    const windows = [fresh(), fresh(), fresh()];
    for (const window of windows) window.set('file:///a', choice);
    const all = await Promise.all(windows.map((window) => window.of('file:///a')));
    for (const search of all) assert.deepEqual(found(search, 'hill fever'), ['S:4 D:8']);
    assert.equal(indexes().length, 1);
  });

  it('gives papers their topics, by the folder that they are in', async () => {
    const terms = new TermWork({ read: async () => JSON.stringify(builtIn) }, files, clock);
    terms.setFolder('file:///a', { glossary: [], terminologies: await choices(['signs']), root });
    const record = { id: 'x', type: 'article-journal', title: 'Leopard rash and fever', abstract: 'A leopard rash. Skin signs.' } as const;
    const uris = ['file:///a/library/x.yaml', 'file:///ab/x.yaml'];
    const topicsOf = await terms.topics(uris);
    assert.deepEqual(topicsOf(record, uris[0] ?? '').map(({ concept, count }) => `${concept} ${count}`), ['S:3 2', 'casebook:fever 1', 'S:2 1']);
    assert.deepEqual(topicsOf(record, uris[1] ?? '').map(({ concept }) => concept), ['casebook:fever']);
    // (1 + ln(1 + 3)) * (1 + 0.1 * 2) for S:3, which has two above it; (1 + ln 3) for fever; (1 + ln 1) * 1.1 for S:2.
    const weights = topicsOf(record, uris[0] ?? '').map(({ weight }) => weight);
    const heaviest = (1 + Math.log(4)) * 1.2;
    [1, (1 + Math.log(3)) / heaviest, 1.1 / heaviest].forEach((weight, place) => assert.ok(Math.abs((weights[place] ?? 0) - weight) < 1e-9));
  });
});
