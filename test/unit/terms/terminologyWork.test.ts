import assert from 'node:assert/strict';
import type { ConceptSink } from '../../../src/core/terms/readers/conceptSink';
import type { ReadOptions, TerminologyReading } from '../../../src/core/terms/readers/readTerminology';
import type { TerminologyHead } from '../../../src/core/terms/readers/terminologyHead';
import type { TerminologyPart } from '../../../src/core/terms/readers/terminologyPart';
import type { TerminologyAnswer, TerminologyRequest } from '../../../src/core/terms/terminologies/terminologyAnswers';
import { TerminologyFolder } from '../../../src/core/terms/terminologies/terminologyFolder';
import { TerminologyWork } from '../../../src/core/terms/terminologies/terminologyWork';
import { FetchHttp } from '../../../src/platform/http/fetchHttp';
import { FileServer } from '../../support/fileServer';
import { MemoryOwnFiles } from '../../support/memoryOwnFiles';

const root = 'memory:/terminologies';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads lines `id<tab>name`, and a first line `# id version`. */
async function readLines(parts: readonly TerminologyPart[], options: ReadOptions, sink: ConceptSink): Promise<TerminologyReading> {
  let text = '';
  for (const part of parts) for await (const bytes of part.open()) text += new TextDecoder().decode(bytes);
  const [first = '', ...lines] = text.trim().split('\n');
  const [, id = 'none', version = ''] = first.split(' ');
  const head: TerminologyHead = { id, name: id.toUpperCase(), version, ...(id === 'umls' && { needsLicence: true }), ...options.head };
  sink.head(head);
  for (const line of lines) {
    const [concept = '', name = ''] = line.split('\t');
    sink.add({ id: concept, name, synonyms: [], abbreviations: [], inexact: [], types: [], xrefs: [], broader: [], relations: [] });
  }
  const counts = { concepts: lines.length, obsolete: 0, names: lines.length, inexact: 0, definitions: 0 };
  return { format: 'csv', head, counts, problems: [], cancelled: options.signal?.aborted === true };
}

function request(text: string, uri = 'memory:/my%20terms.tsv'): TerminologyRequest {
  return { from: { files: [{ uri, content: encode(text) }] }, today: '2026-11-26' };
}

const first = '# signs 1\nS:1\tfever\nS:2\trash\n';
const second = '# signs 2\nS:1\tfever\n';

describe('terminologies that are kept', () => {
  let files: MemoryOwnFiles;
  let work: TerminologyWork;
  const workOf = (session: string): TerminologyWork =>
    new TerminologyWork({ files, http: new FetchHttp(300), clock: { wait: async () => undefined }, session }, readLines);
  const kept = async (): Promise<(readonly [string, string | undefined, string | undefined])[]> =>
    (await work.list(root)).map(({ id, terminology, fault }) => [id, terminology?.head.version, fault] as const);
  const add = async (text: string, by = work): Promise<void> => {
    assert.equal((await by.read(root, 'job', request(text))).kind, 'read');
    assert.equal(await by.keep(root, 'job'), undefined);
  };

  beforeEach(() => {
    files = new MemoryOwnFiles();
    work = workOf('one');
  });

  it('are read, and kept when the user says so', async () => {
    const answer = await work.read(root, 'job', request(first));
    assert.ok(answer.kind === 'read');
    assert.deepEqual(answer.terminology.head, { id: 'signs', name: 'SIGNS', version: '1' });
    assert.deepEqual(answer.terminology.source, { kind: 'files', uris: ['memory:/my%20terms.tsv'] });
    assert.deepEqual([answer.terminology.counts.concepts, answer.replaces, answer.terminology.added], [2, undefined, '2026-11-26']);
    assert.deepEqual(await kept(), []);
    assert.equal(await work.keep(root, 'job'), undefined);
    assert.deepEqual(await kept(), [['signs', '1', undefined]]);
    const [one] = await work.list(root);
    const opening = one?.terminology && (await new TerminologyFolder(files, root).open('signs', one.terminology));
    assert.ok(opening?.kind === 'opened');
    assert.deepEqual(opening.file.conceptAt(opening.file.placeOf('S:2')).name, 'rash');
  });

  it('leave nothing behind when the user says no', async () => {
    await work.read(root, 'job', request(first));
    await work.end(root, 'job');
    assert.equal(files.content.size, 0);
    assert.deepEqual(await work.keep(root, 'job'), { kind: 'cancelled' });
  });

  it('replace an earlier version, which counts until then', async () => {
    await add(first);
    const answer = await work.read(root, 'job', request(second));
    assert.ok(answer.kind === 'read' && answer.replaces?.head.version === '1');
    assert.deepEqual(await kept(), [['signs', '1', undefined]]);
    await work.keep(root, 'job');
    assert.deepEqual(await kept(), [['signs', '2', undefined]]);
    assert.equal([...files.content.keys()].filter((uri) => uri.endsWith('.store')).length, 1);
  });

  it('are whole whichever of two windows came last', async () => {
    const other = workOf('two');
    await work.read(root, 'a', request(first));
    await other.read(root, 'b', request(second));
    await work.keep(root, 'a');
    await other.keep(root, 'b');
    assert.deepEqual(await kept(), [['signs', '2', undefined]]);
    await work.read(root, 'a', request(first));
    await other.read(root, 'b', request(first));
    await other.end(root, 'b');
    await work.keep(root, 'a');
    assert.deepEqual(await kept(), [['signs', '1', undefined]]);
  });

  it('tell when another window removed them meanwhile', async () => {
    await work.read(root, 'a', request(first));
    await workOf('two').remove(root, 'signs');
    assert.deepEqual(await work.keep(root, 'a'), { kind: 'not-written', fault: 'gone' });
    assert.deepEqual(await kept(), []);
  });

  it('go when they are removed, and say so to other windows', async () => {
    await add(first);
    const before = files.content.get(`${root}/changed`);
    await work.remove(root, 'signs');
    assert.deepEqual(await kept(), []);
    assert.deepEqual([...files.content.keys()], [`${root}/changed`]);
    assert.notDeepEqual(files.content.get(`${root}/changed`), before);
  });

  it('are told where a file of theirs is damaged, cut short, newer or gone', async () => {
    await add(first);
    const store = [...files.content.keys()].find((uri) => uri.endsWith('.store')) ?? '';
    const whole = files.content.get(store) ?? new Uint8Array();
    const faultWith = async (bytes: Uint8Array): Promise<unknown> => {
      files.content.set(store, bytes);
      return (await kept())[0]?.[2];
    };
    const changed = (at: number, value: number): Uint8Array => whole.map((byte, index) => (index === at ? value : byte));
    assert.equal(await faultWith(whole.subarray(0, 40)), 'cut-short');
    assert.equal(await faultWith(whole.subarray(0, whole.length - 40)), 'cut-short');
    assert.equal(await faultWith(changed(4, 99)), 'newer');
    assert.equal(await faultWith(changed(0, 0)), 'foreign');
    assert.equal(await faultWith(changed(20, 7)), 'damaged');
    files.content.delete(store);
    assert.deepEqual(await kept(), [['signs', '1', 'gone']]);
    for (const head of ['', '{', 'null', '{"head":{"id":1}}', '{"store":"../../x"}']) {
      files.content.set(`${root}/signs/terminology.json`, encode(head));
      assert.deepEqual(await kept(), [['signs', undefined, 'damaged']], head);
    }
    await add(second);
    assert.deepEqual(await kept(), [['signs', '2', undefined]]);
  });

  it('are not written half where the disk is full', async () => {
    await add(first);
    files.room = 100;
    assert.deepEqual(await work.read(root, 'job', request(second)), { kind: 'not-written', fault: 'full' });
    await work.end(root, 'job');
    assert.deepEqual(await kept(), [['signs', '1', undefined]]);
  });

  it('bear names that every disk takes', async () => {
    for (const [id, folder] of [['../../etc', 'etc'], ['CON', 'con-terms'], ['casebook', 'casebook-terms'], ['äöü', 'terminology'], ['Snomed_CT', 'snomed-ct']] as const) {
      const answer = await work.read(root, 'job', { ...request(first), options: { head: { id } } });
      assert.ok(answer.kind === 'read' && answer.id === folder && answer.terminology.head.id === folder, id);
      await work.end(root, 'job');
    }
  });

  it('hold a concept at least, and come of files that are there', async () => {
    const empty: TerminologyAnswer = await work.read(root, 'job', request('# signs 1\n'));
    assert.equal(empty.kind, 'nothing');
    const gone = await work.read(root, 'other', { from: { files: [{ uri: 'memory:/gone.obo' }] }, today: '2026-11-26' });
    assert.deepEqual(gone, { kind: 'no-file', uri: 'memory:/gone.obo' });
    files.content.set('memory:/here.tsv', encode(first));
    assert.equal((await work.read(root, 'third', { from: { files: [{ uri: 'memory:/here.tsv' }] }, today: '2026-11-26' })).kind, 'read');
  });

  describe('from the web', () => {
    let server: FileServer;
    beforeEach(async () => {
      server = await FileServer.start(encode(first), { etag: '"1"', ranges: true });
    });
    afterEach(() => server.stop());
    const from = (more: Partial<TerminologyRequest> = {}): TerminologyRequest => ({ from: { address: server.address }, today: '2026-11-26', ...more });

    it('are loaded once, however often they are read, and updated when there is something new', async () => {
      await work.read(root, 'job', from());
      const answer = await work.read(root, 'job', from({ options: { head: { name: 'Signs' } } }));
      assert.ok(answer.kind === 'read' && answer.terminology.head.name === 'Signs');
      assert.equal(server.requests.length, 1);
      assert.deepEqual(answer.terminology.source, { kind: 'address', address: server.address, validator: '"1"' });
      await work.keep(root, 'job');
      assert.deepEqual([...files.content.keys()].filter((uri) => uri.includes('downloads')), []);
      assert.deepEqual(await work.read(root, 'update', from({ known: '"1"' })), { kind: 'unchanged' });
      server.options = { etag: '"2"' };
      server.file = encode(second);
      assert.equal((await work.read(root, 'again', from({ known: '"1"' }))).kind, 'read');
    });

    it('are none that need a licence', async () => {
      server.file = encode('# umls 2026AA\nUMLS:C1\tfever\n');
      assert.equal((await work.read(root, 'job', from())).kind, 'licence-needed');
      assert.equal((await work.read(root, 'own', request('# umls 2026AA\nUMLS:C1\tfever\n'))).kind, 'read');
    });

    it('can be given up while they are loaded', async () => {
      server.options = { etag: '"1"', ranges: true, pause: 20 };
      server.file = new Uint8Array(2_000_000);
      const reading = work.read(root, 'job', from());
      while ((work.progress('job')?.done ?? 0) < 50_000) await new Promise((resolve) => setTimeout(resolve, 5));
      work.cancel('job');
      assert.deepEqual(await reading, { kind: 'cancelled' });
      await work.end(root, 'job');
      assert.ok([...files.content.keys()].some((uri) => uri.includes('downloads')), 'what came is kept for the next time');
    });
  });
});
