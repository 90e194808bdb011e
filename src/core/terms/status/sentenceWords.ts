import type { Span } from '../../text';
import { CharacterClass, characterClass } from '../characterClass';
import type { TextUnits } from '../textUnits';
import { hashOn, hashStart } from '../wordTable';
import { Role } from './cue';
import { type CueWords, small, WordKind } from './cueWords';

const enum Unit {
  Gap,
  Word,
  /** Inside a word only: hyphen, apostrophe. */
  Inner,
  Comma,
  Stop,
  Open,
  Close,
  Colon,
}

const ascii = unitsOf([
  [Unit.Word, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789&'],
  [Unit.Inner, "-'."],
  [Unit.Comma, ','],
  [Unit.Stop, ';'],
  [Unit.Colon, ':'],
  [Unit.Open, '(['],
  [Unit.Close, ')]'],
]);

/** The small letter, or the digit, that a unit of a word is; 0 for what is of none. */
const letters = Uint8Array.from({ length: 128 }, (_, code) => (ascii[code] === (Unit.Word as number) ? small(code) : 0));

function unitsOf(groups: readonly (readonly [Unit, string])[]): Uint8Array {
  const units = new Uint8Array(128);
  for (const [unit, characters] of groups) for (const character of characters) units[character.charCodeAt(0)] = unit;
  return units;
}

function unitOf(code: number): Unit {
  if (code < 128) return ascii[code] as Unit;
  if (code === 0x2014) return Unit.Stop;
  if (code === 0x2019 || code === 0x2010 || code === 0x2011) return Unit.Inner;
  const kind = characterClass(code);
  return kind === CharacterClass.Mark || kind === CharacterClass.Gap || kind === CharacterClass.Hyphen || kind === CharacterClass.NewLine ? Unit.Gap : Unit.Word;
}

/** The words and marks of a sentence by their numbers, in typed arrays that are used again. */
export class SentenceWords {
  count = 0;
  /** Whether some cue begins with some word that is no number. */
  hasCue = false;
  /** The places of the words that some cue begins with. */
  readonly beginners: number[] = [];
  start = new Int32Array(256);
  end = new Int32Array(256);
  word = new Int32Array(256);

  constructor(private readonly words: CueWords) {}

  /**
   * Reads a sentence: the stretches of prose that it consists of. Hyphens and apostrophes are part of a word, strokes are not.
   * @param units of the text, of all pieces
   */
  read(text: string, pieces: readonly Span[], units: TextUnits): void {
    this.count = 0;
    this.hasCue = false;
    this.beginners.length = 0;
    for (const { start, end } of pieces) this.readPiece(text, start, end, units);
  }

  /** Most of a text is words of ASCII letters with a space between: they are read here, without a call for each letter. */
  private readPiece(text: string, from: number, limit: number, { all, start: base }: TextUnits): void {
    const { words } = this;
    for (let at = from; at < limit; ) {
      const first = all[at - base] ?? 0;
      if (first > 127 || letters[first] === 0) {
        at = first === space ? at + 1 : this.readOther(text, at, limit);
        continue;
      }
      const start = at;
      let last = first;
      let code = first;
      do {
        last = code;
        code = ++at < limit ? (all[at - base] ?? 0) : space;
      } while (code < 128 && letters[code] !== 0);
      if (code !== space && (code > 127 || ascii[code] === (Unit.Inner as number))) at = this.readWord(text, start, limit);
      else if (words.mayBe(first, last, at - start)) this.addWord(text, start, at, words.find(text, start, at, hashOfLetters(all, start - base, at - base)), -1);
      else this.add(start, at, isDigit(first) ? numberOf(text, start, at, -1) : WordKind.Other);
    }
  }

  private readOther(text: string, at: number, limit: number): number {
    const unit = unitOf(text.charCodeAt(at));
    if (unit === Unit.Word) return this.readWord(text, at, limit);
    if (unit >= Unit.Comma) this.add(at, at + 1, kindOf(unit));
    else if (unit === Unit.Inner && isDash(text, at)) this.add(at, at + 1, WordKind.Stop);
    return at + 1;
  }

  private readWord(text: string, start: number, limit: number): number {
    let hash = hashStart;
    let at = start;
    let hyphen = -1;
    for (; at < limit; at++) {
      const code = text.charCodeAt(at);
      const letter = code < 128 ? (letters[code] ?? 0) : 0;
      if (letter !== 0) {
        hash = hashOn(hash, letter);
        continue;
      }
      const unit = unitOf(code);
      if (unit !== Unit.Word) {
        if (unit !== Unit.Inner || at + 1 >= limit || unitOf(text.charCodeAt(at + 1)) !== Unit.Word) break;
        // A stop is inner in numbers only, lest a missing space hides two words.
        if (code === 46 && !isDigit(text.charCodeAt(at + 1))) break;
        if (code === 45) hyphen = at;
      }
      hash = hashOn(hash, small(code));
    }
    this.addWord(text, start, at, this.words.find(text, start, at, hash), hyphen);
    return at;
  }

  private addWord(text: string, start: number, end: number, known: number, hyphen: number): void {
    let word = known;
    const first = text.charCodeAt(start);
    if (word === 0) {
      if (hyphen >= 0 || isDigit(first)) word = numberOf(text, start, end, hyphen);
    } else {
      if (isCapital(first) && this.isAcronym(text, start, end, word)) word = WordKind.Other;
      if (word !== 0 && this.words.rolesOf(word) & Role.Cue) this.hasCue = true;
    }
    this.add(start, end, word);
  }

  /** `CAN`, `WAS`, `AS` among words in small letters are names, not verbs; `NO` is a cue in any capitals. */
  private isAcronym(text: string, start: number, end: number, word: number): boolean {
    if (!isCapital(text.charCodeAt(end - 1)) || end - start < 2 || (this.words.rolesOf(word) & ~Role.Cue) === 0) return false;
    const before = this.count - 1;
    return before >= 0 && !isCapital(text.charCodeAt((this.end[before] ?? 1) - 1));
  }

  private add(start: number, end: number, word: number): void {
    const at = this.count++;
    if (word !== 0 && this.words.rolesOf(word) & Role.Cue) this.beginners.push(at);
    if (at === this.start.length) this.grow();
    this.start[at] = start;
    this.end[at] = end;
    this.word[at] = word;
  }

  private grow(): void {
    for (const name of ['start', 'end', 'word'] as const) {
      const longer = new Int32Array(this.start.length * 2);
      longer.set(this[name]);
      this[name] = longer;
    }
  }
}

const space = 32;

/** Of letters of ASCII, of whatever capitals. */
function hashOfLetters(units: Uint16Array, start: number, end: number): number {
  let hash = hashStart;
  for (let at = start; at < end; at++) hash = hashOn(hash, letters[units[at] ?? 0] ?? 0);
  return hash;
}

function kindOf(unit: Unit): WordKind {
  if (unit === Unit.Comma) return WordKind.Comma;
  if (unit === Unit.Stop) return WordKind.Stop;
  if (unit === Unit.Colon) return WordKind.Colon;
  return unit === Unit.Open ? WordKind.Open : WordKind.Close;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** ` - ` or `--` between words. */
function isDash(text: string, at: number): boolean {
  return text.charCodeAt(at) === 45 && at > 0 && text.charCodeAt(at - 1) === 32 && !isLetter(text.charCodeAt(at + 1));
}

function isLetter(code: number): boolean {
  return unitOf(code) === Unit.Word;
}

/** A number, or a duration as a word: `20-year`, `two-month`. */
function numberOf(text: string, start: number, end: number, hyphen: number): WordKind {
  if (hyphen >= 0 && end - hyphen <= 8 && /^(?:hour|day|week|month|year|decade)s?$/i.test(text.slice(hyphen + 1, end))) return WordKind.Duration;
  if (!isDigit(text.charCodeAt(start))) return WordKind.Other;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isDigit(code) && code !== 46) return WordKind.Other;
  }
  return WordKind.Number;
}
