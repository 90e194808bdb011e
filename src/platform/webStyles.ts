import { type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import { downloadStyle, type StyleAnswer } from '../core/citing/webStyle';
import { fileStem } from '../core/library/fileStem';
import type { Http } from '../core/ports';
import type { Work } from '../core/work';
import { replaceFile } from './newFile';
import { readText } from './styleFiles';
import type { WorkerThread } from './workers/workerThread';

/** Citation styles that the user had fetched from the web, kept between sessions. Nothing is fetched unless `fetch` is called. */
export class WebStyles implements Disposable {
  private readonly known = new Map<string, Promise<string | undefined>>();
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  /** @param folder which all windows share */
  constructor(
    private readonly folder: Uri,
    private readonly http: Http,
    private readonly thread: WorkerThread<Work>,
  ) {}

  /** @returns the style at an address as it was fetched last; undefined where it never was */
  of(address: string): Promise<string | undefined> {
    let csl = this.known.get(address);
    if (!csl) this.known.set(address, (csl = readText(this.fileOf(address))));
    return csl;
  }

  /** Fetches a style, and keeps it if it can be used. */
  async fetch(address: string): Promise<StyleAnswer> {
    const answer = await downloadStyle(address, this.http);
    if (answer.kind !== 'found') return answer;
    const { citing } = await this.thread.get();
    const works = await citing.warm({ style: { id: address, csl: answer.csl }, locale: '' }).then(() => true, () => false);
    if (!works) return { kind: 'not-csl' };
    await workspace.fs.createDirectory(this.folder);
    await replaceFile(this.fileOf(address), new TextEncoder().encode(answer.csl));
    this.take(address, answer.csl);
    return answer;
  }

  /** Forgets what was fetched. */
  async forget(address: string): Promise<void> {
    await workspace.fs.delete(this.fileOf(address));
    this.take(address, undefined);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private take(address: string, csl: string | undefined): void {
    this.known.set(address, Promise.resolve(csl));
    this.changed.fire();
  }

  private fileOf(address: string): Uri {
    return Uri.joinPath(this.folder, `${fileStem(address)}.csl`);
  }
}
