import * as fs from 'node:fs';
import * as path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { Editor } from './editor';
import { QuickInput } from './quickInput';
import { Tree } from './tree';
import { untilDone } from './untilDone';

/** The names of VS Code's own themes, the same in every version tested. */
const themes = { light: 'Light Modern', dark: 'Dark Modern', highContrast: 'Dark High Contrast', highContrastLight: 'Light High Contrast' } as const;
export type Theme = keyof typeof themes;
const themeClasses: Readonly<Record<Theme, string>> = { light: 'vs', dark: 'vs-dark', highContrast: 'hc-black', highContrastLight: 'hc-light' };

/** VS Code's window as a user meets it: what can be seen is read, and what can be done is done by mouse and keyboard. */
export class Workbench {
  readonly quickInput: QuickInput;
  readonly editor: Editor;

  constructor(
    readonly page: Page,
    /** The open folder on disk; in the web build, where its files were served from. */
    readonly folder: string,
  ) {
    this.quickInput = new QuickInput(page);
    this.editor = new Editor(page);
  }

  /** The explorer has rows, and Casebook has its icon: from here on quick open and Casebook's commands answer. */
  async ready(): Promise<void> {
    const { page } = this;
    await page.locator('.explorer-folders-view [role=treeitem]').first().waitFor({ timeout: 60_000 });
    await this.container('Casebook').waitFor({ timeout: 60_000 });
  }

  /** Runs a command from the palette by the title shown there: `Casebook: Insert Citation`. */
  async runCommand(title: string): Promise<void> {
    await untilDone(this.page, async () => {
      await this.page.keyboard.press('F1');
      await this.quickInput.input.fill(`>${title}`, { timeout: 3000 });
      await this.quickInput.row(title).click({ timeout: 3000 }); // a view that opens late takes the keyboard, and with it the palette
    });
    await this.quickInput.leaves(`>${title}`); // what follows may be asked for in the same box
  }

  /** Opens a file by quick open: `notes/leukemoid.md`, and waits until it stands in the active editor. */
  async openFile(relativePath: string): Promise<void> {
    const name = path.posix.basename(relativePath);
    await untilDone(this.page, async () => {
      await this.page.keyboard.press('ControlOrMeta+P');
      await this.quickInput.input.fill(relativePath, { timeout: 3000 });
      await this.quickInput.row(name).click({ timeout: 3000 });
    });
    await this.page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
    await this.editor.lines.first().waitFor();
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+S');
    await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
  }

  /** Shows a view container by its icon in the activity bar. */
  async openContainer(title: string): Promise<void> {
    const item = this.container(title);
    if (!(await item.getAttribute('class'))?.includes('checked')) await item.click(); // a second click would hide it
    await this.page.locator('.part.sidebar .composite.title', { hasText: new RegExp(title, 'i') }).waitFor();
  }

  private container(title: string): Locator {
    return this.page.locator('.activitybar .action-item', { has: this.page.locator(`a.action-label[aria-label^="${title}"]`) });
  }

  /** A tree by its name: `tree('Papers')` in the side bar, `tree('Files Explorer')`. */
  tree(title: string): Tree {
    return new Tree(this.page, this.page.getByRole('tree', { name: title }));
  }

  /** The inside of the active webview: the Markdown preview, say. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
  }

  /** The button of a modal dialog. */
  dialogButton(title: string): Locator {
    return this.page.locator('.monaco-dialog-box').getByRole('button', { name: title });
  }

  get notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item-message');
  }

  async clearNotifications(): Promise<void> {
    await this.runCommand('Notifications: Clear All Notifications');
    await this.notifications.first().waitFor({ state: 'hidden' });
  }

  get statusBar(): Locator {
    return this.page.locator('.statusbar-item');
  }

  /** Opens the Problems panel; its rows are files and, under them, problems. */
  async problems(): Promise<Locator> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.runCommand('View: Toggle Problems');
    await panel.waitFor();
    return panel.locator('[role=treeitem]');
  }

  /** As the user would: it also works where no settings file can be written. */
  async setTheme(theme: Theme): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.type(themes[theme]);
    const row = this.quickInput.row(themes[theme]);
    const known = await row.waitFor({ timeout: 3000 }).then(() => true, () => false);
    if (!known) {
      // Asked too early, the list stays without the themes that were still loading.
      await this.page.keyboard.press('Escape');
      return this.setTheme(theme);
    }
    await row.click();
    await this.page.locator(`.monaco-workbench.${themeClasses[theme]}`).waitFor();
  }

  async closeEditors(): Promise<void> {
    await this.runCommand('View: Close All Editors');
  }

  /** A picture of the window as it is once nothing moves any more: no progress, no late colours. */
  async screenshot(file: string): Promise<void> {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await this.page.locator('.statusbar-item', { hasText: 'Activating Extensions' }).waitFor({ state: 'hidden' }).catch(() => undefined);
    let picture = await this.page.screenshot();
    for (let attempts = 0; attempts < 10; attempts++) {
      const earlier = picture;
      await this.page.waitForTimeout(300);
      picture = await this.page.screenshot();
      if (picture.equals(earlier)) break;
    }
    fs.writeFileSync(file, picture);
  }
}
