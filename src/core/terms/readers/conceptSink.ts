import type { Concept } from '../concept';
import type { TerminologyHead } from './terminologyHead';

/** How near a synonym's meaning is to its concept's, in OBO's words. */
export type SynonymScope = 'exact' | 'narrow' | 'broad' | 'related';

/** A name that does not mean exactly what its concept does. */
export interface InexactName {
  readonly name: string;
  readonly scope: Exclude<SynonymScope, 'exact'>;
  /** Its capitals count. */
  readonly abbreviation?: true;
}

/** A relation other than to a broader concept: `{ type: 'part of', target: 'UBERON:0002107' }`. */
export interface ConceptRelation {
  readonly type: string;
  /** A CURIE. */
  readonly target: string;
}

/**
 * A concept as its source has it. Ids are CURIEs (`HP:0001974`, `MESH:D007955`, `UMLS:C0023518`), as are `xrefs`, `broader`
 * and the targets of relations, which may name concepts that the source does not hold. All texts are outside texts.
 */
export interface SourceConcept extends Omit<Concept, 'terminology' | 'source' | 'type'> {
  /** Names with the same meaning; `name` is not among them, and none stands twice. */
  readonly synonyms: readonly string[];
  /** Short forms with the same meaning. */
  readonly abbreviations: readonly string[];
  /** Names of a broader, narrower or related meaning; which of them are searched for is chosen where an index is compiled. */
  readonly inexact: readonly InexactName[];
  /** Semantic types by their names: `Neoplastic Process`; or the branch it stands in: `Phenotypic abnormality`. */
  readonly types: readonly string[];
  /** Ids of broader concepts. They may run in circles (the reader tells of it): whoever follows them must look out. */
  readonly broader: readonly string[];
  readonly relations: readonly ConceptRelation[];
  /** Not to be used any more: known by its id, but none of its names are searched for. */
  readonly obsolete?: true;
  /** What to use in place of an obsolete concept. */
  readonly replacedBy?: readonly string[];
}

/** Takes a terminology in, one concept at a time; nothing of a concept is asked for again. */
export interface ConceptSink {
  /** Called once, not always before the first concept: some formats have their head at the end. */
  head(head: TerminologyHead): void;

  /** No two concepts that are added have the same id. */
  add(concept: SourceConcept): void;
}
