import type { ConceptRelation, InexactName, SourceConcept } from '../readers/conceptSink';
import { grown } from '../grown';
import { checksum } from './checksum';

/** What is shown of a concept beside its names. */
export interface ConceptDetails {
  readonly definition?: string;
  /** CURIEs, as are the following ids, which may be of concepts that the terminology does not hold. */
  readonly xrefs: readonly string[];
  readonly broader: readonly string[];
  readonly narrower: readonly string[];
  readonly relations: readonly ConceptRelation[];
  /** What to use in place of an obsolete concept. */
  readonly replacedBy: readonly string[];
  /** Semantic types. */
  readonly types: readonly string[];
  readonly inexact: readonly InexactName[];
}

/** What a concept's part of the file holds. */
export type StoredDetails = Pick<SourceConcept, 'definition' | 'replacedBy'> & {
  readonly xrefs?: readonly string[];
  readonly broader?: readonly string[];
  readonly relations?: readonly ConceptRelation[];
};

/** How many bytes the checksum before a concept's details takes. */
const checksumSize = 4;

/** Makes bytes of concepts' details, one after the other. */
export class DetailsEncoder {
  private readonly encoder = new TextEncoder();
  /** Where a checksum is quickest, bytes begin at a multiple of four. */
  private room = new Uint8Array(1 << 12);

  /** @returns the bytes of what is stated, until the next call; none where nothing is */
  encode(concept: SourceConcept): Uint8Array {
    const json = JSON.stringify(statedBy(concept));
    if (json === '{}') return this.room.subarray(0, 0);
    // A UTF-16 unit becomes three bytes at most.
    this.room = grown(this.room, checksumSize + json.length * 3);
    const { written } = this.encoder.encodeInto(json, this.room.subarray(checksumSize));
    const bytes = this.room.subarray(0, checksumSize + written);
    new DataView(bytes.buffer).setUint32(0, checksum(bytes.subarray(checksumSize)), true);
    return bytes;
  }
}

/** Set one by one rather than spread, which takes three times as long until it is compiled. */
function statedBy({ definition, xrefs, broader, relations, replacedBy }: SourceConcept): StoredDetails {
  const stated: { -readonly [Key in keyof StoredDetails]: StoredDetails[Key] } = {};
  if (definition !== undefined) stated.definition = definition;
  if (xrefs.length > 0) stated.xrefs = xrefs;
  if (broader.length > 0) stated.broader = broader;
  if (relations.length > 0) stated.relations = relations;
  if (replacedBy && replacedBy.length > 0) stated.replacedBy = replacedBy;
  return stated;
}

/** @returns undefined for bytes that are not those that were written */
export function decodeDetails(bytes: Uint8Array): StoredDetails | undefined {
  if (bytes.length === 0) return {};
  if (bytes.length < checksumSize) return undefined;
  const text = bytes.slice(checksumSize);
  if (new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) !== checksum(text)) return undefined;
  return JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(text)) as StoredDetails;
}
