import { Disposable, EventEmitter, type TreeDataProvider, type TreeItem, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { branchesOf } from '../../core/terms/terminologies/terminologyChoice';
import type { Work } from '../../core/work';
import type { Settings } from '../../platform/settings';
import type { Terminologies } from '../../platform/terminologies';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { terminologyFacts } from './terminologyFacts';
import { terminologyItem } from './terminologyItems';
import type { BranchNode, FolderNode, GlossaryNode, Node, TerminologyNode } from './terminologyNodes';

/** What was added, in the user's order, below the glossaries, which go before all of it. */
export class TerminologiesTree implements TreeDataProvider<Node>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly listening: Disposable;
  /** The rows that are shown, which `reveal` must be given. */
  private shown: readonly TerminologyNode[] = [];

  constructor(
    private readonly terminologies: Terminologies,
    private readonly settings: Settings,
    private readonly thread: WorkerThread<Work>,
  ) {
    const refresh = (): void => this.changed.fire(undefined);
    this.listening = Disposable.from(
      terminologies.onDidChange(refresh),
      terminologies.onDidChangeGlossary(refresh),
      workspace.onDidChangeWorkspaceFolders(refresh),
    );
  }

  getTreeItem(node: Node): TreeItem {
    return terminologyItem(node, (id, folder) => this.isOn(id, folder));
  }

  getParent(node: Node): Node | undefined {
    return node.kind === 'glossary' || node.kind === 'terminology' ? undefined : node.parent;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.roots();
    return node.kind === 'terminology' ? this.under(node) : [];
  }

  /** @returns the row of a terminology, once it is shown */
  rowOf(id: string): TerminologyNode | undefined {
    return this.shown.find((node) => node.id === id);
  }

  /** @returns whether a terminology counts in a folder; without one, whether it does in all that are open */
  isOn(id: string, folder?: Uri): boolean {
    const isOnIn = (uri: Uri | undefined): boolean => !this.settings.terminologies(uri).off.has(id);
    const folders = workspace.workspaceFolders ?? [];
    if (folder || folders.length === 0) return isOnIn(folder);
    return folders.every(({ uri }) => isOnIn(uri));
  }

  dispose(): void {
    Disposable.from(this.listening, this.changed).dispose();
  }

  private async roots(): Promise<Node[]> {
    await this.terminologies.ready;
    const glossaries = await this.glossaries();
    this.shown = this.terminologies.list().map((kept) => ({ kind: 'terminology', id: kept.id, kept }));
    return [...glossaries, ...this.shown];
  }

  private async glossaries(): Promise<GlossaryNode[]> {
    const { terms } = await this.thread.get();
    const folders = workspace.workspaceFolders ?? [];
    const counts = await Promise.all(folders.map(({ uri }) => terms.glossaryCounts(uri.toString())));
    const { builtIn } = counts[0] ?? (await terms.glossaryCounts(''));
    const own = folders.map((folder, at): GlossaryNode => this.ownGlossary(folder, counts[at]?.own ?? { concepts: 0, names: 0, definitions: 0 }));
    return [...own, { kind: 'glossary', id: 'glossary:', file: undefined, counts: builtIn }];
  }

  private ownGlossary({ uri }: WorkspaceFolder, counts: GlossaryNode['counts']): GlossaryNode {
    const file = Uri.joinPath(uri, this.settings.glossaryFile(uri));
    return { kind: 'glossary', id: `glossary:${file.toString()}`, file, counts };
  }

  private async under(node: TerminologyNode): Promise<Node[]> {
    const folders = workspace.workspaceFolders ?? [];
    const each = folders.length > 1 ? folders.map(({ uri, name }): FolderNode => ({ kind: 'folder', id: `${node.id}/${uri.toString()}`, parent: node, folder: uri, name })) : [];
    const [first, ...facts] = terminologyFacts(node);
    return [...(first ? [first] : []), ...(node.kept.fault ? [] : await this.branches(node)), ...each, ...facts];
  }

  private async branches(node: TerminologyNode): Promise<BranchNode[]> {
    const ids = branchesOf(node.kept, this.settings.terminologies(workspace.workspaceFolders?.[0]?.uri).branches);
    const whole: BranchNode = { kind: 'branch', id: `${node.id}/all`, parent: node, concept: undefined };
    if (ids.length === 0) return [whole];
    const known = await (await this.thread.get()).branches.named(this.terminologies.root, node.id, ids);
    return ids.map((id) => {
      const concept = known.find((one) => one.id === id) ?? { id, name: id, below: undefined };
      return { kind: 'branch', id: `${node.id}/branch ${id}`, parent: node, concept };
    });
  }
}
