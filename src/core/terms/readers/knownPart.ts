import type { PartKind } from './detectFormat';
import type { TerminologyPart } from './terminologyPart';

/** A part, and what it is. */
export interface KnownPart extends TerminologyPart {
  readonly kind: PartKind;
}
