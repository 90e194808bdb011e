import type { WriteFault } from '../../ports';
import type { DownloadFault } from '../download/downloadFault';
import type { ReadOptions, TerminologyProblem } from '../readers/readTerminology';
import type { TablePreview } from '../readers/tablePreview';
import type { TerminologyHead } from '../readers/terminologyHead';
import type { TerminologyFile } from './fileParts';
import type { InstalledTerminology } from './installedTerminology';

/** What is to be read as a terminology. */
export type TerminologyRequest = {
  readonly from: { readonly address: string } | { readonly files: readonly TerminologyFile[] };
  /** What the user said, or is known, about it. */
  readonly options?: Pick<ReadOptions, 'format' | 'columns' | 'umls' | 'language' | 'head'>;
  /** `InstalledTerminology.branches` */
  readonly branches?: readonly string[];
  /** What its address held when it was read last: where it holds that still, nothing is read. */
  readonly known?: string;
  /** The day of today, as `2026-11-26`. */
  readonly today: string;
};

/** A terminology that was read and waits for the user to say whether it is kept. */
export interface ReadAnswer {
  readonly kind: 'read';
  /** The id it is going to be kept under. */
  readonly id: string;
  readonly terminology: InstalledTerminology;
  readonly problems: readonly TerminologyProblem[];
  /** What is kept under the id now. */
  readonly replaces: InstalledTerminology | undefined;
  /** Where it is a table whose columns nobody chose. */
  readonly table?: TablePreview;
}

export type TerminologyAnswer =
  | ReadAnswer
  | { readonly kind: 'unchanged' | 'cancelled' }
  /** It could not be loaded. */
  | { readonly kind: 'not-loaded'; readonly fault: DownloadFault }
  | { readonly kind: 'no-file'; readonly uri: string }
  /** What was read is no terminology, or holds no concept. */
  | { readonly kind: 'nothing'; readonly problems: readonly TerminologyProblem[]; readonly table?: TablePreview }
  /** Its words may be used with an agreement only: nothing that anyone may load from an address. */
  | { readonly kind: 'licence-needed'; readonly head: TerminologyHead }
  | { readonly kind: 'not-written'; readonly fault: WriteFault | 'gone' };

/** What work on a terminology is doing. */
export type TerminologyStage = 'downloading' | 'reading' | 'writing';
