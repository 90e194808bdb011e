import type { ConceptRelation, InexactName, SourceConcept } from '../readers/conceptSink';
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

/** @returns the bytes of what is stated; none where nothing is */
export function encodeDetails({ definition, xrefs, broader, relations, replacedBy }: SourceConcept): Uint8Array {
  const stored: StoredDetails = {
    ...(definition !== undefined && { definition }),
    ...(xrefs.length > 0 && { xrefs }),
    ...(broader.length > 0 && { broader }),
    ...(relations.length > 0 && { relations }),
    ...(replacedBy && replacedBy.length > 0 && { replacedBy }),
  };
  const json = JSON.stringify(stored);
  if (json === '{}') return new Uint8Array(0);
  const text = new TextEncoder().encode(json);
  const bytes = new Uint8Array(checksumSize + text.length);
  new DataView(bytes.buffer).setUint32(0, checksum(text), true);
  bytes.set(text, checksumSize);
  return bytes;
}

/** @returns undefined for bytes that are not those that were written */
export function decodeDetails(bytes: Uint8Array): StoredDetails | undefined {
  if (bytes.length === 0) return {};
  if (bytes.length < checksumSize) return undefined;
  const text = bytes.slice(checksumSize);
  if (new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) !== checksum(text)) return undefined;
  return JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(text)) as StoredDetails;
}
