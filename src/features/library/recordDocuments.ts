import { commands, Disposable, l10n, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import type { CslItem } from '../../core/library/record';
import type { Work } from '../../core/work';
import { recordScheme } from '../../platform/ids';
import type { WorkerThread } from '../../platform/workers/workerThread';

/** Records as YAML that can only be read, for VS Code's own diff editor: each in one order, so that lines meet. */
export class RecordDocuments implements TextDocumentContentProvider {
  private readonly records = new Map<string, CslItem>();
  private readonly registered = Disposable.from(
    workspace.registerTextDocumentContentProvider(recordScheme, this),
    workspace.onDidCloseTextDocument(({ uri }) => this.records.delete(uri.toString())),
  );
  private count = 0;

  constructor(private readonly thread: WorkerThread<Work>) {}

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const record = this.records.get(uri.toString());
    return record ? (await this.thread.get()).library.newPaperFile(record) : '';
  }

  /** Opens the diff editor on two records as they are now. */
  async compare(a: CslItem, b: CslItem): Promise<void> {
    const [left, right] = [this.documentOf(a), this.documentOf(b)];
    await commands.executeCommand('vscode.diff', left, right, l10n.t('{0} and {1}', a.id, b.id));
  }

  dispose(): void {
    this.registered.dispose();
  }

  /** A new address each time: VS Code does not ask again for the text of one it knows. */
  private documentOf(record: CslItem): Uri {
    const uri = Uri.from({ scheme: recordScheme, path: `/${record.id}.yaml`, query: String(++this.count) });
    this.records.set(uri.toString(), record);
    return uri;
  }
}
