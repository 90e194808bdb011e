import * as assert from 'node:assert/strict';
import { commands, DataTransfer, DataTransferItem, type Uri, window, workspace } from 'vscode';
import { Library } from '../../../src/core/library/library';
import { PaperDrags } from '../../../src/features/library/paperDrags';
import { eventually, fileUri, readFile, removeFile, writeFile } from '../support';
import { libraryPaper, paperText } from './support';

async function exists(path: string): Promise<boolean> {
  return workspace.fs.stat(fileUri(path)).then(() => true, () => false);
}

/** Runs a command on papers until it shows its effect: the library may not have read them yet. */
function untilDone(command: string, uris: readonly Uri[], answer: unknown, effect: () => Promise<void>): Promise<void> {
  return eventually(async () => {
    await commands.executeCommand(command, uris[0], uris, answer);
    await effect();
  });
}

async function tidy(): Promise<void> {
  for (const command of ['notifications.clearAll', 'workbench.action.closeQuickOpen', 'workbench.action.closeAllEditors']) await commands.executeCommand(command);
  for (const path of ['library', 'outside']) await removeFile(path);
}

const comment = '# kept as it is\n';
const facts = 'case:\n  patients: 1 # of many\n';

describe('Marking papers', () => {
  afterEach(tidy);

  it('writes the reading status of several papers into their files, and nothing else', async () => {
    const one = await writeFile('library/one.yaml', comment + paperText('one') + facts);
    const two = await writeFile('library/two.yaml', paperText('two'));
    await untilDone('casebook.setReadingStatus', [one, two], 'read', async () => assert.match(await readFile(two), /status: read/));
    assert.equal(await readFile(one), `${comment}${paperText('one')}${facts}  status: read\n`);
    assert.equal(await readFile(two), `${paperText('two')}case:\n  status: read\n`);
    await untilDone('casebook.setReadingStatus', [one], 'included', async () => assert.match(await readFile(one), /status: included/));
    assert.equal(await readFile(one), `${comment}${paperText('one')}${facts}  status: included\n`);
  });

  it('adds and removes tags, and leaves the others of each paper', async () => {
    const one = await writeFile('library/one.yaml', `${paperText('one')}case:\n  tags: [mine, old]\n`);
    const two = await writeFile('library/two.yaml', paperText('two'));
    await untilDone('casebook.editTags', [one, two], { add: ['methods'], remove: ['old'] }, async () => {
      assert.match(await readFile(two), /methods/);
      assert.match(await readFile(one), /tags:[\s\S]*mine[\s\S]*methods/);
    });
    assert.doesNotMatch(await readFile(one), /old/);
    assert.equal(await readFile(two), `${paperText('two')}case:\n  tags:\n    - methods\n`);
  });

  it('changes nothing where one file is broken', async () => {
    const one = await writeFile('library/one.yaml', paperText('one'));
    const broken = await writeFile('library/broken.yaml', `${paperText('broken')}case: [\n`);
    await eventually(async () => {
      await commands.executeCommand('casebook.openPaperFile', broken);
      assert.equal(window.activeTextEditor?.document.uri.toString(), broken.toString());
    });
    await commands.executeCommand('casebook.setReadingStatus', one, [one, broken], 'read');
    assert.deepEqual([await readFile(one), await readFile(broken)], [paperText('one'), `${paperText('broken')}case: [\n`]);
  });

  it('saves, edits, renames and removes searches in the settings', async () => {
    const searches = (): unknown => workspace.getConfiguration('casebook').get('library.searches');
    await commands.executeCommand('casebook.saveSearch', { name: 'New', query: 'status:unread' });
    await commands.executeCommand('casebook.saveSearch', { name: 'Old', query: 'year:-1990' });
    await eventually(() => assert.deepEqual(searches(), [{ name: 'New', query: 'status:unread' }, { name: 'Old', query: 'year:-1990' }]));
    await commands.executeCommand('casebook.renameSearch', { search: { name: 'Old' } }, undefined, 'Older');
    await commands.executeCommand('casebook.renameSearch', { search: { name: 'New' } }, undefined, 'older');
    await eventually(() => assert.deepEqual(searches(), [{ name: 'New', query: 'status:unread' }, { name: 'Older', query: 'year:-1990' }]));
    await commands.executeCommand('casebook.editSearch', { search: { name: 'Older', query: 'year:-1990' } }, undefined, 'year:-1980');
    await eventually(() => assert.deepEqual(searches(), [{ name: 'New', query: 'status:unread' }, { name: 'Older', query: 'year:-1980' }]));
    for (const name of ['New', 'Older']) await commands.executeCommand('casebook.removeSearch', { search: { name } });
    await eventually(() => assert.deepEqual(searches(), []));
  });
});

describe('Attaching files', () => {
  afterEach(tidy);

  it('copies them beside the paper under its name, numbered where that is taken', async () => {
    const paper = await writeFile('library/one.yaml', paperText('one'));
    const sources = [await writeFile('outside/a.pdf', 'A'), await writeFile('outside/b.pdf', 'B'), await writeFile('outside/c.md', 'C')];
    await eventually(async () => {
      if (!(await exists('library/one.md'))) await commands.executeCommand('casebook.attachFiles', paper, undefined, sources);
      assert.ok(await exists('library/one.md'));
    });
    assert.deepEqual([await readFile(fileUri('library/one.pdf')), await readFile(fileUri('library/one-2.pdf')), await readFile(fileUri('library/one.md'))], ['A', 'B', 'C']);
    assert.equal(await readFile(fileUri('outside/a.pdf')), 'A');
  });

  it('does not lay a YAML file or a folder there, which would be a paper', async () => {
    const paper = await writeFile('library/one.yaml', paperText('one'));
    const yaml = await writeFile('outside/x.yaml', paperText('x'));
    for (const source of [yaml, fileUri('outside')]) await commands.executeCommand('casebook.attachFiles', paper, undefined, [source]);
    assert.deepEqual((await workspace.fs.readDirectory(fileUri('library'))).map(([name]) => name), ['one.yaml']);
  });

  it('goes by where files are dropped', async () => {
    const uri = await writeFile('library/one.yaml', paperText('one'));
    const pdf = await writeFile('outside/a.pdf', 'A');
    const bib = await writeFile('outside/two.json', JSON.stringify([{ id: 'two', type: 'book', title: 'Two' }]));
    const drags = new PaperDrags(new Library());
    const drop = (onto: boolean, ...entries: [string, string][]): Promise<void> => {
      const transfer = new DataTransfer();
      for (const [mime, value] of entries) transfer.set(mime, new DataTransferItem(value));
      const paper = libraryPaper({ id: 'one' }, { uri: uri.toString() });
      const node = { kind: 'paper' as const, id: uri.toString(), uri: uri.toString(), paper };
      return drags.handleDrop(onto ? node : undefined, transfer, { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) });
    };
    await eventually(async () => {
      if (!(await exists('library/one.json'))) await drop(true, ['text/uri-list', `${pdf.toString()}\r\n${bib.toString()}`]);
      assert.ok(await exists('library/one.json'));
    });
    assert.ok(await exists('library/one.pdf'));
    await drop(false, ['text/uri-list', bib.toString()]);
    await eventually(async () => assert.ok(await exists('library/two.yaml')));
    await drop(false, ['text/plain', '@book{three, title = {Three}, year = 2003}']);
    await eventually(async () => assert.ok(await exists('library/three.yaml')));
  });
});
