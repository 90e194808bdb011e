import type { Problem } from '../../problems/problem';
import type { ConceptSink } from './conceptSink';
import type { TerminologyHead } from './terminologyHead';
import type { TerminologyPart } from './terminologyPart';

/** Told from one another by content. */
export type TerminologyFormat =
  | 'obo' | 'obo-graphs' | 'mesh-xml' | 'mesh-ascii' | 'mesh-terms' | 'umls-rrf' | 'ctd' | 'skos' | 'ssslm' | 'csv';

/** Which columns of a table hold what, by the names in its first line, or by number (`'1'`, `'2'`) where it has none. */
export interface ColumnMapping {
  readonly name: string;
  /** Rows with the same id are one concept. Without ids, a concept's id is made of its name. */
  readonly id?: string;
  readonly synonyms?: readonly string[];
  readonly abbreviations?: readonly string[];
  readonly definition?: string;
  readonly type?: string;
  readonly xrefs?: readonly string[];
  readonly broader?: readonly string[];
  /** Rows with `true`, `yes` or `1` in it are obsolete. */
  readonly obsolete?: string;
  /** Put before ids that are no CURIEs: `MESH`. */
  readonly prefix?: string;
  /** What parts several texts in one field; `|` or `;` by itself where it is left out. */
  readonly separator?: string;
}

/** Which atoms of a UMLS release are taken. */
export interface UmlsFilter {
  /** Source vocabularies (`SAB`), most preferred first; all without. */
  readonly sources?: readonly string[];
  /** `ENG` without. */
  readonly languages?: readonly string[];
  /** Suppressed and obsolete atoms as well. */
  readonly suppressed?: boolean;
}

export interface ReadOptions {
  /** Found out where it is left out. */
  readonly format?: TerminologyFormat;
  /** For tables: which columns hold what; guessed from their names where it is left out. */
  readonly columns?: ColumnMapping;
  readonly umls?: UmlsFilter;
  /** The language of SKOS labels, as `en`, which is meant without; labels without a language count too. */
  readonly language?: string;
  /** What is known of the terminology beside its file: goes before what the file says. */
  readonly head?: Partial<TerminologyHead>;
  /** Looked at between pieces of the file. */
  readonly signal?: { readonly aborted: boolean };
  /** @param bytes how many of the parts' bytes (as they are stored, packed or not) have been read; never less than before */
  readonly onProgress?: (bytes: number) => void;
}

/** What is wrong in a terminology, and where. */
export type TerminologyProblem = Problem & {
  /** The part it is in: `MRDEF.RRF`. */
  readonly part?: string;
  /** Counted from 1. */
  readonly line?: number;
};

export interface TerminologyReading {
  readonly format: TerminologyFormat | undefined;
  readonly head: TerminologyHead;
  readonly counts: TerminologyCounts;
  /** The first of each kind; where there are many, one that says how many more there are. */
  readonly problems: readonly TerminologyProblem[];
  /** Reading was broken off by the signal: the sink has got a part of the concepts only. */
  readonly cancelled: boolean;
}

export interface TerminologyCounts {
  /** Without the obsolete ones. */
  readonly concepts: number;
  readonly obsolete: number;
  /** Preferred names, synonyms and abbreviations of concepts that are not obsolete. */
  readonly names: number;
  readonly inexact: number;
  readonly definitions: number;
}

/**
 * Reads a terminology of any known format, plain or packed (gzip, zip), and hands its concepts to a sink one by one.
 * Never throws for what the bytes are; what is wrong with them is told, and the rest is read. What the sink or `open` throws
 * is thrown on. `terminologyReader.ts` has it.
 */
export type ReadTerminology = (parts: readonly TerminologyPart[], options: ReadOptions, sink: ConceptSink) => Promise<TerminologyReading>;
