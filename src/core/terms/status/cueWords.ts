import { hashOn, hashStart } from '../wordTable';
import { Role } from './cue';
import { roleWords } from './cueRules';

/** Numbers of words that are known by their kind. */
export const enum WordKind {
  Other = 0,
  /** `10`, `1995`, `5.5`. */
  Number = 1,
  /** `3-week`, `20-year`. */
  Duration = 2,
  Comma = 3,
  Stop = 4,
  Open = 5,
  Close = 6,
  Colon = 7,
}

/** More than the rules have; a bug if it is not. */
export const mostWords = 4096;

/** Words with numbers of their own begin here. */
const firstWord = 8;

/** The words that say something of the status of others, by number; all other words are one and the same. */
export class CueWords {
  private readonly words: string[] = [];
  private readonly roles = new Int32Array(mostWords);
  /** Half full at most: a word's hash, its number. */
  private readonly slots = new Int32Array(4 * mostWords);
  /** By the first and the last letter (`shapeOf`), a bit for each length that words have: most words of a text are none of these. */
  private readonly lengths = new Int32Array(1024);

  constructor() {
    this.roles[WordKind.Comma] = Role.Comma;
    this.roles[WordKind.Stop] = Role.Stop;
    this.roles[WordKind.Colon] = Role.Stop;
    this.roles[WordKind.Open] = Role.Open;
    this.roles[WordKind.Close] = Role.Close;
    const roles = { verb: Role.Verb, contrast: Role.Contrast, relative: Role.Relative, and: Role.And, or: Role.Or, place: Role.Place, preposition: Role.Preposition, determiner: Role.Determiner, patient: Role.Patient, absorber: Role.Absorber };
    for (const [name, words] of Object.entries(roleWords)) {
      for (const word of words.split(' ')) this.addRole(this.intern(word), roles[name as keyof typeof roles]);
    }
    for (const word of roleWords.place.split(' ')) this.addRole(this.intern(word), Role.Preposition);
  }

  /** @param word in small letters, or the name of a kind: `NUM`, `NUMDAYS`, `,` */
  intern(word: string): number {
    if (word === 'NUM') return WordKind.Number;
    if (word === 'NUMDAYS') return WordKind.Duration;
    if (word === ',') return WordKind.Comma;
    const hash = hashOf(word);
    const known = this.find(word, 0, word.length, hash);
    if (known !== 0) return known;
    const number = firstWord + this.words.length;
    if (number === mostWords) throw new RangeError('More words than there is room for');
    this.words.push(word);
    const shape = shapeOf(word.charCodeAt(0), word.charCodeAt(word.length - 1));
    this.lengths[shape] = (this.lengths[shape] ?? 0) | (1 << Math.min(word.length, longestCounted));
    this.place(hash, number);
    return number;
  }

  /** @returns what a word is to scopes, `Role`s together */
  rolesOf(number: number): number {
    return this.roles[number] ?? Role.None;
  }

  /** @returns whether some word may begin and end with these letters and be so long, which rules out most at once */
  mayBe(first: number, last: number, length: number): boolean {
    return (((this.lengths[shapeOf(first, last)] ?? 0) >> (length < longestCounted ? length : longestCounted)) & 1) === 1;
  }

  /**
   * The number of the word that stands there, in whatever capitals; 0 for one that says nothing.
   * @param hash of its small letters
   */
  find(text: string, start: number, end: number, hash: number): number {
    const mask = this.slots.length / 2 - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const number = this.slots[slot * 2 + 1] ?? 0;
      if (number === 0) return 0;
      if (this.slots[slot * 2] === hash && this.isAt(number, text, start, end)) return number;
    }
  }

  /** Says something more of a word. */
  addRole(number: number, role: Role): void {
    this.roles[number] = (this.roles[number] ?? 0) | role;
  }

  private isAt(number: number, text: string, start: number, end: number): boolean {
    const word = this.words[number - firstWord] ?? '';
    if (word.length !== end - start) return false;
    for (let at = 0; at < word.length; at++) {
      if (small(text.charCodeAt(start + at)) !== word.charCodeAt(at)) return false;
    }
    return true;
  }

  private place(hash: number, number: number): void {
    const mask = this.slots.length / 2 - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
    this.slots[slot * 2] = hash;
    this.slots[slot * 2 + 1] = number;
  }
}

/** Words of more letters are all as long to `CueWords.mayBe`. */
const longestCounted = 30;

/** A number for two letters of ASCII in whatever capitals; others may have it too. */
function shapeOf(first: number, last: number): number {
  return ((first & 31) << 5) | (last & 31);
}

/** A unit of a word as cues are compared: small, and every apostrophe the straight one. */
export function small(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit + 32;
  return unit === 0x2019 ? 39 : unit === 0x2010 || unit === 0x2011 ? 45 : unit;
}

function hashOf(word: string): number {
  let hash = hashStart;
  for (let at = 0; at < word.length; at++) hash = hashOn(hash, word.charCodeAt(at));
  return hash;
}
