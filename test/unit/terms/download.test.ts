import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Task } from '../../../src/core/task';
import { download, type DownloadNeeds, type DownloadRequest, type DownloadResult } from '../../../src/core/terms/download/download';
import type { TerminologyPart } from '../../../src/core/terms/readers/terminologyPart';
import { FetchHttp } from '../../../src/platform/http/fetchHttp';
import { FileServer, type FileServerOptions, sha256Of } from '../../support/fileServer';
import { MemoryOwnFiles } from '../../support/memoryOwnFiles';

const file = new Uint8Array(randomBytes(300_000));
const base64Of = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');

async function bytesOf(file: TerminologyPart): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of file.open()) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

describe('download', () => {
  let server: FileServer;
  let files: MemoryOwnFiles;
  let waits: number[];

  const needs = (more: Partial<DownloadNeeds> = {}): DownloadNeeds => ({
    http: new FetchHttp(300), files, folder: 'memory:/downloads', session: 'one', pieceSize: 40_000,
    clock: { wait: async (duration) => void waits.push(duration) }, ...more,
  });
  const load = (request: Partial<DownloadRequest> = {}, more: Partial<DownloadNeeds> = {}, task: Task = new Task('downloading')): Promise<DownloadResult> =>
    download({ address: server.address, ...request }, needs(more), task);
  const serve = (options: FileServerOptions, content = file): void => {
    server.options = options;
    server.file = content;
  };
  const assertWhole = async (result: DownloadResult, content = file): Promise<void> => {
    assert.equal(result.kind, 'done');
    if (result.kind !== 'done') return;
    assert.deepEqual(await bytesOf(result.file), content);
    assert.equal(result.file.size, content.length);
  };
  const ranges = (): (string | undefined)[] => server.requests.map(({ headers }) => headers.range);

  beforeEach(async () => {
    files = new MemoryOwnFiles();
    waits = [];
    server = await FileServer.start(file);
  });
  afterEach(() => server.stop());

  it('loads a file whole, says how far it is, and leaves nothing behind', async () => {
    serve({ etag: '"1"' });
    const task = new Task('downloading');
    const result = await load({}, {}, task);
    await assertWhole(result);
    assert.deepEqual(task.state, { stage: 'downloading', done: file.length, total: file.length });
    assert.ok(result.kind === 'done' && result.validator === '"1"' && result.file.name === 'file');
    await result.discard();
    assert.equal(files.content.size, 0);
  });

  it('goes on where a connection was cut, by itself', async () => {
    serve({ etag: '"1"', ranges: true, cuts: [100_000, 50_000] });
    await assertWhole(await load());
    assert.deepEqual(ranges(), [undefined, 'bytes=100000-', 'bytes=150000-']);
    assert.deepEqual(server.requests.map(({ headers }) => headers['if-range']), [undefined, '"1"', '"1"']);
    assert.deepEqual(waits, [], 'what brings something is not waited with');
  });

  it('goes on by the time of change where the server has no ETag, or one that means "much the same"', async () => {
    serve({ etag: 'W/"1"', lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT', ranges: true, cuts: [100_000] });
    await assertWhole(await load());
    assert.equal(server.requests[1]?.headers['if-range'], 'Mon, 02 Nov 2026 10:00:00 GMT');
  });

  it('goes on in a later session with what an earlier one left', async () => {
    serve({ etag: '"1"', ranges: true, cuts: [100_000, 0, 0, 0] });
    const first = await load();
    assert.deepEqual(first, { kind: 'failed', fault: { kind: 'cut', kept: 100_000 } });
    assert.deepEqual(waits, [500, 1000], 'what brings nothing is waited with, longer each time');
    serve({ etag: '"1"', ranges: true });
    const second = await load({}, { session: 'two' });
    await assertWhole(second);
    assert.equal(ranges().at(-1), 'bytes=100000-');
    files.now = 10_000_000;
    const third = await load({}, { session: 'three' });
    if (third.kind === 'done') await third.discard();
    assert.equal(files.content.size, 0, 'what lay there for hours goes');
  });

  it('begins anew where the file is another one meanwhile', async () => {
    serve({ etag: '"1"', ranges: true, cuts: [100_000, 0, 0, 0] });
    await load();
    const other = new Uint8Array(randomBytes(200_000));
    serve({ etag: '"2"', ranges: true }, other);
    await assertWhole(await load(), other);
  });

  it('begins anew where the server knows no ranges', async () => {
    serve({ etag: '"1"', cuts: [100_000] });
    await assertWhole(await load());
    assert.deepEqual(ranges(), [undefined, 'bytes=100000-']);
  });

  it('begins anew where there is nothing to tell one state of the file from another', async () => {
    serve({ ranges: true, cuts: [100_000] });
    await assertWhole(await load());
    assert.deepEqual(ranges(), [undefined, undefined]);
  });

  it('begins anew where the file became shorter than what is here', async () => {
    serve({ etag: '"1"', ranges: true, cuts: [100_000, 0, 0, 0] });
    await load();
    const shorter = file.slice(0, 50_000);
    serve({ etag: '"1"', ranges: true }, shorter);
    await assertWhole(await load(), shorter);
  });

  it('loads a file whose length is not told, and one that is packed for the way', async () => {
    serve({ etag: '"1"', chunked: true });
    await assertWhole(await load());
    serve({ etag: '"2"', packed: true }, new Uint8Array(100_000));
    const packed = await load();
    await assertWhole(packed, new Uint8Array(100_000));
    assert.ok(packed.kind === 'done' && packed.validator === undefined, 'its bytes are not the server’s');
  });

  it('takes a file for cut that is shorter than the server said', async () => {
    serve({ etag: '"1"', lies: 400_000, ranges: true, cuts: [300_000, 0, 0, 0] });
    const result = await load();
    assert.ok(result.kind === 'failed' && result.fault.kind === 'cut');
  });

  it('holds the bytes against the digest of the server or of the address', async () => {
    const digest = sha256Of(file);
    serve({ headers: { 'repr-digest': `sha-512=:AAAA:, sha-256=:${base64Of(digest)}:` } });
    await assertWhole(await load());
    await assertWhole(await load({ address: `${server.address}#sha256=${digest.toUpperCase()}` }));
    const wrong = sha256Of(new Uint8Array(1));
    assert.deepEqual(await load({ address: `${server.address}#sha256=${wrong}` }), { kind: 'failed', fault: { kind: 'digest', expected: wrong, found: digest } });
    serve({ headers: { 'repr-digest': `sha-256=:${base64Of(wrong)}:` } });
    assert.equal((await load()).kind, 'failed');
    assert.equal(files.content.has('memory:/downloads'), false);
  });

  it('loads nothing that is the same as before', async () => {
    serve({ etag: '"1"' });
    assert.deepEqual(await load({ known: '"1"' }), { kind: 'unchanged' });
    await assertWhole(await load({ known: '"0"' }));
    const time = 'Mon, 02 Nov 2026 10:00:00 GMT';
    serve({ lastModified: time });
    await assertWhole(await load());
    assert.deepEqual(await load({ known: time }), { kind: 'unchanged' });
  });

  it('follows redirects, but not round in a circle', async () => {
    await assertWhole(await load({ address: server.address.replace('/file', '/moved') }));
    assert.deepEqual(await load({ address: server.address.replace('/file', '/round') }), { kind: 'failed', fault: { kind: 'redirects', kept: 0 } });
  });

  it('says what stands in the way', async () => {
    serve({ statuses: [404] });
    assert.deepEqual(await load(), { kind: 'failed', fault: { kind: 'status', status: 404 } });
    assert.deepEqual(await load({ address: server.address.replace('/file', '/page') }), { kind: 'failed', fault: { kind: 'page' } });
    for (const address of ['file:///etc/passwd', 'ftp://example.org/x', 'no address', 'javascript:1']) {
      assert.deepEqual(await load({ address }), { kind: 'failed', fault: { kind: 'address' } });
    }
    assert.deepEqual(await load({ address: 'http://no-such-host.invalid/x' }), { kind: 'failed', fault: { kind: 'offline', kept: 0 } });
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    assert.deepEqual(await load({ address: `http://127.0.0.1:${port}/x` }), { kind: 'failed', fault: { kind: 'refused', kept: 0 } });
  });

  it('asks again where the server says: not now', async () => {
    serve({ statuses: [503, 429] });
    await assertWhole(await load());
    assert.deepEqual(waits, [500, 1000]);
    serve({ statuses: [503, 503, 503, 503] });
    assert.deepEqual(await load(), { kind: 'failed', fault: { kind: 'status', status: 503 } });
  });

  it('does not wait for ever for a server that sends nothing', async function () {
    this.timeout(5000);
    serve({ silent: true });
    assert.deepEqual(await load(), { kind: 'failed', fault: { kind: 'stalled', kept: 0 } });
  });

  it('does not ask for ever where a server sends parts that nobody asked for', async () => {
    const odd = createServer((_, response) => void response.writeHead(206, { 'content-range': 'bytes 5-9/10' }).end('abcde'));
    await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
    const { port } = odd.address() as AddressInfo;
    assert.deepEqual(await load({ address: `http://127.0.0.1:${port}/x` }), { kind: 'failed', fault: { kind: 'status', status: 206 } });
    odd.closeAllConnections();
    odd.close();
  });

  it('tells that the disk is full, and keeps what fits', async () => {
    serve({ etag: '"1"', ranges: true });
    files.room = 100_000;
    assert.deepEqual(await load(), { kind: 'failed', fault: { kind: 'full' } });
    files.room = Number.POSITIVE_INFINITY;
    await assertWhole(await load());
    assert.match(ranges().at(-1) ?? '', /^bytes=[1-9]\d{4}-$/);
    files.readOnly = true;
    assert.deepEqual(await load(), { kind: 'failed', fault: { kind: 'denied' } });
  });

  it('stops when it is told to, and keeps what is here', async () => {
    serve({ etag: '"1"', ranges: true, pause: 5 });
    const task = new Task('downloading');
    const loading = load({}, {}, task);
    while (task.state.done < 50_000) await new Promise((resolve) => setTimeout(resolve, 2));
    task.cancel();
    assert.deepEqual(await loading, { kind: 'cancelled' });
    serve({ etag: '"1"', ranges: true });
    await assertWhole(await load());
    assert.match(ranges().at(-1) ?? '', /^bytes=[1-9]\d{4,}-$/);
  });

  it('lets two windows load the same file at once', async () => {
    serve({ etag: '"1"', ranges: true, pause: 1 });
    const results = await Promise.all([load({}, { session: 'one' }), load({}, { session: 'two' })]);
    for (const result of results) await assertWhole(result);
    const [first, second] = results;
    if (first?.kind === 'done') await first.discard();
    if (second) await assertWhole(second);
    if (second?.kind === 'done') await second.discard();
    assert.equal(files.content.size, 0);
  });
});
