import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { formatById } from '../../src/core/formats/registry';
import { readPaperFile } from '../../src/core/library/paperFile';
import { mountDisk, unmountDisk } from '../support/mount';
import { temporaryFolder } from '../support/temporary';
import { inWorkbench } from '../support/ui/inWorkbench';

const entry = (key: string, title: string): string => `@article{${key},\n  author = {Müller, Ada},\n  title = {${title}},\n  journal = {Gut},\n  year = 1999\n}\n\n`;
const abstract = 'A sentence that makes the file long. '.repeat(100).trim();
const paper = (key: string): string => `references:\n  - id: ${key}\n    type: article-journal\n    title: A paper called ${key}\n    author: [{family: ${key}, given: A}]\n`;

function folderWith(name: string, files: Readonly<Record<string, string | Buffer>>): string {
  const folder = path.join(temporaryFolder(), name);
  for (const [file, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), content);
  }
  return folder;
}

/** Real files of every kind that is no bibliography, and two in other encodings, all named by a note. */
function strangeFolder(): string {
  const names = ['pipe', 'zero', 'loop', 'folder', 'binary', 'utf16', 'windows', 'good', 'huge'].map((name) => `${name}.bib`);
  const noise = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7919 + (at >> 3)) % 256));
  return folderWith('strange', {
    'note.md': `---\nbibliography: [${names.join(', ')}]\n---\n\nSee @good1.\n`,
    'good.bib': entry('good1', 'A good title'),
    'binary.bib': noise,
    'utf16.bib': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(entry('wide1', 'Überall'), 'utf16le')]),
    'windows.bib': Buffer.from(entry('win1', 'Über Fälle'), 'latin1'),
    'library/here.yaml': paper('here'),
  });
}

inWorkbench(
  'Files that are no bibliographies',
  (workbench) => {
    const papers = () => workbench().tree('Papers');
    const row = (name: string, words: string | RegExp) => papers().rows.filter({ hasText: name }).filter({ hasText: words }).first().waitFor();

    before(() => {
      const at = (name: string): string => path.join(workbench().folder, name);
      execFileSync('mkfifo', [at('pipe.bib')]);
      fs.symlinkSync('/dev/zero', at('zero.bib'));
      fs.symlinkSync('loop.bib', at('loop.bib'));
      fs.mkdirSync(at('folder.bib'));
      fs.writeFileSync(at('huge.bib'), entry('huge1', 'x'.repeat(600)).repeat(90_000)); // 60 MB
      fs.symlinkSync('..', path.join(workbench().folder, 'library', 'round')); // a folder that holds itself
      fs.appendFileSync(at('note.md'), '\n');
    });

    it('are told, and the others load', async () => {
      await workbench().openContainer('Casebook');
      await papers().row(/good\.bib\s*1/).waitFor();
      await row('pipe.bib', 'it is no file');
      await row('zero.bib', 'leads to no file');
      await row('folder.bib', 'it is a folder');
      await row('loop.bib', 'leads round in a circle');
      await papers().row(/utf16\.bib\s*1/).waitFor();
      await papers().row(/windows\.bib\s*1/).waitFor();
      await row('huge.bib', '90,000');
      await papers().row('A paper called here').waitFor();
      assert.equal((await papers().labels()).filter((label) => label.includes('A paper called here')).length, 1);
    });

    it('are Problems of the note that names them, and of their own', async () => {
      await workbench().openFile('note.md');
      const problems = await workbench().problems();
      for (const name of ['pipe.bib', 'zero.bib', 'folder.bib', 'loop.bib']) await problems.filter({ hasText: name }).first().waitFor();
      await problems.filter({ hasText: 'binary.bib' }).first().waitFor();
      assert.match(await workbench().editor.hoverText('@good1'), /A good title/);
    });
  },
  { folder: strangeFolder() },
);

inWorkbench(
  'What comes and goes',
  (workbench) => {
    const papers = () => workbench().tree('Papers');
    const at = (name: string): string => path.join(workbench().folder, name);

    it('is gone, and then again what it was: a bibliography', async () => {
      await workbench().openContainer('Casebook');
      await papers().row(/refs\.bib\s*2/).waitFor();
      await workbench().openFile('note.md');
      const problems = await workbench().problems();
      const text = fs.readFileSync(at('refs.bib'));
      fs.rmSync(at('refs.bib'));
      await papers().rows.filter({ hasText: 'refs.bib' }).filter({ hasText: 'not found' }).first().waitFor();
      await problems.filter({ hasText: 'bibliography-missing' }).first().waitFor();
      fs.writeFileSync(at('refs.bib'), text);
      await papers().row(/refs\.bib\s*2/).waitFor();
      await problems.filter({ hasText: 'bibliography-missing' }).first().waitFor({ state: 'hidden' });
    });

    it('is gone, and then again what it was: the library folder', async () => {
      await papers().row('A paper called here').waitFor();
      fs.renameSync(at('library'), at('elsewhere'));
      await papers().row('A paper called here').waitFor({ state: 'hidden' });
      fs.renameSync(at('elsewhere'), at('library'));
      await papers().row('A paper called here').waitFor();
    });
  },
  { folder: folderWith('coming', { 'note.md': '---\nbibliography: refs.bib\n---\n\nSee @one.\n', 'refs.bib': entry('one', 'One') + entry('two', 'Two'), 'library/here.yaml': paper('here') }) },
);

inWorkbench(
  'A disk',
  (workbench) => {
    const papers = () => workbench().tree('Papers');
    const library = (): string => path.join(workbench().folder, 'library');
    const importMany = async (count: number): Promise<void> => {
      const records = Array.from({ length: count }, (_, at) => ({ id: `new${at}`, type: 'article-journal' as const, title: `Paper ${at}`, abstract }));
      const { page, quickInput } = workbench();
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(formatById('csl-json')?.write?.(records) ?? '')})`);
      await workbench().runCommand('Casebook: Import Papers…');
      await quickInput.choose('Clipboard');
      await page.locator('.quick-input-count', { hasText: String(count) }).waitFor();
      await quickInput.input.press('Enter');
    };
    afterEach(() => unmountDisk(library()));

    it('that is full is told, what was written stays whole, and the rest goes on', async function () {
      if (!mountDisk(library(), 'size=64k')) this.skip(); // needs the right to mount
      await workbench().openContainer('Casebook');
      await importMany(40);
      await workbench().notifications.filter({ hasText: /The disk is full: \d+ of 40 papers were imported/ }).waitFor();
      const files = fs.readdirSync(library());
      assert.ok(files.length > 5 && files.length < 40, String(files.length));
      assert.deepEqual(files.filter((name) => !name.endsWith('.yaml')), []);
      for (const name of files) assert.ok(readPaperFile(fs.readFileSync(path.join(library(), name), 'utf8')).paper?.record.abstract === abstract, name);
      await papers().row('Paper 0').waitFor();
      await workbench().clearNotifications();
      fs.rmSync(path.join(library(), 'new0.yaml'));
      await workbench().runCommand('Casebook: Refresh Papers'); // what lies on a disk put over the folder is not watched
      await papers().row('Paper 0').waitFor({ state: 'hidden' });
    });

    it('that is read-only is told', async function () {
      if (!mountDisk(library(), 'size=64k,ro')) this.skip(); // needs the right to mount
      await importMany(2);
      await workbench().notifications.filter({ hasText: 'cannot be written to' }).waitFor();
    });
  },
  { folder: folderWith('disk', { 'note.md': 'A note.\n' }) },
);

/** Two bibliographies, one of them outside of the folder. */
function besideFolder(): string {
  return folderWith('inside', {
    'note.md': '---\nbibliography: [inside.bib, ../outside.bib, /etc/outside.bib]\n---\n\nSee @one.\n',
    'inside.bib': entry('one', 'One'),
  });
}

inWorkbench(
  'Restricted Mode and bibliographies',
  (workbench) => {
    it('follows those inside of the folder alone', async () => {
      fs.writeFileSync(path.join(workbench().folder, '..', 'outside.bib'), entry('out', 'Outside'));
      await workbench().openContainer('Casebook');
      const papers = workbench().tree('Papers');
      await papers.row(/inside\.bib\s*1/).waitFor();
      await workbench().openFile('note.md');
      assert.match(await workbench().editor.hoverText('@one'), /One/);
      assert.equal((await papers.labels()).some((label) => label.includes('outside')), false);
    });
  },
  { folder: besideFolder(), trust: 'ask' },
);
