import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Library, LibraryPaper } from '../../core/library/library';
import type { Arrangement } from './arrangement';
import { factsOf } from './paperFacts';
import type { Fact, FactNode, Node, PaperNode } from './paperNodes';
import { paperTooltip } from './paperTooltip';
import { arrangePapers, paperNode, type ShownPapers } from './shownPapers';
import { treeItem } from './treeItem';

/**
 * While papers stream in, the tree is made anew at most this often (ms), and less often the more there are: VS Code
 * draws every row again each time, which takes a second for ten thousand. `settle` ends the waiting.
 */
const refreshPause = 150;
const refreshPausePerPaper = 1;

/** The papers as a tree: groups if asked for, papers, and what each paper's file says. */
export class PapersTree implements TreeDataProvider<Node>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly refreshed = new EventEmitter<void>();
  /** The tree shows another selection of papers than before. */
  readonly onDidRefresh = this.refreshed.event;
  private readonly stop: (() => void)[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private arranged: ShownPapers | undefined;
  /** Of ten thousand papers hardly one changes between two looks: the others keep what they sort by. */
  private sortKeys = { order: '', known: new WeakMap<LibraryPaper, string>() };

  constructor(
    private readonly library: Library,
    private readonly arrangement: Arrangement,
  ) {
    const listening = arrangement.onDidChange(() => this.refresh());
    this.stop = [library.onDidChange(() => this.refreshSoon()), () => listening.dispose()];
  }

  /** What is shown at this moment. */
  get shown(): ShownPapers {
    this.arranged ??= this.arrange();
    return this.arranged;
  }

  getChildren(node?: Node): Node[] {
    if (!node) return this.roots();
    if (node.kind === 'group') return node.papers.map((paper) => paperNode(paper, node));
    if (node.kind === 'paper') return factNodes(node, factsOf(node.paper));
    return node.kind === 'fact' ? factNodes(node, node.facts ?? []) : [];
  }

  getParent(node: Node): Node | undefined {
    if (node.kind === 'paper') return node.group;
    return node.kind === 'fact' ? node.parent : undefined;
  }

  getTreeItem(node: Node): TreeItem {
    return treeItem(node, this.library, this.arrangement.grouping);
  }

  /** Tooltips are made when they are looked at: with thousands of papers hardly any ever is. */
  resolveTreeItem(item: TreeItem, node: Node): TreeItem {
    if (node.kind === 'paper') item.tooltip = paperTooltip(node.paper, this.library);
    return item;
  }

  /** @returns the row of a paper file, the first of them; undefined where the filter hides it */
  rowOf(uri: string): PaperNode | undefined {
    const { papers, groups } = this.shown;
    const group = groups?.find((group) => group.papers.some((paper) => paper.uri === uri));
    const paper = papers.find((paper) => paper.uri === uri);
    return paper && paperNode(paper, group);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const stop of this.stop) stop();
    this.changed.dispose();
    this.refreshed.dispose();
  }

  /** Shows what has changed, now. */
  refresh(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.arranged = undefined;
    this.changed.fire(undefined);
    this.refreshed.fire();
  }

  /** Shows what has changed, now if there is anything: no more papers are on their way. */
  settle(): void {
    if (this.timer) this.refresh();
  }

  private arrange(): ShownPapers {
    const { order } = this.arrangement;
    if (this.sortKeys.order !== order) this.sortKeys = { order, known: new WeakMap() };
    return arrangePapers(this.library, this.arrangement, this.sortKeys.known);
  }

  private refreshSoon(): void {
    const pause = refreshPause + refreshPausePerPaper * (this.arranged?.total ?? 0);
    this.timer ??= setTimeout(() => this.refresh(), pause);
  }

  private roots(): Node[] {
    const { groups, papers, unreadable } = this.shown;
    // With nothing to show but broken files the view's own words are of more help than a list of them.
    if (papers.length === 0) return [];
    return [...(groups ?? papers.map((paper) => paperNode(paper))), ...unreadable];
  }
}

function factNodes(parent: PaperNode | FactNode, facts: readonly Fact[]): FactNode[] {
  return facts.map((fact, index) => ({ ...fact, kind: 'fact', id: `${parent.id}/${index}:${fact.label}`, parent }));
}
