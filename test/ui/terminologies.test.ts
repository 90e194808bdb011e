import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { FileServer } from '../support/fileServer';
import { signs } from '../support/signs';
import { folderSettings } from '../support/ui/folderSettings';
import { inWorkbench } from '../support/ui/inWorkbench';
import type { Tree } from '../support/ui/tree';
import { untilDone } from '../support/ui/untilDone';
import type { Workbench } from '../support/ui/workbench';

const note = 'He had a leopard rash, a hill pulse and a hill rash.\n';

inWorkbench('Terminologies', (workbench) => {
  let server: FileServer;
  const tree = (): Tree => workbench().tree('Terminologies');
  const dialog = (): Locator => workbench().page.locator('.monaco-dialog-box');
  const explains = async (word: string): Promise<string> => {
    await workbench().openFile('notes/signs.md');
    return workbench().editor.hoverText(word);
  };

  before(async () => {
    server = await FileServer.start(new TextEncoder().encode(signs), { etag: '"1"' });
  });
  after(() => server.stop());

  it('are none at first, beside the glossaries', async () => {
    fs.writeFileSync(path.join(workbench().folder, 'notes', 'signs.md'), note);
    await workbench().openContainer('Casebook');
    await workbench().runCommand('Casebook: Focus on Terminologies View');
    await tree().row('Built-in glossary').waitFor();
    // The other views leave too little room.
    for (const view of ['Papers', 'Terms']) await workbench().page.locator(`.pane-header[aria-label^="${view} Section"]`).click();
    const labels = await tree().labels();
    assert.equal(labels.length, 2);
    assert.match(labels[0] ?? '', /^glossary\.yaml\s*no terms yet$/);
    assert.match(labels[1] ?? '', /^Built-in glossary\s*1,\d\d\d concepts$/);
    await workbench().page.getByText(/No terminology yet/).waitFor();
  });

  it('are added from an address, with version and licence told before', async () => {
    const { quickInput, page } = workbench();
    await workbench().runCommand('Casebook: Add Terminology…');
    await quickInput.row('Human Phenotype Ontology (HPO)').waitFor();
    await quickInput.choose('Enter an Address…');
    await quickInput.accept(server.address);
    await dialog().waitFor();
    const said = await dialog().innerText();
    for (const words of [/Add Signs of the Test 2026-11-01\?/, /5 concepts, 6 names, 4 definitions/, /Licence: CC0 1\.0/]) assert.match(said, words);
    await page.keyboard.press('Enter');
    await tree().row('Signs of the Test').waitFor();
    await tree().row('Licence').waitFor();
    assert.match(await explains('leopard'), /^leopard rash — .*\n[^]*Dark spots on light skin/);
  });

  it('are not added by one who says no', async () => {
    const { quickInput, page } = workbench();
    await workbench().runCommand('Casebook: Add Terminology…');
    await quickInput.choose('Enter an Address…');
    await quickInput.accept(server.address);
    await dialog().getByText(/Replace Signs of the Test 2026-11-01, added on \d{4}-\d\d-\d\d \(5 concepts, 6 names, 4 definitions\), by what was read now\?/).first().waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    assert.equal(await tree().rows.filter({ hasText: 'Signs of the Test' }).count(), 1);
  });

  it('have what is to be used instead of a deprecated concept, which the list of a search says', async () => {
    const { page, quickInput } = workbench();
    await workbench().runCommand('Casebook: Search Concept…');
    for (const query of ['SIGN:0000006', 'forgotten sign']) {
      await quickInput.type(query);
      await quickInput.rows.filter({ hasText: 'instead of forgotten sign (SIGN:0000006), which is deprecated' }).first().waitFor();
      assert.equal(await quickInput.rows.count(), 1);
    }
    await page.keyboard.press('Escape');
  });

  it('tell what is wrong with an address', async () => {
    const { quickInput } = workbench();
    server.options = { statuses: [404] };
    await workbench().runCommand('Casebook: Add Terminology…');
    await quickInput.choose('Enter an Address…');
    await quickInput.accept(server.address);
    await workbench().notifications.filter({ hasText: 'There is no file at' }).waitFor();
    await workbench().clearNotifications();
  });

  it('are set off and on by their boxes', async () => {
    const box = (state: string): Locator => tree().rows.and(workbench().page.locator(`[aria-label*="Signs of the Test"][aria-label*=", ${state}"]`)).locator('.monaco-custom-toggle').first();
    await box('on').click();
    await eventuallySetting(workbench(), 'casebook.terminologies.off', ['signs']);
    await box('off').click();
    await eventuallySetting(workbench(), 'casebook.terminologies.off', []);
  });

  it('count by a branch that is found by name', async () => {
    const { quickInput } = workbench();
    await tree().chooseFromMenu('Signs of the Test', 'Add Branch…');
    await quickInput.type('cutan');
    await quickInput.row('cutaneous sign').waitFor();
    await quickInput.choose('cutaneous sign');
    await tree().row('SIGN:0000002').waitFor();
    await eventuallySetting(workbench(), 'casebook.terminologies.branches', { signs: ['SIGN:0000002'] });
    await tree().clickAction('SIGN:0000002', 'Remove Branch');
    await tree().row('All branches').waitFor();
  });

  it('are read from a table, whose columns are chosen by what is in them', async () => {
    const { quickInput, page } = workbench();
    const file = path.join(workbench().folder, 'befunde.csv');
    fs.writeFileSync(file, 'Befund;Erklärung;Nummer\nhill pulse;Our own words.;7\nhill rash;A rash on hills.;8\n');
    await workbench().runCommand('Casebook: Add Terminology…');
    await quickInput.choose('Choose Files…');
    // VS Code's own dialog says where it is once it has looked there, and takes the place of what was typed before.
    await untilDone(page, async () => {
      await quickInput.type(file);
      await quickInput.row('befunde.csv').waitFor({ timeout: 2000 });
    });
    await page.keyboard.press('Enter');
    await quickInput.row('Befund').waitFor();
    await quickInput.rows.filter({ hasText: 'hill pulse · hill rash' }).waitFor();
    await quickInput.choose('Befund');
    await quickInput.choose('Nummer');
    await page.getByPlaceholder(/Which columns hold other names/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByPlaceholder(/Which columns hold abbreviations/).waitFor();
    await page.keyboard.press('Enter');
    await quickInput.choose('Erklärung');
    await quickInput.accept('My Signs');
    await dialog().getByText('Add My Signs?').first().waitFor();
    await page.keyboard.press('Enter');
    await tree().row('My Signs').waitFor();
    assert.match(await explains('hill rash'), /A rash on hills/);
  });

  it('are put in order by the keyboard', async () => {
    const { page } = workbench();
    const order = async (): Promise<string[]> => (await tree().labels()).flatMap((label) => /My Signs|Signs of the Test/.exec(label) ?? []);
    await tree().row('Signs of the Test').click();
    const before = await order();
    await page.keyboard.press(before[0] === 'My Signs' ? 'Alt+ArrowUp' : 'Alt+ArrowDown');
    await eventuallyEqual(order, before.toReversed());
  });

  it('say that there is nothing newer, or what is', async () => {
    await tree().chooseFromMenu('Signs of the Test', 'Update Terminology');
    await workbench().notifications.filter({ hasText: 'is up to date' }).waitFor();
    await workbench().clearNotifications();
    server.options = { etag: '"2"' };
    server.file = new TextEncoder().encode(signs.replace('2026-11-01', '2026-12-01').replace('hill pulse', 'hill rush'));
    await tree().chooseFromMenu('Signs of the Test', 'Update Terminology');
    await workbench().notifications.filter({ hasText: 'Signs of the Test 2026-12-01 has 5 concepts now' }).waitFor();
    await workbench().clearNotifications();
    await tree().row('Signs of the Test2026-12-01').waitFor();
  });

  it('go when the user says yes', async () => {
    for (const name of ['My Signs', 'Signs of the Test']) {
      await tree().chooseFromMenu(name, 'Remove Terminology…');
      await workbench().dialogButton('Remove').click();
      await tree().row(name).waitFor({ state: 'hidden' });
    }
    await workbench().page.getByText(/No terminology yet/).waitFor();
  });
});

async function eventuallySetting(workbench: Workbench, name: string, value: unknown): Promise<void> {
  await eventuallyEqual(() => Promise.resolve(folderSettings(workbench.folder)?.[name]), value);
}

async function eventuallyEqual(ask: () => Promise<unknown>, value: unknown): Promise<void> {
  for (let left = 100; ; left--) {
    const now = await ask();
    if (left === 0 || JSON.stringify(now) === JSON.stringify(value)) return assert.deepEqual(now, value);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
