import { type CancellationToken, commands, type DataTransfer, DataTransferItem, type TreeDragAndDropController, Uri } from 'vscode';
import { type DraggedPapers, draggedPapersMime } from '../../core/library/draggedPapers';
import type { Library, LibraryPaper } from '../../core/library/library';
import { writeKey } from '../../core/notes/citekey';
import { commandIds } from '../../platform/ids';
import type { ImportSource } from './importSource';
import type { Node } from './paperNodes';

const uriListMime = 'text/uri-list';

/** Papers go out of the tree as citations, and files come in to be imported. */
export class PaperDrags implements TreeDragAndDropController<Node> {
  readonly dragMimeTypes = [draggedPapersMime, 'text/plain'];
  readonly dropMimeTypes = [uriListMime, 'files'];

  constructor(private readonly library: Library) {}

  handleDrag(source: readonly Node[], transfer: DataTransfer): void {
    const papers = [...new Set(source.flatMap((node) => this.papersIn(node)))];
    if (papers.length === 0) return;
    const citekeys = papers.map(({ record }) => record.id);
    const dragged: DraggedPapers = { citekeys, uris: papers.map(({ uri }) => uri) };
    transfer.set(draggedPapersMime, new DataTransferItem(JSON.stringify(dragged)));
    // For editors that know nothing of papers.
    transfer.set('text/plain', new DataTransferItem(`[${citekeys.map(writeKey).join('; ')}]`));
  }

  async handleDrop(_target: Node | undefined, transfer: DataTransfer, token: CancellationToken): Promise<void> {
    if (transfer.get(draggedPapersMime)) return;
    const sources = await droppedFiles(transfer);
    if (sources.length > 0 && !token.isCancellationRequested) await commands.executeCommand(commandIds.importPapers, sources);
  }

  private papersIn(node: Node): readonly LibraryPaper[] {
    if (node.kind === 'group') return node.papers;
    return node.kind === 'paper' ? [this.library.at(node.uri) ?? node.paper] : [];
  }
}

/** @returns addresses where there are any; in a browser, files of the desktop have none, and come with their content */
async function droppedFiles(transfer: DataTransfer): Promise<ImportSource[]> {
  const list = (await transfer.get(uriListMime)?.asString()) ?? '';
  const uris = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  if (uris.length > 0) return uris.map((uri) => Uri.parse(uri));
  const files = [...transfer].flatMap(([, item]) => item.asFile() ?? []);
  return Promise.all(files.map(async (file) => file.uri ?? { name: file.name, content: await file.data() }));
}
