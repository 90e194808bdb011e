import type { ByteSource } from './byteSource';
import { checksum } from './checksum';

/**
 * A file of sections of bytes, which are used as they lie there, without parsing:
 *
 *     magic, format version, number of sections, checksum of this header (that field as 0)
 *     for each section: where it begins, its length in bytes, its checksum, 0
 *     the sections, each at a multiple of 16 bytes
 *
 * All are 32 bits in the machine's own order: a file that another kind of machine wrote is a foreign one.
 */
export interface SectionKind {
  readonly magic: number;
  readonly version: number;
  readonly sections: number;
}

/**
 * Why a file can't be used, and has to be made again: it is no file of its kind, of another version of Casebook, shorter than
 * it was made, or its bytes are not those that were written.
 */
export type FileFault = 'foreign' | 'older' | 'newer' | 'cut-short' | 'damaged';

export type FileOpening<T> = { readonly kind: 'opened'; readonly file: T } | { readonly kind: 'fault'; readonly fault: FileFault };

const wordsBefore = 4;
const wordsOfSection = 4;
const alignment = 16;

/** @returns the file, in pieces to be written one after the other */
export function sectionFile(kind: SectionKind, sections: readonly Uint8Array[]): Uint8Array[] {
  const header = new Uint32Array(wordsBefore + sections.length * wordsOfSection);
  header.set([kind.magic, kind.version, sections.length, 0]);
  const pieces: Uint8Array[] = [bytesOf(header)];
  let at = header.byteLength;
  sections.forEach((section, number) => {
    header.set([at, section.length, checksum(section), 0], wordsBefore + number * wordsOfSection);
    const padding = -section.length & (alignment - 1);
    pieces.push(section, new Uint8Array(padding));
    at += section.length + padding;
  });
  if (at > 0xffffffff) throw new RangeError('A file of terms of more than 4 GB');
  header[3] = checksum(bytesOf(header));
  return pieces;
}

/** The bytes of a typed array, not copied. */
export function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Reads sections of a file, each when it is asked for. */
export class SectionReader {
  private constructor(
    private readonly source: ByteSource,
    private readonly header: Uint32Array,
  ) {}

  /** Looks at the header only. */
  static async open(source: ByteSource, kind: SectionKind): Promise<FileOpening<SectionReader>> {
    const length = (wordsBefore + kind.sections * wordsOfSection) * 4;
    const bytes = (await source.read(0, Math.min(length, source.size))).slice();
    const fault = faultOf(bytes, kind, source.size);
    if (fault) return { kind: 'fault', fault };
    return { kind: 'opened', file: new SectionReader(source, new Uint32Array(bytes.buffer)) };
  }

  /** The checksums of all sections in one: the file's own. */
  get fingerprint(): number {
    return this.header[3] ?? 0;
  }

  /** The length of a section, in bytes. */
  lengthOf(section: number): number {
    return this.header[wordsBefore + section * wordsOfSection + 1] ?? 0;
  }

  /** @returns a whole section, at an address that any typed array may begin at; undefined where it is damaged or gone */
  async section(number: number): Promise<Uint8Array | undefined> {
    const bytes = await this.part(number, 0, this.lengthOf(number));
    if (bytes.length < this.lengthOf(number)) return undefined;
    const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
    return checksum(aligned) === this.header[wordsBefore + number * wordsOfSection + 2] ? aligned : undefined;
  }

  /** @returns a part of a section, not checked; fewer bytes where they are gone */
  part(number: number, start: number, end: number): Promise<Uint8Array> {
    const from = this.header[wordsBefore + number * wordsOfSection] ?? 0;
    const length = this.lengthOf(number);
    return this.source.read(from + Math.min(start, length), from + Math.min(end, length));
  }
}

function faultOf(bytes: Uint8Array, kind: SectionKind, size: number): FileFault | undefined {
  if (bytes.length < 8) return 'cut-short';
  const [magic = 0, version = 0] = new Uint32Array(bytes.buffer, 0, 2);
  if (magic !== kind.magic) return 'foreign';
  if (version !== kind.version) return version > kind.version ? 'newer' : 'older';
  if (bytes.length < (wordsBefore + kind.sections * wordsOfSection) * 4) return 'cut-short';
  const header = new Uint32Array(bytes.slice().buffer);
  const expected = header[3];
  header[3] = 0;
  if (checksum(bytesOf(header)) !== expected || header[2] !== kind.sections) return 'damaged';
  for (let at = wordsBefore; at < header.length; at += wordsOfSection) {
    if ((header[at] ?? 0) + (header[at + 1] ?? 0) > size) return 'cut-short';
  }
  return undefined;
}
