import { EventEmitter, type TextDocument, type TreeDataProvider, type TreeItem } from 'vscode';
import type { ConceptRef, ConceptSummary } from '../../core/terms/noteTermsWork';
import { conceptTooltip } from './conceptTooltip';
import type { NoteTerms } from './noteTerms';
import { termItem } from './termItem';
import type { ConceptNode, KinNode, NoKinNode, TermNode } from './termNodes';

/** More kin than this nobody looks through in a tree; the concept's page has them all. */
const kinShown = 200;

/** What a document speaks of, heaviest first, with what is above and below each concept. */
export class TermsTree implements TreeDataProvider<TermNode> {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private roots: readonly ConceptNode[] = [];
  private shown = '';

  constructor(private readonly terms: NoteTerms) {}

  /** How many concepts are shown. */
  get size(): number {
    return this.roots.length;
  }

  /** Shows what a document speaks of. Rows that look the same as before are not drawn anew. */
  show(document: TextDocument | undefined, summaries: readonly ConceptSummary[]): void {
    const folder = document && this.terms.folderOf(document);
    const nodes = document ? summaries.map((summary): ConceptNode => ({ kind: 'concept', id: summary.concept.id, concept: summary.concept, folder, uri: document.uri, summary })) : [];
    const shown = JSON.stringify([document?.uri.toString(), ...summaries.map(({ concept, count, statuses }) => [concept, count, statuses])]);
    if (shown === this.shown) return;
    this.shown = shown;
    this.roots = nodes;
    this.changed.fire(undefined);
  }

  /** What is above and below the concepts may be another now. */
  refresh(): void {
    this.changed.fire(undefined);
  }

  getChildren(node?: TermNode): TermNode[] | Promise<TermNode[]> {
    if (!node) return [...this.roots];
    return node.kind === 'noKin' ? [] : this.kinOf(node);
  }

  getParent(node: TermNode): TermNode | undefined {
    return node.kind === 'concept' ? undefined : node.parent;
  }

  getTreeItem(node: TermNode): TreeItem {
    return termItem(node);
  }

  /** Definitions are fetched for rows that are looked at. */
  async resolveTreeItem(item: TreeItem, node: TermNode): Promise<TreeItem> {
    const details = node.kind === 'noKin' ? undefined : await this.terms.details(node.folder, node.concept.id);
    if (details) item.tooltip = conceptTooltip(details);
    return item;
  }

  /** Above a concept everything leads up, below it down. */
  private async kinOf(parent: ConceptNode | KinNode): Promise<TermNode[]> {
    const details = await this.terms.details(parent.folder, parent.concept.id);
    const directions = parent.kind === 'kin' ? [parent.direction] : (['broader', 'narrower'] as const);
    const kin = directions.flatMap((direction) => (details?.[direction] ?? []).slice(0, kinShown).map((concept) => kinNode(concept, direction, parent)));
    return kin.length > 0 ? kin : [{ kind: 'noKin', id: `${parent.id}/-`, parent } satisfies NoKinNode];
  }
}

function kinNode(concept: ConceptRef, direction: KinNode['direction'], parent: ConceptNode | KinNode): KinNode {
  return { kind: 'kin', id: `${parent.id}/${direction}/${concept.id}`, concept, folder: parent.folder, direction, parent };
}
