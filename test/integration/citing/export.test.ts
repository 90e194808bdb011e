import * as assert from 'node:assert/strict';
import { commands, Uri, workspace } from 'vscode';
import { eventually, folder, removeFile } from '../support';
import { addPapers, openNote, removePapers } from './citingSupport';

const source = '---\ntitle: A fever\n---\n\n# Case\n\nSeen [@chen1995; @nobody], as @smith-2001 says of IL-1α. No more.^[But [@chen1995].]\n';

describe('Exporting a note', () => {
  before(addPapers);
  after(async () => {
    for (const format of ['html', 'docx', 'pdf']) await removeFile(`exported.${format}`);
    await removePapers();
  });

  it('writes a page that needs nothing else, with unknown keys named', async () => {
    await openNote('export', '# Case\n\nSeen [@chen1995; @nobody].\n');
    const file = fileOf('html');
    assert.equal(await commands.executeCommand('casebook.exportNote', 'html', file.toString()), 'exported');
    await eventually(async () => {
      const html = new TextDecoder().decode(await workspace.fs.readFile(file));
      assert.match(html, /<h1 id="case">Case<\/h1>[^]*nobody\?[^]*id="ref-chen1995"[^]*<\/html>\n$/);
    });
  });

  it('writes a Word document by pandoc, where it is installed', async function () {
    await openNote('export-docx', source);
    if (!(await exported('docx'))) return this.skip();
    const text = (await documentXml(await workspace.fs.readFile(fileOf('docx')))).replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, '');
    for (const words of ['A fever', 'Seen (1,nobody?), as (2) says of IL-1α. No more.', '1. Chen YM, Hsu L, Wu T. Leukemoid reaction', '2. Smith A.']) assert.ok(text.includes(words), `${words}: ${text}`);
  });

  it('writes a PDF by pandoc, where it and an engine are installed', async function () {
    this.timeout(60_000);
    await openNote('export-pdf', source);
    if (!(await exported('pdf'))) return this.skip();
    assert.equal(new TextDecoder().decode((await workspace.fs.readFile(fileOf('pdf'))).slice(0, 5)), '%PDF-');
  });
});

function fileOf(format: string): Uri {
  return Uri.joinPath(folder().uri, `exported.${format}`);
}

/** @returns whether pandoc could be run; in a browser it cannot, and is not tried */
async function exported(format: string): Promise<boolean> {
  if (folder().uri.scheme !== 'file') return false;
  const outcome = await commands.executeCommand('casebook.exportNote', format, fileOf(format).toString());
  if (outcome === 'no-pandoc' || outcome === 'no-engine') return false;
  assert.equal(outcome, 'exported');
  return true;
}

/** The text of a Word document, which is a ZIP of XML. */
async function documentXml(zip: Uint8Array): Promise<string> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const name = new TextEncoder().encode('word/document.xml');
  // In the directory at the end each file is `PK 01 02`, with sizes that its own head may lack.
  for (let at = 0; at + 46 < zip.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50 || view.getUint16(at + 28, true) !== name.length) continue;
    if (!name.every((byte, index) => zip[at + 46 + index] === byte)) continue;
    const [size, head] = [view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    const start = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
    const stream = new Blob([zip.slice(start, start + size)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Response(stream).text();
  }
  throw new Error('no word/document.xml');
}
