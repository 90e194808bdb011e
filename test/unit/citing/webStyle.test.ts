import assert from 'node:assert/strict';
import { downloadStyle, isWebAddress, repositoryAddress, styleTitle } from '../../../src/core/citing/webStyle';
import { FetchHttp } from '../../../src/platform/http/fetchHttp';
import { FileServer } from '../../support/fileServer';

const style = (body: string) => `<?xml version="1.0" encoding="utf-8"?>\n<!-- ours -->\n<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Of a test</title></info>${body}</style>`;
const own = style('<citation><layout><text variable="title"/></layout></citation>');

describe('styles from the web', () => {
  let server: FileServer;
  const http = new FetchHttp();
  const serve = async (text: string) => {
    server.file = new TextEncoder().encode(text);
    return downloadStyle(server.address, http);
  };

  before(async () => (server = await FileServer.start(new Uint8Array())));
  after(() => server.stop());

  it('are taken if they are styles, of their own or by another', async () => {
    assert.deepEqual(await serve(own), { kind: 'found', csl: own });
    assert.equal((await serve(style('<info><link rel="independent-parent" href="http://www.zotero.org/styles/apa"/></info>'))).kind, 'found');
    assert.equal(styleTitle(own), 'Of a test');
  });

  it('are not taken if they are something else, or too large', async () => {
    for (const text of ['', '<!doctype html><style>a{}</style>', '<style>a</style>', style(''), `<html>${own}</html>`]) assert.equal((await serve(text)).kind, 'not-csl', text);
    assert.equal((await serve(own + ' '.repeat(1_100_000))).kind, 'too-large');
  });

  it('say why there is none', async () => {
    server.options = { statuses: [404] };
    assert.deepEqual(await serve(own), { kind: 'status', status: 404 });
    const gone = await FileServer.start(new Uint8Array());
    const { address } = gone;
    await gone.stop();
    assert.deepEqual(await downloadStyle(address, http), { kind: 'failure', failure: 'refused' });
  });

  it('have addresses', () => {
    assert.deepEqual(['https://a.org/x.csl', 'http://a.org', 'apa', 'styles/apa.csl', 'data:text/xml,x', 'https://'].map(isWebAddress), [true, true, false, false, false, false]);
    assert.equal(repositoryAddress('apa'), 'https://raw.githubusercontent.com/citation-style-language/styles/master/apa.csl');
  });
});
