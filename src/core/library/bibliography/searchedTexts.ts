import { fold } from '../fold';
import { ByteWriter } from './byteWriter';
import { NumberList } from './numberList';

/** What searches look at of a record and no list shows. */
export interface SearchedText {
  /** Folded. */
  readonly doi: string;
  /** Its names as they are spoken, `jan van der berg`, folded, each on a line. */
  readonly people: string;
}

/** Between the two, in neither of which it is. */
export const searchedPartSign = 0x1f;
const partEnd = String.fromCharCode(searchedPartSign);

/** Letters of two bytes that fold each for itself, whatever stands beside them: all that European texts have but for Greek. */
const [firstFolded, lastFolded] = [0x80, 0x24f];

/** What the signs of ASCII fold to; 0 for others. */
const lowered = new Uint8Array(256);
for (let code = 32; code < 127; code += 1) lowered[code] = code >= 65 && code <= 90 ? code + 32 : code;

/** The searched texts of rows, one after the other as UTF-8. */
export class SearchedTexts {
  /** @param starts where each row's begin, and last where the bytes end */
  constructor(
    readonly bytes: Uint8Array,
    readonly starts: Uint32Array,
  ) {}
}

/** Puts searched texts one after the other, whole or part by part: the DOI, then the names. */
export class SearchedTextsBuilder extends ByteWriter {
  private readonly starts = new NumberList();
  private namesStart = 0;
  /** What the letters from `firstFolded` on fold to, once that was asked. */
  private readonly foldedLetters: Uint8Array[] = [];

  /** One that goes on after the texts of others. */
  static after({ bytes, starts }: SearchedTexts): SearchedTextsBuilder {
    const builder = new SearchedTextsBuilder();
    builder.putBytes(bytes);
    for (const start of starts.subarray(0, -1)) builder.starts.push(start);
    return builder;
  }

  add({ doi, people }: SearchedText): void {
    this.begin();
    this.put(cleanSearched(doi));
    this.endDoi();
    this.put(cleanSearched(people));
  }

  /** Begins a row that is put part by part. */
  begin(): void {
    this.starts.push(this.length);
  }

  endDoi(): void {
    this.putByte(searchedPartSign);
    this.namesStart = this.length;
  }

  /** Ends what was put of a name, if anything was. */
  beginName(): void {
    if (this.length > this.namesStart) this.putByte(10);
  }

  /**
   * Puts a name of which the parts stand apart in a text in UTF-8.
   * @returns false, with nothing put, where its signs must be folded together
   */
  putName(bytes: Uint8Array, givenStart: number, givenEnd: number, familyStart: number, familyEnd: number): boolean {
    const before = this.length;
    this.makeRoom((givenEnd - givenStart + familyEnd - familyStart) * 4 + 2);
    if (before > this.namesStart) this.bytes[this.length++] = 10;
    let end = this.putFolded(bytes, givenStart, givenEnd, this.length);
    if (end > 0) {
      this.bytes[end++] = 32;
      end = this.putFolded(bytes, familyStart, familyEnd, end);
    }
    this.length = end > 0 ? end : before;
    return end > 0;
  }

  /** Puts a DOI of ASCII. */
  putDoi(bytes: Uint8Array, from: number, to: number): void {
    this.makeRoom(to - from);
    this.length = this.putFolded(bytes, from, to, this.length);
  }

  finish(): SearchedTexts {
    this.starts.push(this.length);
    return new SearchedTexts(this.bytes.slice(0, this.length), this.starts.view().slice());
  }

  /** Writes from a place on what a text folds to. @returns the place after it; 0 where its signs must be folded together */
  private putFolded(bytes: Uint8Array, from: number, to: number, start: number): number {
    const out = this.bytes;
    let length = start;
    for (let at = from; at < to; at += 1) {
      const lower = lowered[bytes[at] as number] as number;
      if (lower === 0) return this.putFoldedLetters(bytes, at, to, length);
      out[length++] = lower;
    }
    return length;
  }

  /** The same from the first letter on that is not ASCII. */
  private putFoldedLetters(bytes: Uint8Array, from: number, to: number, start: number): number {
    const out = this.bytes;
    let length = start;
    for (let at = from; at < to; at += 1) {
      const code = bytes[at] as number;
      const lower = lowered[code] as number;
      if (lower > 0) {
        out[length++] = lower;
        continue;
      }
      const letter = ((code & 0x1f) << 6) | ((bytes[++at] as number) & 0x3f);
      if (code < 0x80 || code >= 0xe0 || letter > lastFolded) return 0;
      const folded = (this.foldedLetters[letter - firstFolded] ??= this.encoder.encode(fold(String.fromCharCode(letter))));
      for (let place = 0; place < folded.length; place += 1) out[length++] = folded[place] as number;
    }
    return length;
  }
}

/** A text without the sign that none of them has. */
export function cleanSearched(text: string): string {
  return text.includes(partEnd) ? text.replaceAll(partEnd, ' ') : text;
}
