import { type Disposable, EventEmitter, l10n, type TreeDataProvider, type TreeItem, TreeItemCollapsibleState } from 'vscode';
import { prepareSearch } from '../../core/library/filter';
import type { Library, LibraryPaper } from '../../core/library/library';
import type { Arrangement } from './arrangement';
import { factsOf } from './paperFacts';
import { subjectsOf } from '../../core/library/subjects';
import type { GroupNode } from './groupNode';
import type { Fact, FactNode, Node, PaperNode } from './paperNodes';
import { countOfSearch, type RangeNode, type RecordNode, recordsOfSearch, type RecordSource, recordsUnder, type SourceNode, sourceNode } from './sourceNodes';
import { paperRanges } from './paperRanges';
import { paperTooltip } from './paperTooltip';
import type { OpenRows } from './openRows';
import type { RowIds } from './rowIds';
import type { SavedSearches } from './savedSearches';
import { arrangePapers, paperNode, type ShownPapers } from './shownPapers';
import { treeItem } from './treeItem';

/**
 * While papers stream in, the tree is made anew at most this often (ms), and less often the more there are: VS Code
 * draws every row again each time. `settle` ends the waiting.
 */
const refreshPause = 150;
const refreshPausePerPaper = 1;
const longestRefreshPause = 1000;
/** Papers that are made ready to be searched in one go: a few milliseconds' worth. */
const preparedAtOnce = 250;

/** The papers as a tree: saved searches, groups if asked for, papers, and what each paper's file says. */
export class PapersTree implements TreeDataProvider<Node>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly refreshed = new EventEmitter<void>();
  /** The tree shows another selection of papers than before. */
  readonly onDidRefresh = this.refreshed.event;
  private readonly stop: (() => void)[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private preparing: ReturnType<typeof setTimeout> | undefined;
  private arranged: ShownPapers | undefined;
  /** Of ten thousand papers hardly one changes between two looks: the others keep what they sort by. */
  private sortKeys = { order: '', known: new WeakMap<LibraryPaper, string>() };

  constructor(
    private readonly library: Library,
    private readonly bibliographies: RecordSource,
    private readonly arrangement: Arrangement,
    private readonly searches: Pick<SavedSearches, 'all' | 'onDidChange'>,
    private readonly ids: Pick<RowIds, 'of'>,
    private readonly open: Pick<OpenRows, 'has'>,
  ) {
    const refreshing = [arrangement, searches].map((source) => source.onDidChange(() => this.refresh()));
    const listening = [...refreshing, bibliographies.onDidChange(() => this.refreshSoon())];
    this.stop = [library.onDidChange(() => this.refreshSoon()), ...listening.map((one) => () => one.dispose())];
  }

  /** What is shown at this moment. */
  get shown(): ShownPapers {
    this.arranged ??= this.arrange();
    return this.arranged;
  }

  /** What stands in the worker comes later, all else at once. */
  getChildren(node?: Exclude<Node, SourceNode | RangeNode | RecordNode>): Node[];
  getChildren(node?: Node): Node[] | Promise<Node[]>;
  getChildren(node?: Node): Node[] | Promise<Node[]> {
    if (!node) return this.roots();
    if (node.kind === 'source') return this.recordsOrHint(node);
    if (node.kind === 'range') return this.records(node);
    if (node.kind === 'record') return this.factsOfRecord(node);
    if (node.kind === 'group') return this.under(node);
    if (node.kind === 'paper') return factNodes(node, factsOf(node.paper));
    return node.kind === 'fact' ? factNodes(node, node.facts ?? []) : [];
  }

  getParent(node: Node): Node | undefined {
    if (node.kind === 'paper') return node.group;
    if (node.kind === 'range') return node.source;
    if (node.kind === 'group') return node.part?.of;
    return node.kind === 'fact' || node.kind === 'record' ? node.parent : undefined;
  }

  getTreeItem(node: Node): TreeItem {
    const item = treeItem(node, this.library, this.arrangement);
    if (item.collapsibleState === TreeItemCollapsibleState.Collapsed && this.open.has(node.id)) item.collapsibleState = TreeItemCollapsibleState.Expanded;
    return item;
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
    const range = paper && paperRanges(group?.papers ?? papers, this.arrangement.order, group)?.find((one) => one.papers.includes(paper));
    return paper && this.row(paper, range ?? group);
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.preparing);
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
    this.prepare(this.library.papers());
  }

  /** Shows what has changed, now if there is anything: no more papers are on their way. */
  settle(): void {
    if (this.timer) this.refresh();
  }

  /** What the first key stroke of a filter would have to do is done before, with pauses. */
  private prepare(papers: readonly LibraryPaper[], from = 0): void {
    clearTimeout(this.preparing);
    if (from >= papers.length) return;
    this.preparing = setTimeout(() => {
      prepareSearch(papers.slice(from, from + preparedAtOnce));
      this.prepare(papers, from + preparedAtOnce);
    });
  }

  private arrange(): ShownPapers {
    const { order } = this.arrangement;
    if (this.sortKeys.order !== order) this.sortKeys = { order, known: new WeakMap() };
    return arrangePapers(this.library, this.arrangement, this.searches.all(), this.sortKeys.known);
  }

  private refreshSoon(): void {
    const pause = Math.min(longestRefreshPause, refreshPause + refreshPausePerPaper * (this.arranged?.total ?? 0));
    this.timer ??= setTimeout(() => this.refresh(), pause);
  }

  private roots(): Node[] | Promise<Node[]> {
    const { searches } = this.shown;
    if (searches.length === 0 || this.bibliographies.list().length === 0) return this.rootsWith(searches);
    const counted = searches.map(async (node): Promise<GroupNode> => ({ ...node, records: await countOfSearch(node.search?.query ?? '', this.bibliographies) }));
    return Promise.all(counted).then((all) => this.rootsWith(all));
  }

  private rootsWith(searches: readonly GroupNode[]): Node[] {
    const { groups, papers, unreadable } = this.shown;
    // With nothing to show but broken files the view's own words are of more help than a list of them.
    const sources = this.bibliographies.list().map((bibliography) => sourceNode(bibliography, this.arrangement.filter));
    if (papers.length === 0) return sources.length === 0 ? [] : [...searches, ...sources];
    return [...searches, ...sources, ...(groups ?? this.rows(papers)), ...unreadable];
  }

  private rows(papers: readonly LibraryPaper[], group?: GroupNode): (GroupNode | PaperNode)[] {
    const ranges = group?.part ? undefined : paperRanges(papers, this.arrangement.order, group);
    return ranges ?? papers.map((paper) => this.row(paper, group));
  }

  private row(paper: LibraryPaper, group?: GroupNode): PaperNode {
    return paperNode(paper, this.ids.of(paper.uri), group);
  }

  private under(node: GroupNode): Node[] | Promise<Node[]> {
    const papers = this.rows(node.papers, node);
    if (!node.search || this.bibliographies.list().length === 0) return papers;
    return recordsOfSearch(node, node.search.query, this.bibliographies).then((records) => [...papers, ...records]);
  }

  private records(node: SourceNode | RangeNode): Promise<Node[]> {
    return recordsUnder(node, { bibliographies: this.bibliographies, ...this.arrangement.view });
  }

  private async recordsOrHint(node: SourceNode): Promise<Node[]> {
    const records = await this.records(node);
    const isHint = records.length === 0 && this.arrangement.filter !== '' && node.bibliography.state.kind === 'ready';
    return isHint ? factNodes(node, [{ label: l10n.t('No record matches the filter') }]) : records;
  }

  private async factsOfRecord(node: RecordNode): Promise<FactNode[]> {
    const record = await this.bibliographies.record(node.uri, node.row.index);
    return record ? factNodes(node, factsOf({ record, subjects: subjectsOf(record), topics: [], attachments: [] })) : [];
  }
}

function factNodes(parent: FactNode['parent'], facts: readonly Fact[]): FactNode[] {
  return facts.map((fact, index) => ({ ...fact, kind: 'fact', id: `${parent.id}/${index}:${fact.label}`, parent }));
}
