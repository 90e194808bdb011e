import * as assert from 'node:assert/strict';
import { commands, ConfigurationTarget, Uri, workspace } from 'vscode';
import { eventually, fileUri, folder, readFile, removeFile, writeFile } from '../support';
import { paperText } from './support';

const importPapers = (source: unknown): Thenable<unknown> => commands.executeCommand('casebook.importPapers', source);

const csl = (...records: object[]): string => JSON.stringify(records);
const wang = { id: 'http://example.org/items/1', type: 'article-journal', title: 'On a liver', author: [{ family: 'Wang', given: 'L.' }], issued: { 'date-parts': [[2001]] } };

async function library(): Promise<string[]> {
  const entries = await workspace.fs.readDirectory(fileUri('library')).then((found) => found, () => []);
  return entries.map(([name]) => name).sort();
}

const holds = (...files: string[]): Promise<void> => eventually(async () => assert.deepEqual(await library(), files));

/** Presses Enter in the quick pick, once the command has had the time to show it with its items. */
async function acceptPick(running: Thenable<unknown>): Promise<void> {
  let over = false;
  void running.then(() => (over = true));
  await eventually(async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (!over) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.ok(over);
  });
}

describe('Importing papers', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFile('library');
    await removeFile('import');
    await commands.executeCommand('casebook.refreshPapers');
  });

  it('makes a paper file of a record, named by its citekey', async () => {
    await importPapers({ text: csl({ ...wang, id: 'wang2001' }) });
    await holds('wang2001.yaml');
    const text = await readFile(fileUri('library/wang2001.yaml'));
    assert.match(text, /^references:\n/);
    assert.match(text, /id: wang2001/);
    assert.match(text, /family: Wang/);
  });

  it('gives a citekey where the record has none that can be typed', async () => {
    await importPapers({ text: csl(wang) });
    await holds('wang2001.yaml');
    assert.match(await readFile(fileUri('library/wang2001.yaml')), /id: wang2001/);
  });

  it('makes citekeys by the formula of the folder, for papers that have none of their own', async () => {
    const settings = workspace.getConfiguration('casebook', folder().uri);
    await settings.update('citekeys.formula', "auth + '_' + year", ConfigurationTarget.WorkspaceFolder);
    try {
      await importPapers({ text: 'PMID- 1\nTI  - On a liver\nFAU - Wang, Lei\nDP  - 2001\n' });
      await holds('Wang_2001.yaml');
      await importPapers({ text: '@article{chen1995, title = {On a spleen}, author = {Chen, Y. M.}, year = 1995}' });
      await holds('Wang_2001.yaml', 'chen1995.yaml');
    } finally {
      await settings.update('citekeys.formula', undefined, ConfigurationTarget.WorkspaceFolder);
    }
  });

  it('never overwrites, neither a paper nor a file that is none', async () => {
    await writeFile('library/wang2001.yaml', '# mine, not yet filled in\n');
    await writeFile('library/wang2001a.pdf', 'not a paper');
    await importPapers({ text: csl({ ...wang, id: 'wang2001' }) });
    await holds('wang2001.yaml', 'wang2001a.pdf', 'wang2001b.yaml');
    assert.equal(await readFile(fileUri('library/wang2001.yaml')), '# mine, not yet filled in\n');
    assert.match(await readFile(fileUri('library/wang2001b.yaml')), /id: wang2001b/);
  });

  it('takes files, several at once, and lets the user choose among several papers', async () => {
    const one = await writeFile('import/one.json', csl({ ...wang, id: 'one' }));
    const two = await writeFile('import/two.yaml', paperText('two', 'A second work'));
    await acceptPick(importPapers([one, two]));
    await holds('one.yaml', 'two.yaml');
  });

  it('does not take a paper again that the library has, unless it is chosen', async () => {
    await importPapers({ text: csl({ ...wang, id: 'wang2001', DOI: '10.1/a' }) });
    await holds('wang2001.yaml');
    await acceptPick(importPapers({ text: csl({ ...wang, id: 'other', title: 'Another title', DOI: 'https://doi.org/10.1/A' }) }));
    assert.deepEqual(await library(), ['wang2001.yaml']);
  });

  it('writes nothing for what it cannot read', async () => {
    const empty = await writeFile('import/empty.ris', '');
    const binary = await writeFile('import/paper.pdf', '%PDF-1.4\u0000\u0001');
    const folder = fileUri('import');
    for (const source of [empty, binary, folder, [empty, binary], fileUri('import/missing.bib'), { text: 'Only some words.' }, { text: '' }]) {
      await importPapers(source);
    }
    assert.deepEqual(await library(), []);
  });

  it('keeps hostile text as text', async () => {
    const title = 'x"\nid: evil\n- !!js/function "function(){}" # <script>';
    await importPapers({ text: csl({ id: '../../evil', type: 'book', title }) });
    const [name] = await eventually(async () => {
      const files = await library();
      assert.equal(files.length, 1);
      return files;
    });
    assert.ok(name);
    const text = await readFile(Uri.joinPath(fileUri('library'), name));
    assert.doesNotMatch(text, /^id: evil|^- !!js/m);
  });
});
