/** A file of a terminology. Most have one; UMLS has several, and MeSH may bring its tree. */
export interface TerminologyPart {
  /** For messages; formats, and the files of UMLS, are known by content. */
  readonly name: string;
  /** In bytes, where it is known. */
  readonly size?: number;
  /**
   * The bytes from an offset on, from the beginning without one. Some formats are read twice, and what is in a zip archive
   * is read from where it stands.
   */
  open(from?: number): AsyncIterable<Uint8Array>;
}

/** Bytes that are in memory as a part. */
export function partOf(name: string, bytes: Uint8Array): TerminologyPart {
  return {
    name,
    size: bytes.length,
    async *open(from = 0) {
      yield bytes.subarray(from);
    },
  };
}
