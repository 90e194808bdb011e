import * as assert from 'node:assert/strict';
import { commands, type CompletionItem, type CompletionList, type Hover, type LocationLink, type MarkdownString, Position, type TextDocument } from 'vscode';
import { eventually, fileUri, hoverText, positionOf, removeFile, writeFile } from '../support';
import { addPapers, completionsAt, openNote, removePapers } from './citingSupport';

describe('Completion of citekeys', () => {
  before(addPapers);
  after(removePapers);

  it('finds papers by key, author, title, year and journal', async () => {
    const { document } = await openNote('find', '@che [see @hsu; -@leuk; @1995; @japan] @groß @{smi} @smith-2\n');
    for (const typed of ['@che', '@hsu', '-@leuk', '@1995', '@japan']) {
      assert.deepEqual(await completionsAt(document, typed), ['chen1995'], typed);
    }
    for (const typed of ['@groß', '@{smi', '@smith-2']) assert.deepEqual(await completionsAt(document, typed), ['smith-2001'], typed);
  });

  it('is silent in addresses, code and front matter', async () => {
    const { document } = await openNote('silent', '---\ntitle: @che\n---\n\nme@chen.org `@chx`\n\n```\n@chy\n```\n\n\\@chz\n');
    for (const typed of ['title: @che', 'me@che', '`@ch', '```\n@ch', '\\@ch']) assert.deepEqual(await completionsAt(document, typed), [], typed);
  });

  it('replaces the whole key, and explains it when asked', async () => {
    const { document } = await openNote('range', 'Seen @smith-20.\n');
    const items = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, new Position(0, 9), '@', 5);
    const item = items.items.find(({ label }) => typeof label === 'object' && label.label === 'smith-2001');
    assert.ok(item);
    assert.equal(item.insertText, 'smith-2001');
    assert.equal(item.detail, 'Smith 2001');
    assert.deepEqual(replacing(item), [6, 14]);
    assert.match((item.documentation as MarkdownString).value, /Tumour necrosis/);
  });
});

function replacing({ range }: CompletionItem): [number, number] {
  assert.ok(range && 'replacing' in range);
  return [range.replacing.start.character, range.replacing.end.character];
}

describe('Hovers of citekeys', () => {
  before(addPapers);
  after(removePapers);

  it('show the reference, the abstract and the ways to it, over the key alone', async () => {
    const { document } = await openNote('hover', 'Seen [see @chen1995, p. 3].\n');
    const text = await hoverText(document, '@chen1995');
    assert.match(text, /Leukemoid reaction in mucoepidermoid carcinoma/);
    assert.match(text, /A man had a persistent fever/);
    assert.match(text, /command:casebook\.openPaper\?/);
    assert.match(text, /command:_casebook\.showPaper\?/);
    assert.match(text, /\(https:\/\/doi\.org\/10\.1000\/leukemoid_1\)/);
    assert.deepEqual(await hoverRange(document, '@chen1995'), '@chen1995');
    assert.equal(await hoverText(document, 'see'), '');
  });

  it('show what MyST’s roles cite', async () => {
    const { document } = await openNote('role', 'Seen {cite:p}`smith-2001,chen1995`.\n');
    assert.match(await hoverText(document, 'chen1995'), /Leukemoid reaction in mucoepidermoid carcinoma/);
    assert.equal(await hoverRange(document, 'chen1995'), 'chen1995');
  });

  it('say where else the work is cited, and open its PDF', async () => {
    await writeFile('library/chen1995.pdf', '%PDF-1.4');
    const { document } = await openNote('elsewhere', 'Seen [@chen1995].\n\nAgain @chen1995.\n\nAs said [@smith-2001, and @chen1995].\n');
    await eventually(async () => {
      const text = await hoverText(document, '@chen1995');
      assert.match(text, /\[line 3\]\(command:_casebook\.openAt\?[^)]*\)[^]*\[line 5\]/);
      assert.match(text, /\[Open PDF\]\(command:_casebook\.openAttachment\?/);
    });
    await removeFile('library/chen1995.pdf');
  });

  it('show a key with dashes whole', async () => {
    const { document } = await openNote('dashes', 'Seen [-@smith-2001].\n');
    assert.equal(await hoverRange(document, 'smith-2001'), '-@smith-2001');
  });

  it('know the references in the note’s own front matter, however they are written', async () => {
    const { document } = await openNote(
      'inline',
      '---\nreferences:\n- {id: own1, type: book, title: Our own book, author: Somebody, issued: 1999}\n- nonsense\n---\n\nSeen @own1.\n',
    );
    assert.match(await hoverText(document, '@own1'), /Our own book/);
  });

  it('say that a key is unknown', async () => {
    const { document } = await openNote('nobody', 'Seen @nobody1900.\n');
    const text = await hoverText(document, '@nobody1900');
    assert.match(text, /nobody1900/);
    assert.match(text, /command:casebook\.importPapers/);
  });

  it('show hostile text as text', async () => {
    const { document } = await openNote('evil', 'Seen @evil2020.\n');
    const text = await hoverText(document, '@evil2020');
    assert.doesNotMatch(text, /[^\\]\[click\]\(command/);
    assert.doesNotMatch(text, /<script|<b>|[^\\]\$\(bug\)|!\[x\]\(/);
    const commandsLinked = [...text.matchAll(/\]\(command:([\w.]+)/g)].map(([, id]) => id);
    assert.deepEqual(new Set(commandsLinked), new Set(['casebook.openPaper', '_casebook.showPaper']));
  });

  it('leave the terms inside a key alone', async () => {
    const { document } = await openNote('terms', 'Seen @leukemoid-reaction.\n');
    assert.doesNotMatch(await hoverText(document, 'reaction'), /mimics|Finding/);
  });
});

describe('Go to Definition on a citekey', () => {
  before(addPapers);
  after(removePapers);

  it('opens the paper file', async () => {
    const { document } = await openNote('definition', 'Seen @chen1995.\n');
    const links = await commands.executeCommand<LocationLink[]>('vscode.executeDefinitionProvider', document.uri, positionOf(document, 'chen1995'));
    assert.deepEqual(links.map(({ targetUri }) => targetUri.toString()), [fileUri('library/chen1995.yaml').toString()]);
  });
});

async function hoverRange(document: TextDocument, words: string): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, positionOf(document, words));
  return hovers.map(({ range }) => document.getText(range)).join('|');
}
