import type { PlacedFinding } from './checks/checkText';
import type { Problem } from '../problems/problem';
import type { RangedProblem } from '../problems/rangedProblem';
import type { Topic } from '../terms/concept';
import { aliasesOf } from './aliases';
import type { Paper } from './paper';

/** A paper as the library holds it: what its file says, and what Casebook made of it. */
export interface LibraryPaper extends Paper {
  /** The paper file. */
  readonly uri: string;
  /** The workspace folder it belongs to; only notes of that folder cite it. */
  readonly folder: string;
  /** Files beside it with the same stem. */
  readonly attachments: readonly string[];
  /** Heaviest first. */
  readonly topics: readonly Topic[];
}

/** What reading one paper file gave. A file without a paper still has its problems. */
export interface PaperReading {
  readonly uri: string;
  readonly paper: LibraryPaper | undefined;
  readonly problems: readonly Problem[];
  /** What the checks of its fields found, by all rules. */
  readonly findings?: readonly PlacedFinding[];
  /** What is wrong in the full texts beside it, as far as these were read. */
  readonly attached?: readonly AttachedProblems[];
}

/** What is wrong in a file beside a paper. */
export interface AttachedProblems {
  readonly uri: string;
  readonly problems: readonly RangedProblem[];
}

/** All papers of the open folders, kept in step with their files by whoever reads them. */
export class Library {
  private readonly readings = new Map<string, PaperReading>();
  private readonly listeners = new Set<() => void>();
  private byKey: Map<string, LibraryPaper[]> | undefined;
  private byAlias: Map<string, LibraryPaper[]> | undefined;
  private byConcept: Map<string, LibraryPaper[]> | undefined;
  private resolveLoaded: () => void = () => undefined;
  /** Resolves when every paper that is there at the start has been read. */
  readonly loaded = new Promise<void>((resolve) => {
    this.resolveLoaded = resolve;
  });

  /** Told by who reads the papers: those that are there at the start are in. */
  markLoaded(): void {
    this.resolveLoaded();
  }

  /** @returns every paper, in no promised order */
  papers(): LibraryPaper[] {
    return [...this.readings.values()].flatMap(({ paper }) => paper ?? []);
  }

  /** @returns the papers that notes of a workspace folder can cite */
  papersOf(folder: string): LibraryPaper[] {
    return this.papers().filter((paper) => paper.folder === folder);
  }

  /** @returns what reading each paper file gave, its problems included */
  all(): Iterable<PaperReading> {
    return this.readings.values();
  }

  at(uri: string): LibraryPaper | undefined {
    return this.readings.get(uri)?.paper;
  }

  /** @returns what is wrong in a paper file */
  problemsOf(uri: string): readonly Problem[] {
    return this.readings.get(uri)?.problems ?? [];
  }

  /** @returns what the checks of a paper's fields found, by all rules */
  findingsOf(uri: string): readonly PlacedFinding[] {
    return this.readings.get(uri)?.findings ?? [];
  }

  /**
   * @param folder the workspace folder of the citing note; undefined looks in all
   * @returns the paper with the citekey, the first by file name where several bear it; else one that has it as an alias
   */
  find(key: string, folder?: string): LibraryPaper | undefined {
    const isThere = (paper: LibraryPaper): boolean => folder === undefined || paper.folder === folder;
    return this.withKey(key).find(isThere) ?? this.withAlias(key).find(isThere);
  }

  /** @returns all papers with the citekey: more than one is a mistake of the user's */
  withKey(key: string): readonly LibraryPaper[] {
    this.byKey ??= groupBy(this.papers(), (paper) => [paper.record.id]);
    return this.byKey.get(key) ?? [];
  }

  /** @returns the papers that speak of a concept, those in which it weighs most first */
  speakingOf(concept: string): readonly LibraryPaper[] {
    if (!this.byConcept) {
      this.byConcept = groupBy(this.papers(), ({ topics }) => topics.map((topic) => topic.concept));
      for (const [id, papers] of this.byConcept) papers.sort((a, b) => weight(b, id) - weight(a, id));
    }
    return this.byConcept.get(concept) ?? [];
  }

  /** Puts in what was read anew, takes out what is gone, and tells the listeners once. */
  change(read: readonly PaperReading[], gone: readonly string[] = []): void {
    if (read.length === 0 && gone.length === 0) return;
    for (const uri of gone) this.readings.delete(uri);
    for (const reading of read) this.readings.set(reading.uri, reading);
    this.changed();
  }

  /**
   * @param listener called after each change
   * @returns a function that ends it
   */
  onDidChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private withAlias(key: string): readonly LibraryPaper[] {
    this.byAlias ??= groupBy(this.papers(), ({ record }) => [...aliasesOf(record)]);
    return this.byAlias.get(key) ?? [];
  }

  private changed(): void {
    this.byKey = undefined;
    this.byAlias = undefined;
    this.byConcept = undefined;
    for (const listener of this.listeners) listener();
  }
}

function weight(paper: LibraryPaper, concept: string): number {
  return paper.topics.find((topic) => topic.concept === concept)?.weight ?? 0;
}

function groupBy(papers: LibraryPaper[], keys: (paper: LibraryPaper) => string[]): Map<string, LibraryPaper[]> {
  const groups = new Map<string, LibraryPaper[]>();
  for (const paper of papers.sort((a, b) => (a.uri < b.uri ? -1 : 1))) {
    for (const key of keys(paper)) {
      const group = groups.get(key);
      if (group) group.push(paper);
      else groups.set(key, [paper]);
    }
  }
  return groups;
}
