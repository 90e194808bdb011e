import { CitingWork } from './citing/citingWork';
import { LibraryWork } from './library/libraryWork';
import type { Assets, LocalFiles } from './ports';
import { TermWork } from './terms/termWork';

/** The heavy work of the core, room by room: it runs in a worker beside the editor, and in place on the command line. */
export interface Work {
  readonly library: LibraryWork;
  readonly terms: TermWork;
  readonly citing: CitingWork;
}

export function createWork(assets: Assets, files: LocalFiles): Work {
  const terms = new TermWork(assets);
  return { library: new LibraryWork(terms, files), terms, citing: new CitingWork(assets) };
}
