import { CharacterClass, characterClass } from './characterClass';
import { grown } from './grown';
import { wordsInName } from './nameVariants';
import { Link, type Tokens } from './tokens';

/** A name is parted into words in so many ways at most. */
const mostWays = 6;

/**
 * The words of a name, once for each way to part it into words: hyphens folded into nothing (`X-ray`, `Xray`), and
 * without punctuation (`E. coli`, `E coli`). Used again for each name, as terminologies have hundreds of thousands.
 */
export class NameRows {
  count = 0;
  /** By row, where its words end in `words`; each begins where the one before ends. */
  readonly ends = new Int32Array(mostWays);
  words = new Int32Array(64);

  /** @param tokens the name's words (`tokenise`), every one with a number, punctuation included */
  read(name: string, tokens: Tokens): void {
    this.count = 0;
    const { link, joined } = tokens;
    const hyphens = hasHyphens(tokens);
    const marks = hasMarks(name, tokens, tokens.count);
    const length = marks ? lengthOf(name, tokens) : tokens.count;
    if (length === 0) return;
    this.add(tokens, length);
    let ways = 1;
    if (marks && length > 1 && hasMarks(name, tokens, length)) {
      ways++;
      this.addWithoutMarks(name, tokens, length);
    }
    for (let at = 0; hyphens && at + 1 < length && ways < mostWays; at++) {
      if (link[at + 1] !== Link.Hyphen || joined[at] === 0) continue;
      ways++;
      this.addFolded(tokens, length, at);
    }
  }

  /** The words of a row, in an array of its own. */
  row(at: number): Int32Array {
    return this.words.slice(this.ends[at - 1] ?? 0, this.ends[at]);
  }

  private add({ word }: Tokens, length: number): void {
    const begin = this.begin(length);
    for (let at = 0; at < length; at++) this.words[begin + at] = word[at] ?? 0;
    this.finish(begin, length);
  }

  private addWithoutMarks(name: string, { word, start }: Tokens, length: number): void {
    const begin = this.begin(length);
    let count = 0;
    for (let at = 0; at < length; at++) if (!isMark(name, start[at] ?? 0)) this.words[begin + count++] = word[at] ?? 0;
    this.finish(begin, count);
  }

  /** @param fold the word that is taken as one with the next */
  private addFolded({ word, joined }: Tokens, length: number, fold: number): void {
    const begin = this.begin(length);
    for (let at = 0; at < length - 1; at++) this.words[begin + at] = (at === fold ? joined[at] : word[at < fold ? at : at + 1]) ?? 0;
    this.finish(begin, length - 1);
  }

  private begin(room: number): number {
    const begin = this.ends[this.count - 1] ?? 0;
    this.words = grown(this.words, begin + room);
    return begin;
  }

  /** A row that has no words or too many does not count. */
  private finish(begin: number, length: number): void {
    if (length > 0 && length <= wordsInName) this.ends[this.count++] = begin + length;
  }
}

function hasHyphens({ count, link }: Tokens): boolean {
  for (let at = 0; at < count; at++) if (link[at] === Link.Hyphen) return true;
  return false;
}

function hasMarks(name: string, { start }: Tokens, length: number): boolean {
  for (let at = 0; at < length; at++) if (isMark(name, start[at] ?? 0)) return true;
  return false;
}

/** How many words there are without punctuation at the end. */
function lengthOf(name: string, { count, start }: Tokens): number {
  let length = count;
  while (length > 0 && isClosing(name.charCodeAt(start[length - 1] ?? 0))) length--;
  return length;
}

function isMark(name: string, at: number): boolean {
  return characterClass(name.codePointAt(at) ?? 0) === CharacterClass.Mark;
}

/** Punctuation that ends a sentence or a quotation rather than a name; `CD4+` keeps its sign. */
function isClosing(unit: number): boolean {
  return unit === 0x2e || '.,;:!?"”»'.includes(String.fromCharCode(unit));
}
