import type { Uri } from 'vscode';
import type { ConceptRef, ConceptSummary } from '../../core/terms/noteTermsWork';

/** A concept that the shown document speaks of. */
export interface ConceptNode {
  readonly kind: 'concept';
  readonly id: string;
  readonly concept: ConceptRef;
  readonly folder: string | undefined;
  /** The document's address. */
  readonly uri: Uri;
  readonly summary: ConceptSummary;
}

/** A concept above or below another; the document may not speak of it. */
export interface KinNode {
  readonly kind: 'kin';
  readonly id: string;
  readonly concept: ConceptRef;
  readonly folder: string | undefined;
  readonly direction: 'broader' | 'narrower';
  readonly parent: ConceptNode | KinNode;
}

/** Says that there is nothing above or below. */
export interface NoKinNode {
  readonly kind: 'noKin';
  readonly id: string;
  readonly parent: ConceptNode | KinNode;
}

export type TermNode = ConceptNode | KinNode | NoKinNode;
