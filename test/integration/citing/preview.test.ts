import * as assert from 'node:assert/strict';
import { commands, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import { eventually, folder, writeFile } from '../support';
import { addPapers, openNote, removePapers, resetStyle } from './citingSupport';

/** As the preview shows a note. */
const rendered = (document: TextDocument): Promise<string> => Promise.resolve(commands.executeCommand<string>('markdown.api.render', document));

async function shows(document: TextDocument, ...what: readonly RegExp[]): Promise<string> {
  let html = '';
  await eventually(async () => {
    html = await rendered(document);
    for (const one of what) assert.match(html, one);
  });
  return html;
}

describe('The Markdown preview of a note', () => {
  before(addPapers);
  afterEach(resetStyle);
  after(removePapers);

  it('shows citations and the bibliography, with links both ways', async () => {
    const { document } = await openNote('preview', 'Seen [@smith-2001; @chen1995], not [@nobody].\n\n::: {#refs}\n:::\n\n# End\n');
    const html = await shows(document, /<b>nobody\?<\/b>/);
    assert.match(html, /id="cite-0"[^>]*>\(<a href="#ref-smith-2001"[^>]*>1<\/a>,<a href="#ref-chen1995"[^>]*>2<\/a>\)/);
    assert.match(html, /id="ref-chen1995"[^]*?Jpn J Clin Oncol[^]*?href="#cite-0"/);
    assert.ok(html.indexOf('id="ref-chen1995"') < html.indexOf('End</h1>'));
    assert.doesNotMatch(html, /:::/);
  });

  it('follows the note and its style', async () => {
    const { document } = await openNote('preview-style', 'Seen [@chen1995].\n');
    await shows(document, /\(<a href="#ref-chen1995"[^>]*>1<\/a>\)/);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(0), '---\ncsl: apa\n---\n\n');
    await workspace.applyEdit(edit);
    await shows(document, /\(<a [^>]*>Chen et al\., 1995<\/a>\)/);
  });

  it('does as front matter says, and knows MyST’s roles', async () => {
    await writeFile('notes/citing/short.json', '{"default": {"container-title": {"Cancer": "Canc"}}}');
    const front = '---\ncsl: nature\ncitation-abbreviations: short.json\nnotes-after-punctuation: true\nlink-citations: false\nreference-section-title: Works\n---\n\n';
    const { document } = await openNote('preview-front', `${front}Seen {cite:p}\`smith-2001\`.\n`);
    await shows(document, /Seen\.<span class="citation" id="cite-0"[^>]*><sup>1<\/sup><\/span>/, /<h1[^>]*>Works<\/h1>[^]*<i>Canc<\/i>/);
  });

  it('does as metadata further on says, and leaves it out', async () => {
    const { document } = await openNote('preview-further', 'Seen [@chen1995].\n\n---\ncsl: apa\n---\n\nEnd.\n');
    const html = await shows(document, /\(<a [^>]*>Chen et al\., 1995<\/a>\)/);
    assert.doesNotMatch(html, /csl: apa|<hr/);
  });

  it('makes notes in a note style, and Ibid.', async () => {
    const { document } = await openNote('preview-notes', '---\ncsl: chicago-notes-bibliography-subsequent-ibid\n---\n\nOne [@chen1995, p. 3]. Two [@chen1995, p. 3].\n');
    await shows(document, /One\.<sup class="footnote-ref"><a href="#note-1"/, /<li id="note-2"><p>(?:<[^>]*>)*Ibid\./);
  });

  it('escapes what papers hold', async () => {
    const { document } = await openNote('preview-evil', 'Seen [@evil2020].\n');
    const html = await shows(document, /id="ref-evil2020"/);
    // Bold is a title's own, as CSL has it, and addresses are links; the rest is text.
    assert.match(html, /\[click\]\(command:workbench\.action\.quit\) <b>bold<\/b>/);
    assert.doesNotMatch(html, /<script|<img|href="(?!#|https:)/);
  });

  it('explains terms, unless the setting is off', async () => {
    const { document } = await openNote('preview-terms', 'A leukemoid reaction [@chen1995].\n');
    await shows(document, /<span class="casebook-term" title="[^"]{20,}">leukemoid reaction<\/span>/i);
    await workspace.getConfiguration('casebook', folder().uri).update('terms.preview', false, 3);
    await eventually(async () => assert.doesNotMatch(await rendered(document), /casebook-term/));
    await workspace.getConfiguration('casebook', folder().uri).update('terms.preview', undefined, 3);
  });
});
