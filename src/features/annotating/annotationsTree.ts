import { Disposable, EventEmitter, l10n, type TreeDataProvider, type TreeItem, workspace } from 'vscode';
import { commentOf, meaningOf, quoteOf, tagsOf } from '../../core/annotating/annotation';
import { colorOf } from '../../core/annotating/meaning';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { Settings } from '../../platform/settings';
import { annotationItem } from './annotationItem';
import type { AnnotationGroup, AnnotationGrouping, AnnotationNode, AnnotationRow } from './annotationNodes';
import { type Mark, type Marks, marksInOrder } from './marks';

/** The view is made anew when papers and their texts have not changed for this long (ms). */
const pause = 150;

/** The annotations of all papers, grouped and filtered as the user wants. */
export class AnnotationsTree implements TreeDataProvider<AnnotationRow>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listening: Disposable;
  private words: readonly string[] = [];

  constructor(
    private readonly annotations: PaperAnnotations,
    private readonly marks: Marks,
    private readonly settings: Settings,
    private grouping: AnnotationGrouping,
  ) {
    this.listening = Disposable.from(
      annotations.onDidChange(() => this.refreshSoon()),
      workspace.onDidChangeTextDocument(({ document }) => marks.takes(document) && this.refreshSoon()),
      settings.onDidChange(() => this.refreshSoon()),
    );
  }

  /** @param filter words that all must stand in an annotation's quote, comment, tags, meaning or citekey */
  arrange(filter: string, grouping: AnnotationGrouping): void {
    this.words = filter.toLowerCase().split(/\s+/).filter(Boolean);
    this.grouping = grouping;
    this.changed.fire(undefined);
  }

  async getChildren(row?: AnnotationRow): Promise<AnnotationRow[]> {
    if (!row) return this.groups();
    if (row.kind === 'annotation') return [];
    return row.marks.map((mark): AnnotationNode => ({ kind: 'annotation', id: `${row.id}/${mark.paper.uri}#${mark.annotation.id}`, mark, parent: row }));
  }

  getParent(row: AnnotationRow): AnnotationRow | undefined {
    return row.kind === 'annotation' ? row.parent : undefined;
  }

  getTreeItem(row: AnnotationRow): TreeItem {
    return annotationItem(row, (mark) => this.colorOfMark(mark));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    this.changed.dispose();
  }

  private refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(undefined), pause);
  }

  private async groups(): Promise<AnnotationGroup[]> {
    const marks = (await Promise.all(this.annotations.papers().map((paper) => this.marks.ofPaper(paper)))).flat().filter((mark) => this.isWanted(mark));
    const groups = new Map<string, Mark[]>();
    for (const mark of marks.sort(byPaper)) for (const key of this.keysOf(mark)) groups.set(key, [...(groups.get(key) ?? []), mark]);
    return [...groups].map(([key, own]) => this.group(key, own));
  }

  private group(key: string, marks: readonly Mark[]): AnnotationGroup {
    const [first] = marks;
    const lost = marks.filter(({ refound }) => refound.state === 'orphaned').length;
    const unsure = marks.filter(({ refound }) => refound.state === 'moved').length;
    const told = [String(marks.length), lost > 0 && l10n.t('{0} not found', lost), unsure > 0 && l10n.t('{0} to confirm', unsure)].filter(Boolean).join(' · ');
    const label = this.grouping === 'paper' ? (first?.paper.record.id ?? key) : key === '' ? this.nothing() : key;
    const color = this.grouping === 'meaning' && first ? this.colorOfMark(first) : undefined;
    return { kind: 'annotationGroup', id: `${this.grouping}:${key}`, label, description: told, marks, ...(color !== undefined && { color }) };
  }

  private nothing(): string {
    return this.grouping === 'meaning' ? l10n.t('Without a meaning') : l10n.t('Without a tag');
  }

  private keysOf({ paper, annotation }: Mark): string[] {
    if (this.grouping === 'paper') return [paper.uri];
    if (this.grouping === 'meaning') return [meaningOf(annotation) ?? ''];
    const tags = tagsOf(annotation);
    return tags.length > 0 ? tags : [''];
  }

  private isWanted({ paper, annotation }: Mark): boolean {
    if (this.words.length === 0) return true;
    const all = [paper.record.id, quoteOf(annotation)?.exact, commentOf(annotation), meaningOf(annotation), ...tagsOf(annotation).map((tag) => `#${tag}`)].join('\n').toLowerCase();
    return this.words.every((word) => all.includes(word));
  }

  private colorOfMark({ paper, annotation }: Mark): string {
    return colorOf(meaningOf(annotation), this.settings.annotatingMeanings(paper.folder));
  }
}

function byPaper(a: Mark, b: Mark): number {
  const [one, other] = [a.paper.record.id, b.paper.record.id];
  return one === other ? marksInOrder(a, b) : one < other ? -1 : 1;
}
