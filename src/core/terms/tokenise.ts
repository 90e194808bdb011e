import { CharacterClass, characterClass, endsWord, isAsciiOf } from './characterClass';
import { allSteps, type Steps } from './steps';
import { Link, Tokens } from './tokens';
import { hashOf, hashOn, hashStart } from './wordTable';

/**
 * Knows words by numbers. What is asked for is a stretch of text, whose hash (`hashOf`) came up as it was read.
 * @returns 0 or less for a word that no name has
 */
export type WordNumbers = (text: string, start: number, end: number, hash: number) => number;

/** Longer words are no words of a name; the longest in MeSH 2024 have 60 letters, in chemical names. */
export const wordLimit = 100;

/**
 * Parts a text into words, as names and running text must be parted alike: `IL-1α` → `IL`, `1`, `α`. Letters and digits are
 * words of their own, and Greek letters within Latin ones; hyphens, spaces and emphasis link words; punctuation parts them
 * unless some name contains it (`E. coli`, `CD4+`), when it is a word itself.
 *
 * @param start where to begin in the text, and `end` where to stop; offsets in the result are into the whole text
 * @param tokens a list to use again, which saves much for many short texts
 */
export function tokenise(text: string, start: number, end: number, numberOf: WordNumbers, tokens = new Tokens(64), steps: Steps = allSteps): Tokens {
  new Tokeniser(numberOf, tokens, steps).begin(text, start, end).read(Infinity);
  return tokens;
}

const space = 0x20;

/** Reads a text piece by piece, so that a long one needs no more room than a short one. */
export class Tokeniser {
  private text = '';
  private link = Link.Parted;
  private at = 0;
  private end = 0;
  /** Whether characters are of other classes than usual. */
  private readonly stepsOff: boolean;

  constructor(
    private readonly numberOf: WordNumbers,
    private readonly tokens: Tokens,
    private readonly steps: Steps = allSteps,
  ) {
    this.stepsOff = !steps.hyphen || !steps.letterDigit;
  }

  /** Turns to another text, to be read from one offset to before another. */
  begin(text: string, start: number, end: number): this {
    this.text = text;
    this.link = Link.Parted;
    this.at = Math.max(0, start);
    this.end = Math.min(text.length, end);
    return this;
  }

  /**
   * Empties the list and reads on, to the text's end or to where no term can go on.
   * @param enough how many words to read at least
   * @returns false if there is no more text to read
   */
  read(enough: number): boolean {
    this.tokens.clear();
    if (this.at >= this.end) return false;
    while (this.at < this.end) {
      if (this.link === Link.Parted && this.tokens.count >= enough) break;
      const kind = this.kindAt(this.at);
      switch (kind) {
        case CharacterClass.Letter:
        case CharacterClass.Digit:
          this.words(kind);
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

  /** A word, and those of ASCII letters that follow it with one space between, as most of a text does. */
  private words(kind: CharacterClass.Letter | CharacterClass.Digit): void {
    const { text, end } = this;
    if (this.stepsOff) return this.longWord(kind, this.at, this.at, hashStart);
    for (let start = this.at; ; ) {
      let at = start;
      let hash = hashStart;
      let unit = 0;
      for (; at < end; at++) {
        unit = text.charCodeAt(at);
        if (!isAsciiOf(kind, unit)) break;
        hash = hashOn(hash, unit);
      }
      if (at < end && !endsWord(unit)) return this.longWord(kind, start, at, hash);
      this.add(start, at, Link.Glued, hash);
      this.at = at;
      if (at === end || unit !== space || at + 1 === end || !isAsciiOf(CharacterClass.Letter, text.charCodeAt(at + 1))) return;
      this.link = Link.Gap;
      kind = CharacterClass.Letter;
      start = at + 1;
    }
  }

  /**
   * A word that may go on with accents or an underscore, or have a possessive.
   * @param from as far as it was read, and `hash` of that
   */
  private longWord(kind: CharacterClass.Letter | CharacterClass.Digit, start: number, from: number, hash: number): void {
    let at = from;
    for (let next = this.kindAt(at); next === kind || next === CharacterClass.Silent || this.isInnerUnderscore(next, at); next = this.kindAt(at)) {
      at = this.after(at);
    }
    this.add(start, at, Link.Glued, at === from ? hash : hashOf(this.text, start, at));
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
      this.add(start, at, Link.Glued, hashOf(this.text, start, at));
    } else {
      const second = letters === 2 ? this.secondLetter(start) : at;
      this.add(start, second, Link.Glued, hashOf(this.text, start, second));
      if (second < at) this.add(second, at, Link.Glued, hashOf(this.text, second, at));
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
    this.add(start, this.at, Link.Touching, hashOf(this.text, start, this.at));
    this.link = Link.Touching;
  }

  /** Punctuation: a word where some name contains it, else the end of any term. */
  private mark(): void {
    const start = this.at;
    this.at = this.after(start);
    const number = this.numberOf(this.text, start, this.at, hashOf(this.text, start, this.at));
    if (number <= 0) {
      this.link = Link.Parted;
      return;
    }
    this.tokens.add(start, this.at, number, this.link === Link.Glued ? Link.Touching : this.link);
    this.link = Link.Touching;
  }

  private add(start: number, end: number, touching: Link.Glued | Link.Touching, hash: number): void {
    const link = this.link === Link.Glued ? touching : this.link;
    const number = end - start > wordLimit ? 0 : this.numberOf(this.text, start, end, hash);
    this.tokens.add(start, end, number, link);
    if (link === Link.Hyphen) this.join(this.tokens.count - 2);
    this.link = Link.Glued;
  }

  private join(at: number): void {
    const { start, end, joined } = this.tokens;
    const both = this.text.slice(start[at], end[at]) + this.text.slice(start[at + 1], end[at + 1]);
    // `C-T` is not `CT`; but `X-ray` is `Xray`.
    if (both.length <= 2 || both.length > wordLimit) return;
    joined[at] = Math.max(0, this.numberOf(both, 0, both.length, hashOf(both, 0, both.length)));
  }

  /** What stands between words, up to the next word or mark. */
  private gap(): void {
    if (this.text.charCodeAt(this.at) === space && isAsciiOf(CharacterClass.Letter, this.text.charCodeAt(this.at + 1))) {
      if (this.link !== Link.Parted) this.link = Link.Gap;
      this.at++;
      return;
    }
    this.longGap();
  }

  private longGap(): void {
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
