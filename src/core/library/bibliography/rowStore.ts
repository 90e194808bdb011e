import { asciiStarts } from './asciiStarts';
import { ByteWriter } from './byteWriter';
import { NumberList } from './numberList';
import type { RowText } from './row';
import type { ListedRow } from './rowOf';
import { type SearchedTexts, SearchedTextsBuilder } from './searchedTexts';

/** Rows that are decoded together: enough to be quick to keep, few enough to be quick to read one. */
const blockLength = 16;

/** Signs that no text of a row has; between its parts, and after it. */
export const partSign = 0x1f;
export const rowSign = 0x1e;
const partEnd = String.fromCharCode(partSign);
const rowEnd = String.fromCharCode(rowSign);

/** Which part of a row is what; aliases come after these. */
export const enum RowPart { key, names, year, title, container, type, aliases }

/** Rows one after the other as UTF-8: a hundred thousand as objects would take five times the memory, and could not be kept as they are. */
export class RowStore {
  private block = -1;
  private rows: readonly RowText[] = [];
  private knownTypes: readonly string[] | undefined;
  private knownAsciiStarts: Uint32Array | undefined;
  /** For each row where its title begins and where it ends, once that was asked; 0 before. */
  private knownTitles: Uint32Array | undefined;
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /**
   * @param rowStarts where each of them begins, and last where the bytes end
   * @param texts what is searched besides
   */
  constructor(
    readonly bytes: Uint8Array,
    readonly rowStarts: Uint32Array,
    readonly texts: SearchedTexts,
  ) {}

  /** How many rows. */
  get count(): number {
    return this.rowStarts.length - 1;
  }

  /** The type of each row, made when first asked for: to find one type all rows would be looked at each time. */
  get types(): readonly string[] {
    this.knownTypes ??= this.makeTypes();
    return this.knownTypes;
  }

  /** For each row the place from which on it is ASCII, made when first asked for. */
  get asciiStarts(): Uint32Array {
    this.knownAsciiStarts ??= asciiStarts(this.bytes, this.rowStarts);
    return this.knownAsciiStarts;
  }

  at(index: number): RowText | undefined {
    const block = Math.floor(index / blockLength);
    if (block !== this.block) {
      this.rows = this.read(block);
      this.block = block;
    }
    return this.rows[index % blockLength];
  }

  /** @returns where a part of a row begins; the row's end where it has no such part */
  partStart(index: number, part: number): number {
    const end = this.rowStarts[index + 1] as number;
    let at = this.rowStarts[index] as number;
    for (let left = part; left > 0 && at < end; at += 1) if (this.bytes[at] === partSign) left -= 1;
    return at;
  }

  /** @returns where the part ends that begins at a place */
  partEnd(start: number): number {
    let at = start;
    while ((this.bytes[at] as number) !== partSign && (this.bytes[at] as number) !== rowSign) at += 1;
    return at;
  }

  /** @returns where the title of a row begins; remembered, since a phrase is looked for in thousands of titles at each key stroke */
  titleStart(index: number): number {
    const titles = (this.knownTitles ??= new Uint32Array(2 * this.count));
    const known = titles[2 * index] as number;
    if (known > 0) return known;
    const start = this.partStart(index, RowPart.title);
    titles[2 * index] = start;
    titles[2 * index + 1] = this.partEnd(start);
    return start;
  }

  /** @returns where the title of a row ends, once `titleStart` was asked for it */
  titleEnd(index: number): number {
    return this.knownTitles?.[2 * index + 1] ?? 0;
  }

  private makeTypes(): string[] {
    let last = '';
    return Array.from({ length: this.count }, (_, index) => {
      const start = this.partStart(index, RowPart.type);
      const end = this.partEnd(start);
      if (!this.isText(last, start, end)) last = this.decoder.decode(this.bytes.subarray(start, end));
      return last;
    });
  }

  /** Whether a text of ASCII stands in a place. */
  private isText(text: string, start: number, end: number): boolean {
    if (text.length !== end - start) return false;
    for (let at = start; at < end; at += 1) if (this.bytes[at] !== text.charCodeAt(at - start)) return false;
    return true;
  }

  private read(block: number): RowText[] {
    const first = block * blockLength;
    const bytes = this.bytes.subarray(this.rowStarts[first] ?? 0, this.rowStarts[Math.min(first + blockLength, this.count)] ?? 0);
    return this.decoder.decode(bytes).split(rowEnd).slice(0, -1).map((row) => {
      const [key = '', names = '', year = '', title = '', container = '', type = '', ...aliases] = row.split(partEnd);
      return { key, aliases, names, year, title, container, type };
    });
  }
}

/** Puts rows one after the other, whole or part by part: key, names, year, title, container, type; and in `texts` what is searched besides. */
export class RowStoreBuilder extends ByteWriter {
  private readonly starts = new NumberList();
  texts = new SearchedTextsBuilder();

  /** One that goes on after the rows of a store. */
  static after(store: RowStore): RowStoreBuilder {
    const builder = new RowStoreBuilder();
    builder.putBytes(store.bytes);
    for (const start of store.rowStarts.subarray(0, -1)) builder.starts.push(start);
    builder.texts = SearchedTextsBuilder.after(store.texts);
    return builder;
  }

  add({ row: { key, aliases, names, year, title, container, type }, searched }: ListedRow): void {
    this.starts.push(this.length);
    this.put([key, names, year, title, container, type, ...aliases].map(clean).join(partEnd));
    this.end();
    this.texts.add(searched);
  }

  /** Begins a row that is put part by part, in `texts` too. */
  begin(): void {
    this.starts.push(this.length);
    this.texts.begin();
  }

  endPart(): void {
    this.putByte(partSign);
  }

  /** Ends the row with its last part. */
  end(): void {
    this.putByte(rowSign);
  }

  finish(): RowStore {
    this.starts.push(this.length);
    return new RowStore(this.bytes.slice(0, this.length), this.starts.view().slice(), this.texts.finish());
  }
}

/** A text without the signs that no text of a row has. */
export function clean(text: string): string {
  return text.includes(rowEnd) || text.includes(partEnd) ? text.replaceAll(rowEnd, ' ').replaceAll(partEnd, ' ') : text;
}
