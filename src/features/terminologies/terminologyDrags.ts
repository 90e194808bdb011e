import { type DataTransfer, DataTransferItem, type TreeDragAndDropController } from 'vscode';
import { putBefore } from '../../core/terms/terminologies/terminologyChoice';
import type { Settings } from '../../platform/settings';
import type { Terminologies } from '../../platform/terminologies';
import { isTerminologyNode, type Node } from './terminologyNodes';

const mime = 'application/vnd.code.tree.casebook.terminologies';

/** Terminologies are dragged into the order of preference. */
export class TerminologyDrags implements TreeDragAndDropController<Node> {
  readonly dragMimeTypes = [mime];
  readonly dropMimeTypes = [mime];

  constructor(
    private readonly terminologies: Terminologies,
    private readonly settings: Settings,
  ) {}

  handleDrag(rows: readonly Node[], transfer: DataTransfer): void {
    const ids = rows.filter(isTerminologyNode).map(({ id }) => id);
    if (ids.length > 0) transfer.set(mime, new DataTransferItem(ids));
  }

  /** On a terminology: before it. On a glossary: before all, on anything below: behind all. */
  async handleDrop(target: Node | undefined, transfer: DataTransfer): Promise<void> {
    const moved: unknown = transfer.get(mime)?.value;
    if (!Array.isArray(moved)) return;
    const ids = this.terminologies.list().map(({ id }) => id);
    const before = target?.kind === 'glossary' ? ids[0] : target && (target.kind === 'terminology' ? target.id : target.parent.id);
    await this.settings.setTerminologyOrder(putBefore(ids, moved.filter((id): id is string => typeof id === 'string' && ids.includes(id)), before));
  }
}
