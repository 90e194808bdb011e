import { CharacterClass, characterClass } from './characterClass';
import { allSteps, type Steps } from './steps';
import { lengthAndFlagsAt, SpellingFlag, type SpellingTable } from './spellingTable';
import { Link, type Tokens } from './tokens';
import { boundShift, placeMask, TextRuns } from './textRuns';
import { firstMasks, fiveCodes, isKey, Kind, kinds, lettersInKey, placeOfKey, secondMasks, thirdMasks, WordKey } from './wordKey';

/** Knows words by numbers. */
export interface WordNumbers {
  /** Where words are looked for first; what is not found there is asked for. */
  readonly table: SpellingTable;
  /**
   * The number of the word that stands there; 0 or less for a word that no name has.
   * @param key the word's
   */
  numberOf(text: string, start: number, end: number, key: WordKey): number;
}

/** Longer words are no words of a name; the longest in MeSH 2024 have 60 letters, in chemical names. */
export const wordLimit = 100;

/**
 * Parts texts into words, as names and running text must be parted alike: `IL-1α` → `IL`, `1`, `α`. Letters and digits are
 * words of their own, and Greek letters within Latin ones; hyphens, spaces and emphasis link words; punctuation parts them
 * unless some name contains it (`E. coli`, `CD4+`), when it is a word itself.
 *
 * A text is read piece by piece, so that a long one needs no more room than a short one.
 */
export class Tokeniser {
  private text = '';
  private link = Link.Parted;
  private at = 0;
  private end = 0;
  private readonly runs = new TextRuns();
  /** The run last come to. */
  private run = 0;
  private readonly key = new WordKey();
  /** By the kind of ASCII punctuation, its number, below 0 where no name has it, once it was asked for; 0 before. */
  private readonly marks = new Int32Array(kinds);
  /** Whether characters are of other classes than usual. */
  private readonly stepsOff: boolean;

  constructor(
    private readonly words: WordNumbers,
    private readonly tokens: Tokens,
    private readonly steps: Steps = allSteps,
  ) {
    this.stepsOff = !steps.hyphen || !steps.letterDigit;
  }

  /** Turns to another text, to be read from one offset to before another; offsets of words are into the whole text. */
  begin(text: string, start: number, end: number): this {
    this.text = text;
    this.link = Link.Parted;
    this.at = Math.max(0, start);
    this.end = Math.min(text.length, end);
    this.runs.clear();
    this.run = 0;
    return this;
  }

  /**
   * Empties the list and reads on, to the text's end or to where no term can go on.
   * @param enough how many words to read at least
   * @returns false if there is no more text to read
   */
  read(enough: number): boolean {
    this.tokens.clear();
    this.marks.fill(0);
    if (this.at >= this.end) return false;
    while (this.at < this.end) {
      if (this.link === Link.Parted && this.tokens.count >= enough) break;
      if (!this.stepsOff && this.readPlain(enough)) continue;
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

  /**
   * Reads words of ASCII letters or digits, single spaces or hyphens before them, and ASCII punctuation, as far as nothing else comes:
   * most of a text.
   * @returns whether it was anything
   */
  private readPlain(enough: number): boolean {
    const { text, tokens, runs } = this;
    const from = this.at;
    if (from >= runs.end) {
      runs.read(text, from, this.end);
      this.run = 0;
      tokens.reserve(tokens.count + runs.count);
    }
    const { bounds, count, start: offset } = runs;
    while (this.run < count && ((bounds[this.run] ?? 0) & placeMask) < from - offset) this.run++;
    for (this.readKnown(enough); this.run < count; this.readKnown(enough)) {
      if (this.link === Link.Parted && tokens.count >= enough) break;
      const bound = bounds[this.run] ?? 0;
      const kind = bound >> boundShift;
      const next = (bounds[this.run + 1] ?? 0) >> boundShift;
      const start = offset + (bound & placeMask);
      if (kind >= Kind.FirstMark) this.marks[kind] = this.numberOfText(text, start, start + 1) || -1;
      else {
        if ((kind === Kind.Letter || kind === Kind.Digit) && next !== Kind.Other) this.add(start, offset + ((bounds[this.run + 1] ?? 0) & placeMask), Link.Glued);
        else if (kind === Kind.Hyphen && (next === Kind.Letter || next === Kind.Digit)) this.link = this.link === Link.Parted ? Link.Parted : Link.Hyphen;
        else break;
        this.run++;
      }
    }
    this.at = Math.max(from, offset + ((bounds[this.run] ?? 0) & placeMask));
    return this.at > from;
  }

  /**
   * Reads on as far as words are known and not long, and nothing but single spaces and punctuation stands between them. Nothing is called
   * on the way and no loop is within, so that an engine need not ask for each word where all the arrays are.
   */
  private readKnown(enough: number): void {
    const { marks } = this;
    const { start, end, word, joined, link } = this.tokens;
    const { slots, records, stride } = this.words.table;
    const { codes, bounds, count: runs, start: offset } = this.runs;
    const mask = slots.length - 1;
    let { run, link: before } = this;
    let { count } = this.tokens;
    for (; run < runs; run++) {
      const bound = bounds[run] ?? 0;
      const after = bounds[run + 1] ?? 0;
      const kind = bound >> boundShift;
      const next = after >> boundShift;
      const from = bound & placeMask;
      const to = after & placeMask;
      if (kind === Kind.Space) {
        if (next === Kind.Other || (next >= Kind.Space && next < Kind.FirstMark)) break;
        if (before !== Link.Parted) before = Link.Gap;
        continue;
      }
      let number = 0;
      if (kind < Kind.Space) {
        const length = to - from;
        if (kind === Kind.Other || next === Kind.Other || length > lettersInKey || before === Link.Hyphen) break;
        const first = fiveCodes(codes, from) & (firstMasks[length] ?? 0);
        const second = fiveCodes(codes, from + 5) & (secondMasks[length] ?? 0);
        const third = length > 10 ? fiveCodes(codes, from + 10) & (thirdMasks[length] ?? 0) : 0;
        const slot = placeOfKey(first, second, third) & mask;
        number = slots[slot] ?? 0;
        let at = number * stride;
        if (!isKey(records, at, first, second, third)) {
          // Most of the others stand in the next place.
          number = slots[(slot + 1) & mask] ?? 0;
          at = number * stride;
          if (!isKey(records, at, first, second, third)) break;
        }
        if (((records[at + lengthAndFlagsAt] ?? 0) & SpellingFlag.Known) === 0) number = -number;
        link[count] = before;
        before = Link.Glued;
      } else {
        if (kind < Kind.FirstMark) break;
        number = marks[kind] ?? 0;
        if (number <= 0) {
          if (number === 0) break;
          before = Link.Parted;
          if (count < enough) continue;
          run++;
          break;
        }
        link[count] = before === Link.Glued ? Link.Touching : before;
        before = Link.Touching;
      }
      start[count] = offset + from;
      end[count] = offset + to;
      word[count] = number;
      joined[count] = 0;
      count++;
    }
    this.run = run;
    this.link = before;
    this.tokens.count = count;
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
    return this.words.numberOf(text, start, end, this.key.read(text, start, end));
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
