import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/paths';
import { inWorkbench } from '../support/ui/inWorkbench';

const note = `# Fever

Fever, then sepsis. No fever later.

Sepsis came back with a *fever* and necrosis.
`;

inWorkbench(
  'Terms view',
  (workbench) => {
    it('says what to do where no note is open', async () => {
      await workbench().openContainer('Casebook');
      await workbench().page.locator('.part.sidebar').getByText('Open a note or a paper to see which medical terms it speaks of.').waitFor();
    });

    it('lists what the note speaks of, the weightiest first', async () => {
      fs.writeFileSync(path.join(workbench().folder, 'notes', 'fever.md'), note);
      await workbench().openFile('notes/fever.md');
      const terms = workbench().tree('Terms');
      await terms.row('fever').waitFor();
      assert.deepEqual((await terms.labels()).map((label) => label.replace(/\s+/g, ' ')), ['fever4 · 1 negated', 'sepsis2', 'necrosis1']);
      assert.match((await terms.row('fever').getAttribute('aria-label')) ?? '', /^fever, Sign or Symptom, 4 mentions, 1 negated/);
    });

    it('steps through the mentions by click and by Enter, round and round', async () => {
      const terms = workbench().tree('Terms');
      const at = (place: RegExp) => workbench().statusBar.filter({ hasText: place }).waitFor();
      await terms.row('sepsis').click();
      await at(/Ln 3, Col 13/);
      await terms.row('sepsis').click();
      await at(/Ln 5, Col 1 /);
      await workbench().page.keyboard.press('Enter');
      await at(/Ln 3, Col 13/);
    });

    it('opens broader and narrower concepts', async () => {
      const terms = workbench().tree('Terms');
      await terms.expand('sepsis');
      await terms.row(/narrower/).waitFor();
      const labels = await terms.labels();
      assert.ok(labels.some((label) => /^septic shock\s*narrower$/.test(label)), labels.join('\n'));
    });

    it('follows typing, and keeps what is open', async () => {
      const terms = workbench().tree('Terms');
      const { editor } = workbench();
      await editor.clickWord('back');
      await editor.type(' leukocytosis ');
      await terms.row('leukocytosis').waitFor();
      await terms.row(/narrower/).waitFor();
    });

    it('follows to a paper, and back', async () => {
      const terms = workbench().tree('Terms');
      await workbench().openFile('library/chen1995.yaml');
      await terms.row('leukemoid reaction').waitFor();
      await workbench().openFile('glossary.yaml');
      await terms.row('leukemoid reaction').waitFor();
      await workbench().openFile('notes/fever.md');
      await terms.row('leukemoid reaction').waitFor({ state: 'detached' });
      await terms.row('leukocytosis').waitFor();
    });

    it('opens a concept from its menu, and stays with the note', async () => {
      const terms = workbench().tree('Terms');
      await terms.chooseFromMenu('necrosis', 'Open Concept');
      await workbench().page.locator('.tab.active', { hasText: 'necrosis.md' }).waitFor();
      await terms.row('leukocytosis').waitFor();
    });
  },
  { folder: path.join(root, 'media', 'sample') },
);
