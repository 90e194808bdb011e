import type { OwnFiles, WriteFault } from '../../ports';
import type { ByteSource } from '../store/byteSource';
import { ConceptStore } from '../store/conceptStore';
import { type FileFault, type FileOpening, SectionReader } from '../store/sectionFile';
import { storeKind } from '../store/storeLayout';
import { type InstalledTerminology, readInstalled, writeInstalled } from './installedTerminology';

/** A terminology that is kept, or what is left of it; `gone` says that the file of its concepts is not there. */
export interface KeptTerminology {
  readonly id: string;
  /** Undefined where not even this is left. */
  readonly terminology: InstalledTerminology | undefined;
  /** Why its concepts cannot be used; undefined where they can. */
  readonly fault: FileFault | 'gone' | undefined;
}

/** Nobody looks at what was read for longer than this (ms) before saying whether it is to be kept. */
const longestDoubt = 86_400_000;
const headName = 'terminology.json';
const storeEnding = '.store';
/** Written anew with each change, for other windows to see. */
const changeName = 'changed';

/**
 * The terminologies as they lie in the folder that all windows share, each in a folder of its own. The file of a terminology's
 * concepts is never written over: another state has another name, and `terminology.json`, written last, says which one
 * counts. So whoever reads one while another window replaces it reads the old or the new one, whole.
 */
export class TerminologyFolder {
  constructor(
    private readonly files: OwnFiles,
    private readonly root: string,
  ) {}

  /** @returns all that are kept, by id */
  async list(): Promise<KeptTerminology[]> {
    const kept = await Promise.all((await this.files.list(this.root)).map((id) => this.at(id)));
    return kept.filter((one) => one !== undefined);
  }

  /** @returns undefined where no such terminology is kept */
  async at(id: string): Promise<KeptTerminology | undefined> {
    const head = await this.files.read(this.place(id, headName));
    if (!head) return undefined;
    const terminology = readInstalled(head);
    if (!terminology) return { id, terminology, fault: 'damaged' };
    const source = await this.source(id, terminology);
    const opening = source && (await SectionReader.open(source, storeKind));
    return { id, terminology, fault: !opening ? 'gone' : opening.kind === 'fault' ? opening.fault : undefined };
  }

  /** Opens the concepts of a terminology. */
  async open(id: string, terminology: InstalledTerminology): Promise<FileOpening<ConceptStore> | { readonly kind: 'fault'; readonly fault: 'gone' }> {
    const source = await this.source(id, terminology);
    return source ? ConceptStore.open(source) : { kind: 'fault', fault: 'gone' };
  }

  /**
   * Writes the concepts of a terminology, which do not count before `keep` says so.
   * @param stamp tells this writing from all others, in small letters, digits and hyphens
   * @returns the file's name, or why it could not be written
   */
  async writeStore(id: string, stamp: string, pieces: readonly Uint8Array[]): Promise<{ readonly store: string } | { readonly fault: WriteFault }> {
    const store = `${stamp}${storeEnding}`;
    const fault = await this.files.write(this.place(id, store), ...pieces);
    return fault ? { fault } : { store };
  }

  /**
   * Makes a terminology count whose concepts are written, in place of what counted before.
   * @returns why it does not; `gone` where another window deleted what was written
   */
  async keep(id: string, terminology: InstalledTerminology): Promise<WriteFault | 'gone' | undefined> {
    if (!(await this.source(id, terminology))) return 'gone';
    const before = readInstalled(await this.files.read(this.place(id, headName)));
    const fault = await this.files.write(this.place(id, headName), writeInstalled(terminology));
    if (fault) return fault;
    if (before && before.store !== terminology.store) await this.files.remove(this.place(id, before.store));
    await this.tidy(id, terminology.store);
    const untold = await this.tellChange(`${id} ${terminology.store}`);
    // Another window that read `before` in the same moment knows nothing of this one. It has written by now: what no longer counts goes.
    await this.giveUp(id, terminology.store);
    return untold;
  }

  /** Gives up what `writeStore` wrote, unless it counts by now. */
  async giveUp(id: string, store: string): Promise<void> {
    const kept = readInstalled(await this.files.read(this.place(id, headName)));
    if (kept?.store === store) return;
    await this.files.remove(this.place(id, store));
    if ((await this.files.list(`${this.root}/${id}`)).length === 0) await this.files.remove(`${this.root}/${id}`);
  }

  async remove(id: string): Promise<void> {
    await this.files.remove(`${this.root}/${id}`);
    await this.tellChange(`${id} removed`);
  }

  /** Where other windows see that something changed. */
  get changes(): string {
    return `${this.root}/${changeName}`;
  }

  /** Deletes what a window that was ended left; what another one is about to make count stays. */
  private async tidy(id: string, counting: string): Promise<void> {
    const now = (await this.files.stamp(this.place(id, counting)))?.modified ?? 0;
    for (const name of await this.files.list(`${this.root}/${id}`)) {
      if (!name.endsWith(storeEnding) || name === counting) continue;
      const written = (await this.files.stamp(this.place(id, name)))?.modified ?? now;
      if (written < now - longestDoubt) await this.files.remove(this.place(id, name));
    }
  }

  private async source(id: string, { store }: InstalledTerminology): Promise<ByteSource | undefined> {
    const uri = this.place(id, store);
    const size = (await this.files.stamp(uri))?.size;
    return size === undefined ? undefined : { size, read: async (start, end) => (await this.files.read(uri, { start, end })) ?? new Uint8Array() };
  }

  private tellChange(what: string): Promise<WriteFault | undefined> {
    return this.files.write(this.changes, new TextEncoder().encode(what));
  }

  private place(id: string, name: string): string {
    return `${this.root}/${id}/${name}`;
  }
}
