/** Files that can be read from where the heavy work runs, without the extension host. */
export interface LocalFiles {
  /**
   * @param uri an address whose scheme is `file`
   * @returns undefined where there is no such file
   */
  read(uri: string): Promise<Uint8Array | undefined>;

  /**
   * Reads a file of which it is known what it was before; where there is a quick way to compare the two.
   * @returns undefined where there is no such file
   */
  readLike?(uri: string, before: Uint8Array): Promise<FileLike | undefined>;

  /** @returns the file's size and time of change; undefined where there is no such file */
  stamp(uri: string): Promise<FileStamp | undefined>;

  /**
   * Writes a file that nothing of the user's is lost with, making its folder where that is missing.
   * @returns whether it could be written; if not, what was there is there still
   */
  write(uri: string, bytes: Uint8Array): Promise<boolean>;
}

/** How many bytes two texts have in common at their beginnings, and then at their ends. */
export interface CommonEnds {
  readonly start: number;
  readonly end: number;
}

/** A file's bytes, and what of them is as it was before. */
export interface FileLike {
  readonly bytes: Uint8Array;
  readonly common: CommonEnds;
}

/** What tells one state of a file from another without reading it. */
export interface FileStamp {
  /** In bytes. */
  readonly size: number;
  /** When it was last changed, in milliseconds since 1970. */
  readonly modified: number;
}

/** Read-only data that ships with Casebook (`dist/data`): styles, locales, the built-in glossary. */
export interface Assets {
  /**
   * @param path relative to the data folder, with `/`: `locales/en-US.json`
   * @returns the text, or undefined where there is no such asset
   */
  read(path: string): Promise<string | undefined>;
}

/** The same, where some of it is no text. */
export interface PackedAssets extends Assets {
  bytes(path: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** The text files of the user's folder. */
export interface TextFiles {
  /**
   * @param path absolute, with `/`
   * @returns undefined where there is no such file, or none that can be read as text
   */
  read(path: string): Promise<string | undefined>;
}

/** Files that Casebook keeps for itself between sessions, which all windows share. Addresses are in the form of a URI. */
export interface OwnFiles {
  /** @returns the names of what is in a folder, unfinished files left out; none where there is no such folder */
  list(folder: string): Promise<readonly string[]>;

  /**
   * @param range only these bytes, fewer where the file ends sooner
   * @returns undefined where there is no such file, or none that can be read
   */
  read(uri: string, range?: ByteRange): Promise<Uint8Array | undefined>;

  /**
   * Reads a file to where its bytes are to be; where that spares a copy.
   * @param bytes as many as the file has
   * @returns false where there is no such file, or a shorter one
   */
  readInto?(uri: string, bytes: Uint8Array): Promise<boolean>;

  /**
   * Reads a file of which it is known what it was before; where there is a quick way to compare the two.
   * @returns undefined where there is no such file
   */
  readLike?(uri: string, before: Uint8Array): Promise<FileLike | undefined>;

  /** @returns the file's size and time of change; undefined where there is no such file */
  stamp(uri: string): Promise<FileStamp | undefined>;

  /**
   * Writes a file whole or not at all, making its folder where that is missing.
   * @param pieces what it holds, one after the other
   * @returns undefined where it was written, else why it was not; what was there is there still
   */
  write(uri: string, ...pieces: readonly Uint8Array[]): Promise<WriteFault | undefined>;

  /** Deletes a file, or a folder with all that is in it; nothing where it is gone already. */
  remove(uri: string): Promise<void>;
}

/** `full`: no room on the disk. `denied`: it may not be written, or the disk fails. */
export type WriteFault = 'full' | 'denied';

/** Bytes of a file: from `start` up to, not including, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The web, as far as it is read. Nothing throws: what goes wrong is an answer. */
export interface Http {
  /**
   * Asks for what is at an address, following redirects.
   * @param headers of the request; `Accept-Encoding` is the browser's own affair in a browser
   */
  open(address: string, headers: Readonly<Record<string, string>>): Promise<HttpAnswer | HttpFailure>;

  /** @returns the next bytes of an answer; nothing more once they have ended */
  read(id: number): Promise<{ readonly bytes: Uint8Array | undefined } | HttpFailure>;

  /** Gives an answer up; a `read` that waits for it ends. */
  close(id: number): Promise<void>;
}

export interface HttpAnswer {
  /** By which its bytes are read. */
  readonly id: number;
  readonly status: number;
  /** Where the redirects led. */
  readonly address: string;
  /** By their names in small letters, as far as they may be seen. */
  readonly headers: Readonly<Record<string, string>>;
  /** How many bytes `read` will give; undefined where that is not known. */
  readonly length?: number;
  /** Whether the bytes are those that the server keeps, not ones that were packed for the way and unpacked here. */
  readonly isAsKept: boolean;
}

/**
 * Why there is no answer, or none to its end. `offline`: no name can be looked up. `refused`: nobody listens there. `cut`: the
 * connection ended too soon. `stalled`: nothing came for a long time. `redirects`: they lead round in a circle. `certificate`:
 * the server cannot prove who it is. `blocked`: a browser does not say why; the server allows no other pages, or is out of reach.
 */
export interface HttpFailure {
  readonly failure: 'offline' | 'refused' | 'cut' | 'stalled' | 'redirects' | 'certificate' | 'blocked' | 'closed';
}

export interface Clock {
  /** @param duration in milliseconds */
  wait(duration: number): Promise<void>;
}
