import { commands, Disposable, l10n, Uri } from 'vscode';
import { isRecordItem, type RecordItem } from '../../core/library/draggedPapers';
import type { CslItem } from '../../core/library/record';
import type { Bibliographies } from '../../platform/bibliographies';
import { commandIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { Node } from './paperNodes';

/** What can be done with the records of bibliographies in the tree, beside what can be done with papers too. */
export class RecordCommands {
  constructor(private readonly bibliographies: Bibliographies) {}

  /** @returns the records among the rows that a command was run on */
  static chosen(item: unknown, items: unknown): RecordItem[] {
    return (Array.isArray(items) && items.length > 0 ? items : [item]).filter(isRecordItem);
  }

  /** Opens the bibliography where the record stands. */
  async open({ uri, key }: RecordItem): Promise<void> {
    const position = await this.bibliographies.position(uri, key);
    const selection = { start: position, end: position };
    await commands.executeCommand('vscode.open', Uri.parse(uri), { preview: true, selection });
  }

  /** Opens the bibliography at the record's citekey, and asks there for another. */
  async rename(record: RecordItem): Promise<void> {
    await this.open(record);
    await commands.executeCommand('editor.action.rename');
  }

  /** Makes papers of records, so that they can be annotated; the bibliography stays as it is. */
  async addToLibrary(items: readonly RecordItem[]): Promise<void> {
    const found: CslItem[] = [];
    for (const { uri, key } of items) found.push(...(await this.bibliographies.recordsIn(uri, [key])).map(({ record }) => record));
    if (found.length > 0) await commands.executeCommand(commandIds.importPapers, { text: JSON.stringify(found) });
  }

  register(log: Log): Disposable {
    const added = l10n.t('The paper could not be added to the library');
    return Disposable.from(
      commands.registerCommand(commandIds.addToLibrary, log.guard(added, (item: unknown, items: unknown) => this.addToLibrary(RecordCommands.chosen(item, items)))),
      commands.registerCommand(
        commandIds.openBibliography,
        log.guard(l10n.t('The bibliography could not be opened'), async (item: unknown, items: unknown) => {
          for (const record of RecordCommands.chosen(item, items)) await this.open(record);
          const node = item as Node | undefined;
          if (node?.kind === 'source') await commands.executeCommand('vscode.open', node.bibliography.uri);
        }),
      ),
    );
  }
}
