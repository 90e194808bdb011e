import { CharacterClass, characterClass } from './characterClass';
import { caseOfLetters, LetterCase } from './letterCase';
import { asciiText, type NameSpellings, WordFact } from './nameSpellings';
import { NameTokens } from './nameTokens';
import { mostParts } from './nameVariants';
import type { Steps } from './steps';
import { wordLimit } from './tokenise';
import { hashOn, hashStart } from './wordTable';

/** What a byte is in a plain name; one with any other is none. */
const enum Kind {
  Other,
  Letter,
  Digit,
  Mark,
  /** A space or a hyphen. */
  Gap,
}

const space = 0x20;
const hyphen = 0x2d;
const opening = 0x28;
const closing = 0x29;
const kinds = Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte));

/** What stands within words, or between them beside spaces and hyphens, is left to `Tokeniser`: emphasis, apostrophes, underscores. */
function kindOf(byte: number): Kind {
  if (byte === space || byte === hyphen) return Kind.Gap;
  if (byte < space || byte > 0x7e) return Kind.Other;
  const kind = characterClass(byte);
  if (kind === CharacterClass.Letter) return Kind.Letter;
  if (kind === CharacterClass.Digit) return Kind.Digit;
  return kind === CharacterClass.Mark ? Kind.Mark : Kind.Other;
}

/** Longer names are hardly any. */
const longest = 250;

const encoder = new TextEncoder();

/**
 * Parts names into words straight from their bytes, as `Tokeniser` does, and varies them by their words, as `nameVariants` does. It
 * takes names of ASCII's letters, digits, marks, hyphens and spaces alone, which nearly all are, and makes no text of them.
 */
export class PlainNames {
  /** The words of the name. */
  readonly tokens = new NameTokens();
  /** The words of the variant that was made last. */
  readonly variant = new NameTokens();
  /** Whether a hyphen alone parts some of them. */
  hyphen = false;
  private bytes: Uint8Array = new Uint8Array(0);
  private from = 0;
  private to = 0;
  /** Where the name without a bracket after it ends, and before which word. */
  private bareTo = 0;
  private bareCount = 0;
  /** Whether the variant is the one that is turned round. */
  private turned = false;
  /** By word: where it begins and ends in the bytes, and its hash. */
  private readonly starts = new Int32Array(longest);
  private readonly ends = new Int32Array(longest);
  private readonly hashes = new Int32Array(longest);
  private readonly both = new Uint8Array(wordLimit);
  /** Room for a name that is given as a text: a UTF-16 unit becomes three bytes at most. */
  private readonly letters = new Uint8Array(longest * 3);
  /** Whether all steps are taken that plain names are read by. */
  private readonly reads: boolean;

  constructor(
    private readonly spellings: NameSpellings,
    { hyphen, letterDigit, nosAndBrackets, commaInversion, caseSensitiveShort }: Steps,
  ) {
    this.reads = hyphen && letterDigit && nosAndBrackets && commaInversion && caseSensitiveShort;
  }

  /** @returns false for a name that is not plain */
  readText(name: string): boolean {
    if (name.length > longest) return false;
    return this.read(this.letters, 0, encoder.encodeInto(name, this.letters).written);
  }

  /** The same of a name's UTF-8, from `start` to before `end`. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    if (!this.reads || end - start > longest || bytes[start] === space || bytes[end - 1] === space) return false;
    const count = this.part(bytes, start, end);
    if (count < 0) return false;
    this.number(bytes, count);
    this.bytes = bytes;
    this.from = start;
    this.to = this.bareTo = end;
    this.bareCount = count;
    this.turned = false;
    return (this.tokens.all & WordFact.Nos) === 0;
  }

  /** Takes the words without a bracket after the name as a variant: `aspiration (procedure)`. @returns false where there is none */
  toBare(): boolean {
    const { bytes, from, to, starts, tokens, variant } = this;
    if (bytes[to - 1] !== closing) return false;
    let at = to - 2;
    while (at > from && bytes[at] !== opening && bytes[at] !== closing) at--;
    if (at <= from || bytes[at] !== opening || bytes[at - 1] !== space) return false;
    while (at > from && bytes[at - 1] === space) at--;
    this.bareTo = at;
    while (this.bareCount > 0 && (starts[this.bareCount - 1] ?? 0) >= at) this.bareCount--;
    variant.clear();
    variant.addFrom(tokens, 0, this.bareCount);
    return true;
  }

  /** Takes the words turned round at commas as a variant: `Carcinoma, Mucoepidermoid`. @returns false where they are not to be */
  toTurned(): boolean {
    const { tokens, variant, bareCount } = this;
    if (!this.comma || !this.isInverted()) return false;
    variant.clear();
    let end = bareCount;
    for (let at = bareCount - 1; at >= 0; at--) {
      if (!this.isTurn(at)) continue;
      variant.addFrom(tokens, at + 1, end);
      end = at;
    }
    variant.addFrom(tokens, 0, end);
    this.turned = true;
    return true;
  }

  get comma(): boolean {
    return (this.tokens.all & WordFact.Comma) !== 0;
  }

  /** `letterCaseOf` a name, or a variant, by its words. */
  letterCaseOf({ all, count, spelling, facts }: NameTokens): LetterCase {
    if ((all & WordFact.FourSmall) !== 0) return LetterCase.Any;
    let letters = 0;
    for (let at = 0; at < count; at++) if (((facts[at] ?? 0) & (WordFact.Small | WordFact.Capital)) !== 0) letters += this.spellings.lengthOf(spelling[at] ?? 0);
    return caseOfLetters(letters, (all & WordFact.Small) !== 0, (all & WordFact.Capital) !== 0);
  }

  /** The name, or of a variant that was made of it the variant. */
  text(): string {
    const bare = asciiText(this.bytes, this.from, this.bareTo);
    return this.turned ? bare.split(', ').reverse().join(' ') : bare;
  }

  /** Whether it has commas with a space after them, not too many, and is no list. */
  private isInverted(): boolean {
    let turns = 0;
    for (let at = 0; at < this.bareCount; at++) {
      if (this.isTurn(at)) turns++;
      if (this.isConnective(at)) return false;
    }
    return turns > 0 && turns + 1 < mostParts;
  }

  private isTurn(at: number): boolean {
    const end = this.ends[at] ?? 0;
    return ((this.tokens.facts[at] ?? 0) & WordFact.Comma) !== 0 && this.bytes[end] === space && end < this.bareTo;
  }

  /** A digit beside it makes it part of something else: `in2`. */
  private isConnective(at: number): boolean {
    if (((this.tokens.facts[at] ?? 0) & WordFact.Connective) === 0) return false;
    const start = this.starts[at] ?? 0;
    const end = this.ends[at] ?? 0;
    return !(start > this.from && kinds[this.bytes[start - 1] ?? 0] === Kind.Digit) && !(end < this.bareTo && kinds[this.bytes[end] ?? 0] === Kind.Digit);
  }

  /** @returns how many words there are; -1 for a name that is not plain */
  private part(bytes: Uint8Array, start: number, end: number): number {
    const { starts, ends, hashes } = this;
    let count = 0;
    for (let at = start; at < end; ) {
      const from = at++;
      const unit = bytes[from] ?? 0;
      const kind = kinds[unit];
      if (kind === Kind.Gap) continue;
      if (kind === Kind.Other) return -1;
      let hash = hashOn(hashStart, unit);
      if (kind !== Kind.Mark) for (; at < end && kinds[bytes[at] ?? 0] === kind; at++) hash = hashOn(hash, bytes[at] ?? 0);
      if (at - from > wordLimit) return -1;
      starts[count] = from;
      ends[count] = at;
      hashes[count++] = hash;
    }
    return count;
  }

  private number(bytes: Uint8Array, count: number): void {
    const { tokens, spellings, starts, ends, hashes } = this;
    tokens.clear();
    this.hyphen = false;
    for (let at = 0, before = 0; at < count; at++) {
      const from = starts[at] ?? 0;
      const spelling = spellings.numberOfAscii(bytes, from, ends[at] ?? 0, hashes[at] ?? 0);
      const facts = spellings.factsOf(spelling);
      tokens.add(spelling, spellings.idOf(spelling), 0, facts);
      if (at > 0 && from === before + 1 && bytes[before] === hyphen && (facts & WordFact.Mark) === 0) this.join(bytes, at - 1);
      before = ends[at] ?? 0;
    }
  }

  /** Takes a word and the one after its hyphen together: `X-ray` is `Xray`, but `C-T` is not `CT`. */
  private join(bytes: Uint8Array, at: number): void {
    this.hyphen = true;
    const first = this.starts[at] ?? 0;
    const second = this.starts[at + 1] ?? 0;
    const length = (this.ends[at] ?? 0) - first;
    const all = length + (this.ends[at + 1] ?? 0) - second;
    if (all <= 2 || all > wordLimit) return;
    let hash = this.hashes[at] ?? 0;
    for (let to = 0; to < all; to++) {
      const unit = bytes[to < length ? first + to : second + to - length] ?? 0;
      this.both[to] = unit;
      if (to >= length) hash = hashOn(hash, unit);
    }
    this.tokens.join(at, this.spellings.numberOfAscii(this.both, 0, all, hash), this.spellings);
  }
}
