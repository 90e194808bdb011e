import { createWork, type Work } from '../../../src/core/work';
import type { CslItem } from '../../../src/core/library/record';
import { Library, type LibraryPaper } from '../../../src/core/library/library';
import type { RecordSource } from '../../../src/features/library/sourceNodes';
import { FetchHttp } from '../../../src/platform/http/fetchHttp';
import { hostClock } from '../../../src/platform/http/hostClock';
import { Log } from '../../../src/platform/log';
import type { WorkerThread } from '../../../src/platform/workers/workerThread';
import { MemoryOwnFiles } from '../../support/memoryOwnFiles';
import { EventEmitter, type LogOutputChannel, type Memento } from 'vscode';

/** A paper as the library holds it, with what a test says of it. */
export function libraryPaper(record: Partial<CslItem> & { id: string }, rest: Partial<LibraryPaper> = {}): LibraryPaper {
  return {
    record: { type: 'article-journal', ...record },
    subjects: [],
    uri: `file:///casebook/library/${record.id}.yaml`,
    folder: 'file:///casebook',
    attachments: [],
    topics: [],
    ...rest,
  };
}

export function libraryOf(...papers: LibraryPaper[]): Library {
  const library = new Library();
  library.change(papers.map((paper) => ({ uri: paper.uri, paper, problems: [] })));
  return library;
}

/** A folder that names no bibliography. */
export function noBibliographies(): RecordSource {
  return { list: () => [], onDidChange: new EventEmitter<void>().event, record: async () => undefined, rows: async () => [], matching: async () => ({ rows: [], total: 0 }) };
}

export function memento(): Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: (key: string, fallback?: unknown) => values.get(key) ?? fallback,
    update: async (key, value) => void values.set(key, value),
  } as Memento;
}

/** A log that keeps what it was told. */
export function keepingLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const keep = (line: string): void => void lines.push(line);
  return { log: new Log({ info: keep, error: keep } as unknown as LogOutputChannel), lines };
}

/** The worker's services in this thread, without a glossary. `hold` makes a reading wait. */
export function workHere(hold: () => Promise<void> = async () => undefined): WorkerThread<Work> {
  const noFiles = { read: async () => undefined, stamp: async () => undefined, write: async () => false };
  const { library } = createWork({ read: async () => '[]', bytes: async () => undefined }, noFiles, { files: new MemoryOwnFiles(), http: new FetchHttp(), clock: hostClock, session: 'test' });
  const readPapers: typeof library.readPapers = async (sources) => {
    const results = await library.readPapers(sources);
    await hold();
    return results;
  };
  const remote = { library: { readPapers } };
  return { get: async () => remote, canRead: () => false, onDidStart: new EventEmitter().event } as unknown as WorkerThread<Work>;
}

/** A paper file with one record. */
export function paperText(id: string, title = `A title of ${id}`): string {
  return `references:\n  - id: ${id}\n    type: article-journal\n    title: ${title}\n`;
}
