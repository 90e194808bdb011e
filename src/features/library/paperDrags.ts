import { type CancellationToken, commands, type DataTransfer, DataTransferItem, type TreeDragAndDropController } from 'vscode';
import { type DraggedPapers, draggedPapersMime } from '../../core/library/draggedPapers';
import type { Library, LibraryPaper } from '../../core/library/library';
import { writeKey } from '../../core/notes/citekey';
import { commandIds } from '../../platform/ids';
import { dropMimeTypes, droppedSources, isAttachable, sourceName } from './droppedSources';
import type { Node, PaperNode } from './paperNodes';

/** Papers go out of the tree as citations, and files come in to be imported or attached. */
export class PaperDrags implements TreeDragAndDropController<Node> {
  readonly dragMimeTypes = [draggedPapersMime, 'text/plain'];
  readonly dropMimeTypes = dropMimeTypes;

  constructor(private readonly library: Library) {}

  handleDrag(source: readonly Node[], transfer: DataTransfer): void {
    const papers = [...new Set(source.flatMap((node) => this.papersIn(node)))];
    const citekeys = [...papers.map(({ record }) => record.id), ...source.flatMap((node) => (node.kind === 'record' ? node.key : []))];
    if (citekeys.length === 0) return;
    const dragged: DraggedPapers = { citekeys, uris: papers.map(({ uri }) => uri) };
    transfer.set(draggedPapersMime, new DataTransferItem(JSON.stringify(dragged)));
    // For editors that know nothing of papers.
    transfer.set('text/plain', new DataTransferItem(`[${citekeys.map(writeKey).join('; ')}]`));
  }

  /** Files dropped on a paper are laid beside it; elsewhere bibliographies are imported, and for a PDF the user says whose it is. */
  async handleDrop(target: Node | undefined, transfer: DataTransfer, token: CancellationToken): Promise<void> {
    if (transfer.get(draggedPapersMime)) return;
    const sources = await droppedSources(transfer);
    if (token.isCancellationRequested) return;
    const paper = target && paperOf(target);
    const attached = sources.filter((source) => (paper ? sourceName(source) !== '' : isAttachable(source)));
    const imported = sources.filter((source) => !attached.includes(source));
    if (imported.length > 0) await commands.executeCommand(commandIds.importPapers, imported);
    if (attached.length > 0) await commands.executeCommand(commandIds.attachFiles, paper?.uri, undefined, attached);
  }

  private papersIn(node: Node): readonly LibraryPaper[] {
    if (node.kind === 'group') return node.papers;
    return node.kind === 'paper' ? [this.library.at(node.uri) ?? node.paper] : [];
  }
}

/** Something dropped on what a paper's file says is meant for the paper. */
function paperOf(node: Node): PaperNode | undefined {
  if (node.kind === 'fact') return paperOf(node.parent);
  return node.kind === 'paper' ? node : undefined;
}
