import { CharacterClass, characterClass } from './characterClass';
import { allSteps, type Steps } from './steps';
import type { Tokens } from './tokens';
import { Link } from './wasm/layout';

/** Knows words by numbers. */
export interface WordNumbers {
  /** The number of the word that stands there; 0 or less for a word that no name has. */
  numberOf(text: string, start: number, end: number): number;
}

/** A quick way to read most words, which adds them to the same list. */
export interface PlainReader {
  /** How the word to be read next hangs together with the one before it. */
  link: Link;
  /** Turns to another text. */
  clear(): void;
  /**
   * @param enough of words, if no term can go on
   * @returns where in the text something comes that is not read this way; `from` if it does there
   */
  read(text: string, from: number, to: number, enough: number): number;
}

/** Longer words are no words of a name; the longest in MeSH 2024 have 60 letters, in chemical names. */
export const wordLimit = 100;

/**
 * Parts texts into words, as names and running text must be parted alike: `IL-1α` → `IL`, `1`, `α`. Letters and digits are
 * words of their own, and Greek letters within Latin ones; hyphens, spaces and emphasis link words; punctuation parts them
 * unless some name contains it (`E. coli`, `CD4+`), when it is a word itself.
 *
 * A text is read part by part, so that a long one needs no more room than a short one.
 */
export class Tokeniser {
  private text = '';
  private link = Link.Parted;
  private at = 0;
  private end = 0;
  private readonly plain: PlainReader | undefined;
  /** Whether characters are of other classes than usual. */
  private readonly stepsOff: boolean;

  /** @param plain all is read without it too */
  constructor(
    private readonly words: WordNumbers,
    private readonly tokens: Tokens,
    private readonly steps: Steps = allSteps,
    plain?: PlainReader,
  ) {
    this.stepsOff = !steps.hyphen || !steps.letterDigit;
    if (!this.stepsOff) this.plain = plain;
  }

  /** Turns to another text, to be read from one offset to before another; offsets of words are into the whole text. */
  begin(text: string, start: number, end: number): this {
    this.text = text;
    this.link = Link.Parted;
    this.at = Math.max(0, start);
    this.end = Math.min(text.length, end);
    this.plain?.clear();
    return this;
  }

  /** Whether all words that a term can hold with one of those read are read. */
  get isApart(): boolean {
    return this.link === Link.Parted || this.at >= this.end;
  }

  /**
   * Empties the list and reads on, to the text's end or to where no term can go on.
   * @param enough how many words to read at least
   * @param most where a term can go on, how many to read at most, with one more that is read with the last; `resume` then
   * @returns false if there is no more text to read
   */
  read(enough: number, most = Infinity): boolean {
    const { tokens, plain } = this;
    tokens.clear();
    if (this.at >= this.end) return false;
    while (this.at < this.end && tokens.count < most) {
      if (this.link === Link.Parted && tokens.count >= enough) break;
      if (plain && this.readPlain(plain, enough)) continue;
      const kind = this.kindAt(this.at);
      switch (kind) {
        case CharacterClass.Letter:
        case CharacterClass.Digit:
          this.longWord(kind);
          break;
        case CharacterClass.Greek:
          this.greek();
          break;
        case CharacterClass.Ideograph:
          this.lone();
          break;
        case CharacterClass.Mark:
          this.mark();
          break;
        default:
          this.gap();
      }
    }
    return true;
  }

  /** Goes on at a word that was read, or after the last one, as if what stands before it were in another text. */
  resume(word: number): void {
    const { count, start, link } = this.tokens;
    const before = word < count ? (link[word] ?? 0) : this.link;
    if (word < count) this.at = start[word] ?? 0;
    this.link = before === Link.Glued || before === Link.Parted ? before : Link.Gap;
  }

  /** @returns whether any words were read */
  private readPlain(plain: PlainReader, enough: number): boolean {
    const from = this.at;
    plain.link = this.link;
    this.at = plain.read(this.text, from, this.end, enough);
    this.link = plain.link;
    return this.at > from;
  }

  /** The class of the character at an offset; a Mark beyond the end. */
  private kindAt(at: number): CharacterClass {
    if (at >= this.end) return CharacterClass.Mark;
    const code = this.text.charCodeAt(at);
    const kind = characterClass(code < 0xd800 || code > 0xdfff ? code : (this.text.codePointAt(at) ?? 0));
    return this.stepsOff ? this.kindWithout(kind) : kind;
  }

  /** A hyphen is as any punctuation, or a digit as any letter, without the step that makes it something of its own. */
  private kindWithout(kind: CharacterClass): CharacterClass {
    if (kind === CharacterClass.Hyphen && !this.steps.hyphen) return CharacterClass.Mark;
    return kind === CharacterClass.Digit && !this.steps.letterDigit ? CharacterClass.Letter : kind;
  }

  /** The offset after the character: two further for an emoji. */
  private after(at: number): number {
    const code = this.text.charCodeAt(at);
    const pair = code >= 0xd800 && code < 0xdc00 && (this.text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    return Math.min(this.end, at + (pair ? 2 : 1));
  }

  /** A word that may go on with accents or an underscore, or have a possessive. */
  private longWord(kind: CharacterClass.Letter | CharacterClass.Digit): void {
    const start = this.at;
    let at = start;
    for (let next: CharacterClass = kind; next === kind || next === CharacterClass.Silent || this.isInnerUnderscore(next, at); next = this.kindAt(at)) {
      at = this.after(at);
    }
    this.add(start, at, Link.Glued);
    this.at = this.skipPossessive(at);
  }

  /** `my_file` is one word, `_emphasis_` is not. */
  private isInnerUnderscore(kind: CharacterClass, at: number): boolean {
    if (kind !== CharacterClass.Underscore) return false;
    const next = this.kindAt(at + 1);
    return next === CharacterClass.Letter || next === CharacterClass.Digit;
  }

  /** `Crohn's` and `Crohn’s` → after the s. */
  private skipPossessive(at: number): number {
    if (!this.steps.possessive || this.kindAt(at) !== CharacterClass.Apostrophe || (this.text.charCodeAt(at + 1) | 32) !== 0x73) return at;
    const next = this.kindAt(at + 2);
    const ends = next !== CharacterClass.Letter && next !== CharacterClass.Digit && next !== CharacterClass.Silent;
    return ends && at + 2 <= this.end ? at + 2 : at;
  }

  /** One or two Greek letters are symbols (`αβ T cell`); more are a Greek word. */
  private greek(): void {
    const start = this.at;
    let at = start;
    let letters = 0;
    for (let kind: CharacterClass = CharacterClass.Greek; ; kind = this.kindAt(at)) {
      if (kind === CharacterClass.Greek) letters++;
      else if (kind !== CharacterClass.Silent) break;
      at = this.after(at);
    }
    if (letters > 2) {
      this.add(start, at, Link.Glued);
    } else {
      const second = letters === 2 ? this.secondLetter(start) : at;
      this.add(start, second, Link.Glued);
      if (second < at) this.add(second, at, Link.Glued);
    }
    this.at = at;
  }

  private secondLetter(start: number): number {
    let at = start + 1;
    while (this.kindAt(at) !== CharacterClass.Greek) at = this.after(at);
    return at;
  }

  private lone(): void {
    const start = this.at;
    this.at = this.after(start);
    while (this.kindAt(this.at) === CharacterClass.Silent) this.at = this.after(this.at);
    this.add(start, this.at, Link.Touching);
    this.link = Link.Touching;
  }

  /** Punctuation: a word where some name contains it, else the end of any term. */
  private mark(): void {
    const start = this.at;
    this.at = this.after(start);
    const number = this.numberOfText(this.text, start, this.at);
    if (number <= 0) {
      this.link = Link.Parted;
      return;
    }
    this.tokens.add(start, this.at, number, this.link === Link.Glued ? Link.Touching : this.link);
    this.link = Link.Touching;
  }

  private add(start: number, end: number, touching: Link.Glued | Link.Touching): void {
    const link = this.link === Link.Glued ? touching : this.link;
    this.tokens.add(start, end, this.numberOfText(this.text, start, end), link);
    if (link === Link.Hyphen) this.join(this.tokens.count - 2);
    this.link = Link.Glued;
  }

  private join(at: number): void {
    const { start, end, joined } = this.tokens;
    const both = this.text.slice(start[at], end[at]) + this.text.slice(start[at + 1], end[at + 1]);
    // `C-T` is not `CT`; but `X-ray` is `Xray`.
    if (both.length > 2) joined[at] = Math.max(0, this.numberOfText(both, 0, both.length));
  }

  private numberOfText(text: string, start: number, end: number): number {
    if (end - start > wordLimit) return 0;
    return this.words.numberOf(text, start, end);
  }

  /** What stands between words, up to the next word or mark. */
  private gap(): void {
    let hyphens = 0;
    let others = 0;
    let lines = 0;
    let kind = this.kindAt(this.at);
    for (; this.at < this.end; kind = this.kindAt(this.at)) {
      if (kind === CharacterClass.Hyphen) hyphens++;
      else if (kind === CharacterClass.NewLine) lines++;
      else if (kind === CharacterClass.Gap || kind === CharacterClass.Underscore || kind === CharacterClass.Apostrophe) {
        // Spaces after a hyphen at a line's end are indentation: `leuke-\n  moid`.
        if (hyphens === 0 || lines === 0) others++;
      } else if (kind !== CharacterClass.Silent) break;
      this.at = this.after(this.at);
      if (kind === CharacterClass.NewLine) this.skipLinePrefix();
    }
    if (lines > 1 || this.link === Link.Parted) this.link = Link.Parted;
    else if (hyphens === 1 && others === 0) this.link = Link.Hyphen;
    else if (hyphens + others + lines > 0) this.link = Link.Gap;
  }

  /** `> ` of a quotation and indentation at a line's beginning; a bullet there ends any term. */
  private skipLinePrefix(): void {
    while (this.at < this.end && /[ \t>]/.test(this.text.charAt(this.at))) this.at++;
    if (/[-+*]/.test(this.text.charAt(this.at)) && /\s/.test(this.text.charAt(this.at + 1))) this.link = Link.Parted;
  }
}
