import { latexToText } from '../../formats/latex';
import { KnownBytes } from './knownBytes';
import { textOf } from './utf8';

/** `{\v{S}}` and its like are shorter (bytes). */
const longestAccent = 12;

const mostAccents = 1000;
const open = 123;
const close = 125;
const backslash = 92;

/** Names in whose bytes TeX's letters are Unicode's: `M{\"u}ller` is `Müller`. */
export class AccentedName {
  bytes = new Uint8Array(256);
  length = 0;
  private readonly seen = new KnownBytes(mostAccents);
  /** The letters of those that were seen; of no bytes where it is no letter of a name. */
  private readonly letters: Uint8Array[] = [];
  private readonly encoder = new TextEncoder();

  /** Takes a name; `bytes` and `length` have it then. @returns whether it has such letters, and no other braces */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.bytes.length < to - from) this.bytes = new Uint8Array((to - from) * 2);
    let length = 0;
    let accents = 0;
    for (let at = from; at < to; at += 1) {
      const code = bytes[at] as number;
      if (code !== open) {
        this.bytes[length++] = code;
        continue;
      }
      const end = accentEnd(bytes, at, to);
      const letter = end === 0 ? undefined : this.letterOf(bytes, at, end);
      if (!letter || letter.length === 0) return false;
      for (let place = 0; place < letter.length; place += 1) this.bytes[length++] = letter[place] as number;
      accents += 1;
      at = end - 1;
    }
    this.length = length;
    return accents > 0;
  }

  private letterOf(bytes: Uint8Array, from: number, to: number): Uint8Array | undefined {
    const number = this.seen.numberOf(bytes, from, to);
    if (number < 0) return undefined;
    const known = this.letters[number];
    if (known) return known;
    const text = latexToText(textOf(bytes, from, to));
    const letter = this.encoder.encode(/^[À-ɏ]$/.test(text) ? text : '');
    this.letters[number] = letter;
    return letter;
  }
}

/** Where the group ends that begins here with a command; 0 where none does, or a longer one. */
function accentEnd(bytes: Uint8Array, from: number, to: number): number {
  if (bytes[from + 1] !== backslash) return 0;
  let depth = 0;
  for (let at = from; at < to && at < from + longestAccent; at += 1) {
    const code = bytes[at] as number;
    if (code === open) depth += 1;
    else if (code === close && --depth === 0) return at + 1;
  }
  return 0;
}
