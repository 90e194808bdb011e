import type { Presentation } from '../../core/citing/citingWork';
import type { RenderedEntry } from '../../core/citing/rendered';
import type { CslItem } from '../../core/library/record';
import type { Work } from '../../core/work';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { inStyle } from './inStyle';

/** Rendered references of single works, remembered for as long as their data stays the same. */
export class References {
  private readonly known = new WeakMap<CslItem, Map<string, Promise<RenderedEntry | undefined>>>();

  constructor(private readonly thread: WorkerThread<Work>) {}

  /** @returns the work's reference as it stands alone; undefined where the style makes none */
  of(record: CslItem, presentation: Presentation): Promise<RenderedEntry | undefined> {
    const looks = this.known.get(record) ?? new Map<string, Promise<RenderedEntry | undefined>>();
    this.known.set(record, looks);
    const look = JSON.stringify(presentation);
    let entry = looks.get(look);
    if (!entry) {
      entry = this.render(record, presentation);
      looks.set(look, entry);
      entry.catch(() => looks.delete(look));
    }
    return entry;
  }

  private async render(record: CslItem, presentation: Presentation): Promise<RenderedEntry | undefined> {
    return (await inStyle(this.thread, presentation, (citing) => citing.references([record], presentation)))[0];
  }
}
