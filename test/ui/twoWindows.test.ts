import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { outFolder, root } from '../support/paths';
import { eventually } from '../support/ui/eventually';
import { TwoWindows } from '../support/ui/twoWindows';
import { untilDone } from '../support/ui/untilDone';
import type { Workbench } from '../support/ui/workbench';

const ris = 'TY  - JOUR\nAU  - Wang, Li\nTI  - On a liver seen twice\nJO  - Gut\nPY  - 2001\nVL  - 4\nSP  - 1\nER  - \n';

describe('Two windows on one library', function () {
  this.timeout(90_000);
  let windows: TwoWindows;
  const read = (file: string): string => fs.readFileSync(path.join(windows.folder, file), 'utf8');
  const both = async (act: (workbench: Workbench) => Promise<void>): Promise<void> => void (await Promise.all([act(windows.first), act(windows.second)]));
  const setStatus = async (workbench: Workbench, status: string): Promise<void> => {
    await workbench.tree('Papers').chooseFromMenu('Okonkwo', 'Set Reading Status');
    await workbench.quickInput.choose(status);
  };
  const addTag = async (workbench: Workbench, tag: string): Promise<void> => {
    await workbench.tree('Papers').chooseFromMenu('Okonkwo', 'Edit Tags');
    await workbench.quickInput.accept(tag);
    await workbench.quickInput.row(tag).waitFor();
    await workbench.page.keyboard.press('Enter');
  };

  before(async function () {
    this.timeout(180_000);
    windows = await TwoWindows.open(path.join(root, 'media', 'sample'));
    await both(async (workbench) => {
      await workbench.openContainer('Casebook');
      await workbench.tree('Papers').row('Okonkwo').waitFor();
    });
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await windows.first.screenshot(path.join(outFolder, 'failed', 'two-windows-first.png'));
    await windows.second.screenshot(path.join(outFolder, 'failed', 'two-windows-second.png'));
  });
  after(() => windows?.close());

  it('keeps the marks that both give a paper, and shows them in both', async () => {
    await setStatus(windows.first, 'being read');
    await addTag(windows.second, 'methods');
    await eventually(() => assert.match(read('library/okonkwo2023.yaml'), /status: reading/));
    await eventually(() => assert.match(read('library/okonkwo2023.yaml'), /- methods$/m));
    await windows.first.tree('Papers').row('Okonkwo').filter({ hasText: '#methods' }).waitFor(); // it has been told
    await addTag(windows.first, 'review');
    await eventually(() => assert.match(read('library/okonkwo2023.yaml'), /- review$/m));
    assert.match(read('library/okonkwo2023.yaml'), /status: reading/);
    assert.match(read('library/okonkwo2023.yaml'), /- methods$/m);
    await both(async (workbench) => workbench.tree('Papers').row('Okonkwo').filter({ hasText: 'being read #' }).waitFor());
  });

  describe('marking one paper', () => {
    /** Selects words and opens the list of meanings. */
    const begin = async ({ page, editor, statusBar, quickInput }: Workbench, words: string): Promise<void> =>
      eventually(async () => {
        await editor.goTo(1);
        await page.keyboard.press('Control+f');
        await page.locator('.find-widget.visible textarea').first().fill(words, { timeout: 2000 });
        await statusBar.filter({ hasText: `(${words.length} selected)` }).waitFor({ timeout: 2000 });
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+Alt+h');
        await quickInput.row('treatment').waitFor({ timeout: 2000 });
      });
    const isWritten = (words: string): Promise<void> => eventually(() => assert.ok(read('library/okonkwo2023.yaml').includes(`exact: ${words}\n`), words));

    // The row is drawn anew when the other window's marks arrive, and loses a click of that moment.
    before(() => both((workbench) => untilDone(workbench.page, async () => {
      await workbench.tree('Papers').clickAction('Okonkwo', 'Open Paper');
      await workbench.page.locator('.tab.active', { hasText: 'okonkwo2023' }).waitFor({ timeout: 5000 });
    })));
    after(() => both((workbench) => workbench.closeEditors()));

    it('keeps what both mark right after each other, and shows it in both', async () => {
      for (const [workbench, words] of [[windows.first, 'chills'], [windows.second, 'ceftriaxone']] as const) {
        await begin(workbench, words);
        await workbench.quickInput.accept('treatment');
        await isWritten(words);
      }
      await both((workbench) => eventually(async () => {
        await workbench.page.keyboard.press('Control+End');
        assert.match(await workbench.editor.text(), /Annotations\s+treatment\s+- chills\s+- ceftriaxone/);
      }));
    });

    // Words of one length, too: VS Code takes a file for the one that it knows where its size is.
    for (const [mine, theirs] of [['diabetes', 'Computed'], ['drainage', 'recovery'], ['pneumoniae treated', 'blood cultures grew']] as const) {
      it(`keeps what both mark at the very same moment: ${mine}, ${theirs}`, async () => {
        await begin(windows.first, mine);
        await begin(windows.second, theirs);
        await both((workbench) => workbench.quickInput.accept('treatment'));
        await isWritten(mine);
        await isWritten(theirs);
        for (const { page } of [windows.first, windows.second]) await page.locator('.tab.dirty', { hasText: 'okonkwo2023' }).waitFor({ state: 'detached' });
      });
    }
  });

  it('asks where one has unsaved changes of what the other wrote, and overwrites neither', async () => {
    const { first, second } = windows;
    await first.openFile('library/okonkwo2023.yaml');
    await first.editor.goTo(1);
    await first.editor.type('# mine ');
    await setStatus(second, 'read');
    await eventually(() => assert.match(read('library/okonkwo2023.yaml'), /status: read$/m));
    await first.page.keyboard.press('ControlOrMeta+S');
    await first.notifications.filter({ hasText: /content of the file is newer/ }).waitFor();
    assert.match(read('library/okonkwo2023.yaml'), /status: read$/m);
    assert.doesNotMatch(read('library/okonkwo2023.yaml'), /# mine/);
    assert.match(await first.editor.text(), /# mine/);
    await first.clearNotifications();
    await first.runCommand('File: Revert File');
    await first.tree('Papers').row('Okonkwo').filter({ hasText: 'read #' }).waitFor();
    await first.closeEditors();
  });

  it('imports the same text in both at the same moment', async () => {
    await both(async (workbench) => {
      await workbench.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(ris)})`);
      await workbench.runCommand('Casebook: Import Papers…');
      await workbench.quickInput.row('Clipboard').waitFor();
    });
    await both((workbench) => workbench.quickInput.choose('Clipboard'));
    await both(async (workbench) => {
      await workbench.notifications.or(workbench.quickInput.box.filter({ hasText: 'In the library as wang2001' })).first().waitFor();
      await workbench.page.keyboard.press('Escape');
      await workbench.tree('Papers').row('On a liver seen twice').waitFor();
    });
    const files = fs.readdirSync(path.join(windows.folder, 'library'));
    const wangs = files.filter((name) => name.startsWith('wang'));
    assert.ok(wangs.includes('wang2001.yaml'), wangs.join());
    for (const name of wangs) assert.match(read(`library/${name}`), /title: On a liver seen twice/);
    assert.deepEqual(files.filter((name) => name.endsWith('.casebook-part')), []);
    await both((workbench) => workbench.clearNotifications());
  });

  it('renames a key in one while the other edits the note', async () => {
    const { first, second } = windows;
    await second.openFile('notes/leukemoid-reaction.md');
    await second.editor.goTo(36);
    await second.editor.type('Theirs cites @lindqvist2021. ');
    await first.tree('Papers').select('Lindqvist');
    await first.tree('Papers').chooseFromMenu('Lindqvist', 'Rename Citekey');
    await first.quickInput.accept('berg2022');
    await first.dialogButton('Rename in Notes Too').click();
    await eventually(() => assert.match(read('notes/leukemoid-reaction.md'), /\[see @berg2022;/));
    await second.page.keyboard.press('ControlOrMeta+S');
    await second.notifications.filter({ hasText: /content of the file is newer/ }).waitFor();
    assert.match(await second.editor.text(), /Theirs cites @lindqvist2021\./);
    assert.match(read('notes/leukemoid-reaction.md'), /\[see @berg2022;/);
    assert.ok(fs.existsSync(path.join(windows.folder, 'library', 'berg2022.yaml')));
    await second.tree('Papers').row('Lindqvist').waitFor();
  });
});
