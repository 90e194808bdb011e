import type { Clock, Http, OwnFiles } from '../../ports';
import { Task, type TaskState } from '../../task';
import { download, type DownloadResult } from '../download/download';
import type { ConceptSink } from '../readers/conceptSink';
import type { ReadTerminology } from '../readers/readTerminology';
import { tablePreview } from '../readers/tablePreview';
import type { TerminologyPart } from '../readers/terminologyPart';
import { StoreWriter } from '../store/storeWriter';
import { filePart } from './fileParts';
import { type InstalledTerminology, installedId, type TerminologySource } from './installedTerminology';
import type { ReadAnswer, TerminologyAnswer, TerminologyRequest, TerminologyStage } from './terminologyAnswers';
import { type KeptTerminology, TerminologyFolder } from './terminologyFolder';

/** What work on terminologies needs of the world outside. */
export interface TerminologyNeeds {
  readonly files: OwnFiles;
  readonly http: Http;
  readonly clock: Clock;
  /** This window's name, in small letters and digits, which no other one has. */
  readonly session: string;
}

/** The parts of a terminology, and where they are from. */
interface Loaded {
  readonly parts: readonly TerminologyPart[];
  readonly source: TerminologySource;
  discard(): Promise<void>;
}

interface Job {
  readonly task: Task<TerminologyStage>;
  loaded?: Loaded;
  answer?: ReadAnswer;
}

/**
 * Adds, lists and removes terminologies. To add one, `read` it under a name of the caller's choice; then `keep` what was
 * read, or `end` it. The same name may be read again with other options: what was loaded is not loaded twice.
 */
export class TerminologyWork {
  private readonly jobs = new Map<string, Job>();
  private stores = 0;

  constructor(
    private readonly needs: TerminologyNeeds,
    private readonly readParts: ReadTerminology,
  ) {}

  /** @param root the folder of all terminologies */
  list(root: string): Promise<KeptTerminology[]> {
    return this.folder(root).list();
  }

  async read(root: string, name: string, request: TerminologyRequest): Promise<TerminologyAnswer> {
    const job = this.jobs.get(name) ?? { task: new Task<TerminologyStage>('downloading') };
    this.jobs.set(name, job);
    await this.giveUp(root, job);
    const loaded = job.loaded ?? (await this.load(root, request, job.task));
    if ('kind' in loaded) return loaded;
    job.loaded = loaded;
    const answer = await this.readLoaded(root, loaded, request, job.task);
    if (answer.kind === 'read') job.answer = answer;
    return answer;
  }

  /** @returns how far a reading has come; undefined where none of this name goes on */
  progress(name: string): TaskState<TerminologyStage> | undefined {
    return this.jobs.get(name)?.task.state;
  }

  /** Breaks a reading off; it answers soon. */
  cancel(name: string): void {
    this.jobs.get(name)?.task.cancel();
  }

  /** @returns why what was read is not kept; undefined where it is */
  async keep(root: string, name: string): Promise<TerminologyAnswer | undefined> {
    const job = this.jobs.get(name);
    const answer = job?.answer;
    if (!job || !answer) return { kind: 'cancelled' };
    const fault = await this.folder(root).keep(answer.id, answer.terminology);
    if (fault) return { kind: 'not-written', fault };
    delete job.answer;
    await this.end(root, name);
    return undefined;
  }

  /** Forgets a reading, and what came of it where that is not kept. What was loaded is deleted if it was read to its end. */
  async end(root: string, name: string): Promise<void> {
    const job = this.jobs.get(name);
    this.jobs.delete(name);
    if (!job) return;
    await this.giveUp(root, job);
    await job.loaded?.discard();
  }

  async remove(root: string, id: string): Promise<void> {
    await this.folder(root).remove(id);
  }

  private folder(root: string): TerminologyFolder {
    return new TerminologyFolder(this.needs.files, root);
  }

  private async giveUp(root: string, job: Job): Promise<void> {
    const { answer } = job;
    delete job.answer;
    if (answer) await this.folder(root).giveUp(answer.id, answer.terminology.store);
  }

  private async load(root: string, { from, known }: TerminologyRequest, task: Task<TerminologyStage>): Promise<Loaded | TerminologyAnswer> {
    if ('files' in from) {
      const parts = await Promise.all(from.files.map((file) => filePart(file, this.needs.files)));
      const missing = from.files.find((_, at) => !parts[at]);
      if (missing) return { kind: 'no-file', uri: missing.uri };
      const source = { kind: 'files' as const, uris: from.files.map(({ uri }) => uri) };
      return { parts: parts.filter((part) => part !== undefined), source, discard: () => Promise.resolve() };
    }
    const request = { address: from.address, ...(known !== undefined && { known }) };
    return loadedOf(from.address, await download(request, { ...this.needs, folder: `${root}-downloads` }, task));
  }

  private async readLoaded(root: string, { parts, source }: Loaded, request: TerminologyRequest, task: Task<TerminologyStage>): Promise<TerminologyAnswer> {
    const { options, today, branches } = request;
    const total = parts.reduce((sum, { size }) => sum + (size ?? 0), 0);
    const writer = new StoreWriter();
    const signal = { get aborted() { return task.isCancelled; } };
    task.tell('reading', 0, total);
    const sink: ConceptSink = { head: (head) => writer.head({ ...head, id: installedId(head.id) }), add: (concept) => writer.add(concept) };
    const reading = await this.readParts(parts, { ...options, signal, onProgress: (done) => task.tell('reading', done, total) }, sink);
    const { head, counts, format, problems } = reading;
    if (reading.cancelled || task.isCancelled) return { kind: 'cancelled' };
    const table = options?.columns || (format !== 'csv' && format !== undefined) ? undefined : await tablePreview(parts);
    if (counts.concepts + counts.obsolete === 0) return { kind: 'nothing', problems, ...(table && { table }) };
    if (head.needsLicence && source.kind === 'address') return { kind: 'licence-needed', head };
    task.tell('writing', 0, 0);
    const id = installedId(head.id);
    const folder = this.folder(root);
    const written = await folder.writeStore(id, `${this.needs.session}-${++this.stores}`, writer.finish());
    if ('fault' in written) return { kind: 'not-written', fault: written.fault };
    const { columns, umls } = options ?? {};
    const terminology: InstalledTerminology = {
      head: { ...head, id }, counts, format, source, ...(columns && { columns }), ...(umls && { umls }), ...(branches && { branches }), store: written.store, added: today,
    };
    return { kind: 'read', id, terminology, problems, replaces: (await folder.at(id))?.terminology, ...(table && { table }) };
  }
}

function loadedOf(address: string, result: DownloadResult): Loaded | TerminologyAnswer {
  if (result.kind === 'failed') return { kind: 'not-loaded', fault: result.fault };
  if (result.kind !== 'done') return { kind: result.kind };
  const { file, validator, discard } = result;
  return { parts: [file], source: { kind: 'address', address, ...(validator !== undefined && { validator }) }, discard };
}
