import type { Concept } from '../../core/terms/concept';
import { TermIndex } from '../../core/terms/termIndex';
import type { Work } from '../../core/work';
import type { WorkerThread } from '../../platform/workers/workerThread';

/** The terms of each workspace folder: its own glossary over the built-in one, compiled when first asked for. */
export class FolderTerms {
  private readonly user = new Map<string, readonly Concept[]>();
  private readonly compiled = new Map<string, Promise<TermIndex>>();

  constructor(private readonly thread: WorkerThread<Work>) {}

  /**
   * @param folder the workspace folder whose glossary file holds the concepts
   * @returns whether they are others than before
   */
  setUser(folder: string, concepts: readonly Concept[]): boolean {
    if (JSON.stringify(concepts) === JSON.stringify(this.user.get(folder) ?? [])) return false;
    this.user.set(folder, concepts);
    this.compiled.delete(folder);
    return true;
  }

  /** @returns the user's concepts of all folders */
  allUser(): Concept[] {
    return [...this.user.values()].flat();
  }

  /** @param folder the workspace folder of a note; undefined for a note outside any */
  of(folder: string | undefined): Promise<TermIndex> {
    const key = folder ?? '';
    let compiled = this.compiled.get(key);
    if (!compiled) {
      compiled = this.compile(this.user.get(key) ?? []);
      this.compiled.set(key, compiled);
      compiled.catch(() => this.compiled.delete(key));
    }
    return compiled;
  }

  private async compile(user: readonly Concept[]): Promise<TermIndex> {
    return new TermIndex(await (await this.thread.get()).terms.compile(user));
  }
}
