import type { TerminologyCounts } from '../readers/readTerminology';
import type { TerminologyHead } from '../readers/terminologyHead';
import type { SectionKind } from './sectionFile';

/** The sections of a terminology's file, in their order. Numbers are of the size given; `ends` are where each text ends. */
export const enum StoreSection {
  /** JSON: `StoreSummary`. */
  Summary,
  Ids,
  /** 32 bits each. */
  IdEnds,
  /** 32 bits: `placeTable` of the ids. */
  IdTable,
  Names,
  /** 32 bits each. */
  NameEnds,
  /** 8 bits a name: `NameKind` and what else is said of it. */
  NameKinds,
  /** 32 bits a concept, and one after the last: the number of its first name. */
  FirstNames,
  /** 16 bits a concept: the number of its types, and `obsoleteBit`. */
  Facts,
  Details,
  /** 32 bits a concept. */
  DetailEnds,
  /** 32 bits: `LinkLists` of the broader concepts, then of the narrower ones. */
  Links,
  Xrefs,
  /** 32 bits each. */
  XrefEnds,
  /** 32 bits a concept, and one after the last: the number of its first cross-reference. */
  FirstXrefs,
  /** The parts of `NameWords`: the first of 16 bits each, the others of 32. */
  SearchUnits,
  SearchEnds,
  SearchSorted,
  SearchStarts,
  SearchNames,
  Count,
}

export const storeKind: SectionKind = { magic: 0x53_54_42_43, version: 1, sections: StoreSection.Count };

/** What is known of a terminology without looking at its concepts. */
export interface StoreSummary {
  readonly head: TerminologyHead;
  readonly counts: TerminologyCounts;
  /** The semantic types that concepts have, each row of them once; the first is none. */
  readonly types: readonly (readonly string[])[];
}

/** What a name is to its concept; in the lowest two bits of what is said of it. */
export const enum NameKind {
  Name,
  Synonym,
  Abbreviation,
  /** Of a meaning that is not the concept's own: its scope is in the next two bits. */
  Inexact,
}

export const kindMask = 3;
export const scopeShift = 2;
export const scopes = ['narrow', 'broad', 'related'] as const;
/** An inexact name that is an abbreviation. */
export const inexactAbbreviationBit = 1 << 4;
/** The name has other characters than ASCII's. */
export const notAsciiBit = 1 << 5;

export const obsoleteBit = 1 << 15;
