import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { outFolder, root } from '../support/paths';
import { inWorkbench } from '../support/ui/inWorkbench';
import { untilDone } from '../support/ui/untilDone';

const note = 'notes/leukemoid-reaction.md';
const sample = path.join(root, 'media', 'sample');

/** What decorations write into the lines in sight, which is no text of the page's: run there. */
const decorated = `[...document.querySelectorAll('.view-line span')].flatMap((span) =>
  ['::before', '::after'].map((pseudo) => getComputedStyle(span, pseudo).content).filter((content) => content.startsWith('"')))`;

inWorkbench(
  'Citations in the text',
  (workbench) => {
    const shows = (what: RegExp) => untilDone(workbench().page, async () => assert.match((await workbench().page.evaluate<string[]>(decorated)).join(' '), what));

    it('stand in the place of their source, but not where the cursor is', async () => {
      await workbench().openFile(note);
      await shows(/"\(1 p168\)"|"\(1\)"/);
      assert.doesNotMatch(await visibleText(), /@chen1995, p\. 168/);
      await workbench().editor.goTo(13, 42);
      await untilDone(workbench().page, async () => assert.match(await visibleText(), /@chen1995, p\. 168/));
      for (const theme of ['light', 'dark', 'highContrast'] as const) {
        await workbench().setTheme(theme);
        await workbench().screenshot(path.join(outFolder, 'shots', `inline-${theme}.png`));
      }
    });

    async function visibleText(): Promise<string> {
      return (await workbench().editor.lines.allInnerTexts()).join('\n').replace(/\u00a0/g, ' ');
    }
  },
  { builds: ['node', 'web'], folder: sample, settings: { 'casebook.citing.inline': 'instead' } },
);

inWorkbench(
  'The preview of a note that cites',
  (workbench) => {
    it('shows its citations, leads to the references and back', async () => {
      await workbench().openFile(note);
      await workbench().runCommand('Markdown: Open Preview to the Side');
      const preview = workbench().webview();
      await preview.locator('#refs .csl-entry').first().waitFor({ timeout: 30_000 }); // the first makes the style's engine
      // The page may be loaded once more while it is new.
      await untilDone(workbench().page, async () => {
        await preview.locator('.citation a').first().click({ timeout: 2000 });
        await preview.locator('#ref-chen1995').waitFor({ timeout: 2000 });
      });
      for (const theme of ['light', 'dark', 'highContrast'] as const) {
        await workbench().setTheme(theme);
        await untilDone(workbench().page, () => preview.locator('#ref-chen1995').scrollIntoViewIfNeeded({ timeout: 2000 }));
        await workbench().screenshot(path.join(outFolder, 'shots', `preview-${theme}.png`));
      }
    });
  },
  { builds: ['node'], folder: sample },
);
