import { aliasesOf } from './aliases';
import type { BibliographyWork } from './bibliography/bibliographyWork';
import { nextTurn } from './bibliography/turn';
import { type DuplicateGroup, findDuplicates } from './findDuplicates';
import { identityRecord } from './identityRecord';
import { mergedBibliography, type RecordMerge, type MergedBibliography } from './mergedBibliography';
import type { CslItem } from './record';

/** A record among others of its folder: a paper, or with its place in a bibliography. */
export interface SoughtRecord {
  /** The paper file's or the bibliography's address. */
  readonly uri: string;
  /** Its place among the bibliography's records; undefined for a paper. */
  readonly index?: number;
  /** What `identityRecord` leaves of it. */
  readonly record: CslItem;
  /** Of a paper, the keys of those that were told apart from it. */
  readonly differentFrom?: readonly string[];
}

/** What a search for duplicates looks through. */
export interface DuplicateSearch {
  readonly papers: readonly SoughtRecord[];
  /** The addresses of bibliographies that are open. */
  readonly bibliographies: readonly string[];
  /** Pairs of citekeys that the user told apart. */
  readonly different: readonly (readonly [string, string])[];
}

/** How far a search is, in records. */
export interface DuplicateProgress {
  readonly done: number;
  readonly total: number;
}

/** So many records are read from a bibliography before anything else may have its turn: some ten milliseconds. */
const recordsAtOnce = 250;
/** So many steps, of about a millisecond each, records are compared in one go. */
const stepsAtOnce = 10;

/** Looks for works that papers and bibliographies have more than once, and merges records of bibliographies. */
export class DuplicateWork {
  private readonly running = new Map<number, { done: number; total: number }>();

  constructor(private readonly bibliographies: BibliographyWork) {}

  /**
   * @param task a number that `progress` and `stop` call the search by
   * @returns the groups of records of one work; undefined where it was stopped
   */
  async seek(task: number, { papers, bibliographies, different }: DuplicateSearch): Promise<DuplicateGroup<SoughtRecord>[] | undefined> {
    const listed = bibliographies.reduce((sum, uri) => sum + this.bibliographies.count(uri), 0);
    const progress = { done: 0, total: papers.length + listed };
    this.running.set(task, progress);
    const records = [...papers];
    // A paper's file that a note names as its bibliography holds that paper, and nothing that is there twice.
    const own = new Set(papers.map(({ uri }) => uri));
    for (const uri of bibliographies.filter((one) => !own.has(one))) {
      for (let from = 0; from < this.bibliographies.count(uri); from += recordsAtOnce) {
        if (!this.running.has(task)) return undefined;
        records.push(...(await this.slice(uri, from)));
        progress.done = records.length / 2;
        await nextTurn();
      }
    }
    const groups = await this.compare(task, records, wereToldApart(different), progress);
    this.running.delete(task);
    return groups;
  }

  /** @returns how far a search is; undefined where it is not going on */
  progress(task: number): DuplicateProgress | undefined {
    return this.running.get(task);
  }

  stop(task: number): void {
    this.running.delete(task);
  }

  /**
   * Merges records of an open bibliography in its text as it stands in an editor.
   * @returns what `mergedBibliography` does; undefined where the bibliography is not open
   */
  mergeIn(uri: string, text: string, merge: RecordMerge): MergedBibliography | undefined {
    const format = this.bibliographies.format(uri);
    return format === undefined ? undefined : mergedBibliography(text, format, merge);
  }

  private async slice(uri: string, from: number): Promise<SoughtRecord[]> {
    const indexes = Array.from({ length: Math.min(recordsAtOnce, this.bibliographies.count(uri) - from) }, (_, at) => from + at);
    const records = await this.bibliographies.records(uri, indexes);
    return records.flatMap((record, at) => (record ? [{ uri, index: from + at, record: identityRecord(record) }] : []));
  }

  private async compare(task: number, records: readonly SoughtRecord[], areDifferent: AreDifferent, progress: { done: number }): Promise<DuplicateGroup<SoughtRecord>[] | undefined> {
    const finding = findDuplicates(records, areDifferent);
    for (let count = 0; ; count += 1) {
      const step = finding.next();
      if (step.done) return step.value;
      if (count % stepsAtOnce > 0) continue;
      progress.done = (records.length + step.value) / 2;
      await nextTurn();
      if (!this.running.has(task)) return undefined;
    }
  }
}

type AreDifferent = (a: SoughtRecord, b: SoughtRecord) => boolean;

/**
 * A record that answers to another's key in another file is that work to every note already: a library that was imported
 * from a bibliography is not all duplicates.
 */
function wereToldApart(different: DuplicateSearch['different']): AreDifferent {
  const pairs = new Set(different.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]));
  return (a, b) => {
    if (a.index === undefined && b.index === undefined) return namesApart(a, b) || namesApart(b, a);
    return pairs.has(`${a.record.id}\n${b.record.id}`) || (a.uri !== b.uri && shareKey(a.record, b.record));
  };
}

function namesApart({ differentFrom }: SoughtRecord, { record }: SoughtRecord): boolean {
  return differentFrom?.includes(record.id) ?? false;
}

function shareKey(a: CslItem, b: CslItem): boolean {
  return a.id === b.id || aliasesOf(a).includes(b.id) || aliasesOf(b).includes(a.id);
}
