import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lookUpDoi } from '../../../src/core/library/doiLookup';
import { FetchHttp } from '../../../src/platform/http/fetchHttp';

/** As Crossref answers, shortened. */
const record = { type: 'journal-article', DOI: '10.1093/jjco/25.4.168', title: 'A Case of Leukemoid Reaction', author: [{ given: 'Y', family: 'Chen' }], issued: { 'date-parts': [[1995, 8, 1]] }, 'container-title': 'Jpn J Clin Oncol' };

/** Where nobody listens. */
async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}

describe('lookUpDoi', () => {
  let server: Server;
  let address = '';
  const asked: { readonly path: string; readonly accept: string }[] = [];
  before((done) => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      asked.push({ path, accept: request.headers.accept ?? '' });
      if (path === '/10.1093/jjco/25.4.168') response.writeHead(302, { Location: '/works/a' }).end();
      else if (path === '/works/a') response.writeHead(200, { 'Content-Type': 'application/vnd.citationstyles.csl+json' }).end(JSON.stringify(record));
      else if (path === '/10.1000/page') response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>A page</html>');
      else if (path === '/10.1000/busy') response.writeHead(429).end('later');
      else if (path === '/10.1000/huge') response.writeHead(200).end('x'.repeat(3_000_000));
      else response.writeHead(404).end('no');
    }).listen(0, '127.0.0.1', () => {
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      done();
    });
  });
  after((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
  const lookUp = (doi: string) => lookUpDoi(doi, new FetchHttp(2000), address);

  it('asks for CSL-JSON, and follows to the agency', async () => {
    const answer = await lookUp('10.1093/jjco/25.4.168');
    assert.ok(answer.kind === 'found');
    assert.deepEqual([answer.record.title, answer.record.DOI, answer.record.author?.[0]?.family], [record.title, record.DOI, 'Chen']);
    assert.equal(answer.record.type, 'article-journal');
    assert.match(asked[0]?.accept ?? '', /application\/vnd\.citationstyles\.csl\+json/);
  });

  it('tells what is unknown, refused, unreadable, too large, and out of reach', async () => {
    assert.deepEqual(await lookUp('10.1000/none'), { kind: 'unknown' });
    assert.deepEqual(await lookUp('10.1000/busy'), { kind: 'status', status: 429 });
    assert.deepEqual(await lookUp('10.1000/page'), { kind: 'unreadable' });
    assert.deepEqual(await lookUp('10.1000/huge'), { kind: 'unreadable' });
    assert.deepEqual(await lookUpDoi('10.1000/x', new FetchHttp(2000), await closedAddress()), { kind: 'failure', failure: 'refused' });
  });

  it('keeps signs of a DOI that mean something in an address', async () => {
    await lookUp('10.1002/(SICI)1097?#x');
    assert.equal(asked.at(-1)?.path, '/10.1002/(SICI)1097%3F%23x');
  });
});
