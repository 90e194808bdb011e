/** A file's bytes, read where they are asked for: a terminology's definitions stay on the disk until one is shown. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;

  /** @returns the bytes from `start` to before `end`; fewer or none where the file has become shorter or is gone */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** Bytes that are in memory as a source. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) };
}
