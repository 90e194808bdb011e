import type { Paper } from './paper';
import type { CslItem } from './record';
import { type SameBy, sameByInOrder, sameWork } from './sameWork';
import { type WorkIdentity, workIdentity } from './workIdentity';
import { WorkIndex } from './workIndex';

/** Papers by what tells a work from another, to find those that are there already. */
export class KnownWorks<P extends Paper> {
  private readonly index = new WorkIndex<{ readonly paper: P; readonly identity: WorkIdentity }>();

  constructor(papers: Iterable<P>) {
    for (const paper of papers) {
      const identity = workIdentity(paper.record);
      this.index.add(identity, { paper, identity });
    }
  }

  /** @returns the paper of the same work, the surest of them, and by what it is the same */
  find(record: CslItem): { readonly paper: P; readonly by: SameBy } | undefined {
    const identity = workIdentity(record);
    const found = [...this.index.candidates(identity)].flatMap(({ paper, identity: other }) => {
      const by = sameWork(other, identity);
      return by ? [{ paper, by }] : [];
    });
    return found.sort((a, b) => sameByInOrder.indexOf(a.by) - sameByInOrder.indexOf(b.by))[0];
  }
}
