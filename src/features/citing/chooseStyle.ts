import { l10n, type QuickPickItem, QuickPickItemKind, type TextDocument, Uri, window, workspace, type WorkspaceFolder } from 'vscode';
import { findStyle, shippedStyles } from '../../core/citing/styles';
import type { Work } from '../../core/work';
import { UserError } from '../../platform/log';
import type { Settings } from '../../platform/settings';
import type { WorkerThread } from '../../platform/workers/workerThread';
import type { Credits } from './credits';
import type { NoteEditors } from './noteEditors';
import type { Presentations } from './presentations';
import type { StyleFetcher } from './styleFetcher';

interface StyleRow extends QuickPickItem {
  readonly choose?: () => Promise<string | undefined>;
}

/** Lets the user choose the citation style of a folder: one that ships with Casebook, or a `.csl` file. */
export class StyleChooser {
  constructor(
    private readonly editors: NoteEditors,
    private readonly presentations: Presentations,
    private readonly settings: Settings,
    private readonly credits: Credits,
    private readonly thread: WorkerThread<Work>,
    private readonly fetcher: StyleFetcher,
  ) {}

  /** @param wanted a style's id, which then isn't asked for */
  async choose(wanted?: unknown): Promise<void> {
    const document = this.editors.active?.document ?? window.activeTextEditor?.document;
    const folder = (document && workspace.getWorkspaceFolder(document.uri)) ?? workspace.workspaceFolders?.[0];
    const unfetched = typeof wanted === 'string' ? undefined : await this.fetcher.unfetched(document);
    if (unfetched !== undefined && (await this.fetcher.ask(unfetched)) !== 'choose') return;
    const style = typeof wanted === 'string' ? wanted : await this.ask(document, folder);
    if (style !== undefined) await this.settings.setCitingStyle(style, folder?.uri);
  }

  /** @returns the style that the user chose: an id, the path of a `.csl` file in the folder, or an address that was fetched */
  async ask(document: TextDocument | undefined, folder: WorkspaceFolder | undefined): Promise<string | undefined> {
    const setting = this.settings.citingStyle(document ?? folder);
    const current = findStyle(setting)?.id ?? setting;
    const named = this.presentations.named(document);
    const rows: StyleRow[] = shippedStyles.filter(({ kind }) => kind === 'csl').map((style) => ({
      label: style.title,
      description: style.id === current ? l10n.t('current') : '',
      choose: async () => style.id,
    }));
    const chosen = await window.showQuickPick<StyleRow>(
      [...currentFirst(rows, current), ...this.otherRows(folder)],
      {
        title: folder ? l10n.t('Citation Style of {0}', folder.name) : l10n.t('Citation Style'),
        placeHolder: named.fromNote
          ? l10n.t('The open note sets its own style, {0}, in its front matter; the choice holds for the other notes', named.name)
          : l10n.t('The style of citations and bibliographies'),
        matchOnDescription: true,
      },
    );
    return chosen?.choose?.();
  }

  /** Asks the catalogue with every letter typed. */
  private async search(): Promise<string | undefined> {
    const { citing } = await this.thread.get();
    const pick = window.createQuickPick<QuickPickItem & { readonly id: string }>();
    pick.title = l10n.t('Citation Style');
    pick.placeholder = l10n.t('A journal, a style or an ISSN');
    pick.onDidChangeValue(async (words) => {
      const found = await citing.searchStyles(words, 50);
      // VS Code filters by the label what was found by the ISSN, too: so every row is told to stay.
      if (pick.value === words) pick.items = found.map(({ id, title, parent }) => ({ id, label: title, description: parent ?? id, alwaysShow: true }));
    });
    try {
      return await new Promise((resolve) => {
        pick.onDidAccept(() => resolve(pick.selectedItems[0]?.id));
        pick.onDidHide(() => resolve(undefined));
        pick.show();
      });
    } finally {
      pick.dispose();
    }
  }

  private otherRows(folder: WorkspaceFolder | undefined): StyleRow[] {
    return [
      { label: '', kind: QuickPickItemKind.Separator },
      { label: l10n.t('Search All Styles…'), detail: l10n.t('10,000 journals and styles of the CSL project'), choose: () => this.search() },
      { label: l10n.t('Choose .csl File…'), choose: () => chooseFile(folder) },
      { label: l10n.t('Enter an Address…'), detail: l10n.t('a .csl file on the web'), choose: () => this.fetcher.enter() },
      {
        label: l10n.t('About the Citation Styles'),
        detail: this.credits.line,
        choose: async () => {
          await this.credits.show();
          return undefined;
        },
      },
    ];
  }
}

/** A `.csl` file of the folder is in no catalogue; it has a row of its own while it is the current style. */
function currentFirst(rows: StyleRow[], current: string): StyleRow[] {
  const isCurrent = ({ description }: StyleRow) => description !== '';
  if (rows.some(isCurrent)) return [...rows.filter(isCurrent), ...rows.filter((row) => !isCurrent(row))];
  return [{ label: current, description: l10n.t('current'), choose: async () => current }, ...rows];
}

/** @returns the path of a `.csl` file in the folder, copied there where it lay elsewhere */
async function chooseFile(folder: WorkspaceFolder | undefined): Promise<string | undefined> {
  if (!folder) throw new UserError(l10n.t('Open a folder first: its settings remember the .csl file.'));
  const [file] = (await window.showOpenDialog({ defaultUri: folder.uri, filters: { [l10n.t('CSL styles')]: ['csl'] } })) ?? [];
  if (!file) return undefined;
  if (workspace.getWorkspaceFolder(file)?.uri.toString() === folder.uri.toString()) return workspace.asRelativePath(file, false);
  return copyIntoFolder(file, folder);
}

/** Settings that name a file outside the folder would not work for anyone that the folder is shared with. */
async function copyIntoFolder(file: Uri, folder: WorkspaceFolder): Promise<string | undefined> {
  const path = `styles/${file.path.slice(file.path.lastIndexOf('/') + 1)}`;
  const copy = l10n.t('Copy');
  const question = l10n.t('Copy the style into this folder, as {0}? Styles are kept with the notes that use them.', path);
  if ((await window.showInformationMessage(question, { modal: true }, copy)) !== copy) return undefined;
  await workspace.fs.copy(file, Uri.joinPath(folder.uri, path), { overwrite: false });
  return path;
}
