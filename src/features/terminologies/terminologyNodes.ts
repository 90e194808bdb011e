import type { Uri } from 'vscode';
import type { GlossaryCounts } from '../../core/terms/termWork';
import type { BranchConcept } from '../../core/terms/terminologies/terminologyConcepts';
import type { KeptTerminology } from '../../core/terms/terminologies/terminologyFolder';

/** One of the two glossaries: the built-in one, or a folder's own. */
export interface GlossaryNode {
  readonly kind: 'glossary';
  readonly id: string;
  /** The file; undefined for the built-in one. */
  readonly file: Uri | undefined;
  readonly counts: GlossaryCounts;
}

export interface TerminologyNode {
  readonly kind: 'terminology';
  /** The terminology's own id too. */
  readonly id: string;
  readonly kept: KeptTerminology;
}

/** Something that is known of a terminology. */
export interface FactNode {
  readonly kind: 'fact';
  readonly id: string;
  readonly parent: TerminologyNode | GlossaryNode;
  readonly label: string;
  readonly description?: string;
  readonly icon: string;
  /** A page about it. */
  readonly address?: string;
}

/** A part of a terminology that counts alone; without a concept, that it counts as a whole. */
export interface BranchNode {
  readonly kind: 'branch';
  readonly id: string;
  readonly parent: TerminologyNode;
  readonly concept: BranchConcept | undefined;
}

/** Whether a terminology counts in one of several folders. */
export interface FolderNode {
  readonly kind: 'folder';
  readonly id: string;
  readonly parent: TerminologyNode;
  readonly folder: Uri;
  readonly name: string;
}

export type Node = GlossaryNode | TerminologyNode | FactNode | BranchNode | FolderNode;

export function isTerminologyNode(row: unknown): row is TerminologyNode {
  return (row as Partial<TerminologyNode> | null | undefined)?.kind === 'terminology';
}

export function isBranchNode(row: unknown): row is BranchNode {
  return (row as Partial<BranchNode> | null | undefined)?.kind === 'branch';
}
