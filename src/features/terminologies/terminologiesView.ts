import { Disposable, l10n, TreeItemCheckboxState, type TreeView, window, workspace } from 'vscode';
import { viewIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { Settings } from '../../platform/settings';
import type { Terminologies } from '../../platform/terminologies';
import type { TerminologiesTree } from './terminologiesTree';
import { TerminologyDrags } from './terminologyDrags';
import type { Node, TerminologyNode } from './terminologyNodes';

/** The Terminologies view: the tree, its checkboxes, and what stands above it. */
export class TerminologiesView implements Disposable {
  private readonly view: TreeView<Node>;
  private readonly listening: Disposable;

  constructor(
    private readonly tree: TerminologiesTree,
    private readonly terminologies: Terminologies,
    private readonly settings: Settings,
    log: Log,
  ) {
    this.view = window.createTreeView(viewIds.terminologies, {
      treeDataProvider: tree,
      manageCheckboxStateManually: true,
      dragAndDropController: new TerminologyDrags(terminologies, settings),
    });
    this.listening = Disposable.from(
      this.view,
      terminologies.onDidChange(() => this.update()),
      this.view.onDidChangeCheckboxState(
        log.guard(l10n.t('The terminology could not be set on or off'), ({ items }: { readonly items: readonly (readonly [Node, TreeItemCheckboxState])[] }) => this.check(items)),
      ),
    );
    void terminologies.ready.then(() => this.update());
  }

  /** The terminology selected in the view. */
  get selection(): TerminologyNode | undefined {
    const [node] = this.view.selection;
    return node?.kind === 'terminology' ? node : undefined;
  }

  /** Shows a terminology, selected and open. */
  async show(id: string): Promise<void> {
    await this.tree.getChildren();
    const row = this.tree.rowOf(id);
    if (row) await this.view.reveal(row, { select: true, focus: false, expand: true });
  }

  dispose(): void {
    this.listening.dispose();
  }

  private update(): void {
    const count = this.terminologies.list().length;
    this.view.description = count > 0 ? String(count) : undefined;
    this.view.message = count > 0 ? undefined : l10n.t('No terminology yet. Add one to have its words explained in your notes and papers: HPO, MeSH, your own table and others.');
  }

  /** A box at a folder is for that folder, one at the terminology for all that are open. */
  private async check(items: readonly (readonly [Node, TreeItemCheckboxState])[]): Promise<void> {
    for (const [node, state] of items) {
      const on = state === TreeItemCheckboxState.Checked;
      const folders = node.kind === 'folder' ? [node.folder] : (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
      const id = node.kind === 'folder' ? node.parent.id : node.id;
      for (const folder of folders.length > 0 ? folders : [undefined]) await this.settings.setTerminologyOn([{ id, on }], folder);
    }
  }
}
