import { commands, Disposable, l10n, type TreeView, window } from 'vscode';
import type { Library } from '../../core/library/library';
import type { Bibliographies } from '../../platform/bibliographies';
import { contextKeys, viewIds } from '../../platform/ids';
import type { Arrangement } from './arrangement';
import type { GroupNode } from './groupNode';
import type { OpenRows } from './openRows';
import type { Node, PaperNode } from './paperNodes';
import type { PaperDrags } from './paperDrags';
import type { PaperFolders } from './paperFolders';
import type { PapersTree } from './papersTree';
import type { RecordNode } from './sourceNodes';

/** A view that does not open within this time (ms) is not waited for. */
const openingPatience = 1000;

/** The Papers view: the tree, and what stands around it. */
export class PapersView implements Disposable {
  private readonly view: TreeView<Node>;
  private readonly listening: Disposable;

  constructor(
    private readonly tree: PapersTree,
    private readonly library: Library,
    private readonly arrangement: Arrangement,
    private readonly folders: PaperFolders,
    private readonly bibliographies: Bibliographies,
    dragAndDropController: PaperDrags,
    open: OpenRows,
  ) {
    this.view = window.createTreeView(viewIds.papers, {
      treeDataProvider: tree,
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController,
    });
    this.listening = Disposable.from(
      ...open.follow(this.view),
      tree.onDidRefresh(() => this.update()),
      folders.onDidSettle(() => {
        tree.settle();
        this.update();
      }),
    );
    this.update();
  }

  /** The papers selected in the view. */
  get selection(): readonly PaperNode[] {
    return this.view.selection.filter((node) => node.kind === 'paper');
  }

  /** The records of bibliographies selected in the view. */
  get selectedRecords(): readonly RecordNode[] {
    return this.view.selection.filter((node) => node.kind === 'record');
  }

  /** The saved search that is selected, where nothing else is. */
  get selectedSearch(): GroupNode | undefined {
    const [node, ...others] = this.view.selection;
    return node?.kind === 'group' && node.search && others.length === 0 ? node : undefined;
  }

  /**
   * Shows a paper, selected; a filter that hides it is given up.
   * @param focus whether the keyboard goes there too
   */
  async show(uri: string, { focus }: { focus: boolean }): Promise<void> {
    if (!this.view.visible) await this.open();
    this.tree.refresh();
    if (!this.tree.rowOf(uri)) this.arrangement.filter = '';
    const row = this.tree.rowOf(uri);
    if (row) await this.view.reveal(row, { select: true, focus, expand: true });
  }

  dispose(): void {
    this.listening.dispose();
    this.view.dispose();
  }

  /** `reveal` opens the view too, but fails over rows that a hidden view has not loaded yet. */
  private async open(): Promise<void> {
    const opened = new Promise<void>((resolve) => {
      const listening = this.view.onDidChangeVisibility(() => {
        listening.dispose();
        resolve();
      });
      setTimeout(resolve, openingPatience);
    });
    await commands.executeCommand(`${viewIds.papers}.focus`, { preserveFocus: true });
    await opened;
  }

  private update(): void {
    const { total, papers } = this.tree.shown;
    const { filter } = this.arrangement;
    const count = total + this.bibliographies.count;
    this.view.description = count > 0 ? count.toLocaleString() : undefined;
    this.view.message = filter && papers.length > 0 ? l10n.t('{0} of {1} papers match "{2}"', papers.length, total, filter) : undefined;
    void commands.executeCommand('setContext', contextKeys.filtered, filter !== '');
    void commands.executeCommand('setContext', contextKeys.papersState, this.state(total, papers.length));
  }

  /** Undefined while the first papers are still being read: then nothing can be said of them. */
  private state(total: number, shown: number): 'none' | 'some' | 'filteredOut' | 'broken' | undefined {
    if (this.bibliographies.list().length > 0) return 'some';
    if (total > 0) return shown > 0 ? 'some' : 'filteredOut';
    if (this.folders.busy) return undefined;
    return this.library.all()[Symbol.iterator]().next().done ? 'none' : 'broken';
  }
}
