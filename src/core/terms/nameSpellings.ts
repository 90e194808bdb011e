import { CharacterClass, characterClass } from './characterClass';
import { grown } from './grown';
import { capitalsKey } from './letterCase';
import { Hint, hintOf } from './looseVariants';
import type { Steps } from './steps';
import { wordLimit } from './tokenise';
import { classOf } from './wordClasses';
import { wordForm } from './wordForm';
import { hashOf, placeOf, WordTable } from './wordTable';

/** What a word says of a name that holds it. With it a name is known for one that no rule speaks of, without looking at its letters again. */
export const enum WordFact {
  None = 0,
  /** Four small letters of ASCII stand together. */
  FourSmall = 1,
  /** It is punctuation. */
  Mark = 2,
  /** It is punctuation that ends a sentence or a quotation rather than a name; `CD4+` keeps its sign. */
  Closing = 4,
  Comma = 8,
  /** `and`, `of`: a name with commas that holds it is a list. */
  Connective = 16,
  /** `NOS`, in capitals. */
  Nos = 32,
  /** It is longer than any word of a name, and has no number. */
  TooLong = 64,
  /** It stands for something else within longer names (`classOf`). */
  Classed = 128,
  /** It has small letters of ASCII, or capitals. */
  Small = 256,
  Capital = 512,
  /** A name that begins or ends with it may be said in other ways (`Hint`), one of several words. */
  Hinted = 1024,
}

const connectives: ReadonlySet<string> = new Set(['and', 'or', 'of', 'with', 'without', 'in', 'due']);
const longestConnective = 7;

/** Numbers of a spelling's record: where its letters begin, how many bytes they are, the id of its form, and its facts. */
const size = 4;
const lengthAt = 1;
const idAt = 2;
const factsAt = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Words as names have them, numbered from 1 on as they are met, and their forms (`wordForm`). Names repeat their words, so what takes
 * time is worked out once for each. They are kept as UTF-8, since terminologies' names are.
 */
export class NameSpellings {
  readonly forms = new WordTable();
  /** Open addressing, two numbers a slot: a spelling's hash, its number; a slot without number is free. */
  private slots = new Int32Array(1 << 12);
  /** By spelling, what is known of it in one place: it is the memory that is waited for. */
  private records = new Int32Array(1 << 12);
  private letters = new Uint8Array(1 << 14);
  /** Room for a word: a UTF-16 unit becomes three bytes at most. */
  private readonly encoded = new Uint8Array(wordLimit * 3);
  private used = 0;
  private count = 0;
  /** By form: what it promises of a name that holds it (`Hint`), and what it stands for within names, if it does. */
  private hints = new Uint8Array(1024);
  private readonly classes = new Map<number, readonly number[]>();
  /** Four numbers a spelling once somebody asked: two of `capitalsKey` for exact capitals, and two for a sentence's. */
  private capitals = new Int32Array(0);

  constructor(private readonly steps: Steps) {
    this.records[factsAt] = WordFact.TooLong;
  }

  /** @returns the number of the spelling that stands there */
  numberOf(text: string, start: number, end: number): number {
    const word = text.slice(start, end);
    const { written } = encoder.encodeInto(word, this.encoded);
    return this.find(this.encoded, 0, written, hashOf(word, 0, word.length), word);
  }

  /** The same of a word of ASCII in an array. */
  numberOfAscii(bytes: Uint8Array, start: number, end: number, hash: number): number {
    return this.find(bytes, start, end, hash, undefined);
  }

  /** @param word the text of the bytes, if it is at hand; they are ASCII else */
  private find(bytes: Uint8Array, start: number, end: number, hash: number, word: string | undefined): number {
    const { slots } = this;
    const mask = slots.length - 1;
    for (let slot = (placeOf(hash) * 2) & mask; ; slot = (slot + 2) & mask) {
      const number = slots[slot + 1] ?? 0;
      if (number === 0) return this.add(bytes, start, end, hash, slot, word ?? asciiText(bytes, start, end));
      if (slots[slot] === hash && this.isAt(number, bytes, start, end)) return number;
    }
  }

  /** @returns the id of a spelling's form; 0 of no spelling */
  idOf(number: number): number {
    return this.records[number * size + idAt] ?? 0;
  }

  /** @returns how many bytes a spelling has */
  lengthOf(number: number): number {
    return this.records[number * size + lengthAt] ?? 0;
  }

  /** @returns what a spelling says of a name that holds it (`WordFact`) */
  factsOf(number: number): number {
    return this.records[number * size + factsAt] ?? 0;
  }

  /** @param id of a form */
  hintOf(id: number): Hint {
    return this.hints[id] ?? Hint.None;
  }

  /** @param id of a form. @returns the ids of what it stands for within names (`classOf`); undefined for nearly all */
  classOf(id: number): readonly number[] | undefined {
    return this.classes.get(id);
  }

  /** @returns the id of a form, which is taken in if it is not here */
  intern(form: string): number {
    const hash = hashOf(form, 0, form.length);
    return this.forms.find(form, 0, form.length, hash) || this.addForm(form, hash);
  }

  /** Adds a word to a number for what remains of words when only their capitals matter (`capitalsKey`). */
  capitalsOn(hash: number, number: number, sentence: boolean): number {
    const at = number * 4 + (sentence ? 2 : 0);
    if (!this.capitals[at + 1]) this.addCapitals(number);
    return (Math.imul(hash, this.capitals[at + 1] ?? 0) + (this.capitals[at] ?? 0)) | 0;
  }

  private isAt(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { records, letters } = this;
    if (records[number * size + lengthAt] !== end - start) return false;
    const from = records[number * size] ?? 0;
    for (let at = start, own = from; at < end; at++, own++) if (letters[own] !== bytes[at]) return false;
    return true;
  }

  private add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number, word: string): number {
    const number = ++this.count;
    this.records = grown(this.records, (number + 1) * size);
    this.letters = grown(this.letters, this.used + end - start);
    const at = number * size;
    this.records[at] = this.used;
    this.records[at + lengthAt] = end - start;
    for (let from = start; from < end; from++) this.letters[this.used++] = bytes[from] ?? 0;
    const id = this.intern(wordForm(word, this.steps));
    this.records[at + idAt] = id;
    this.records[at + factsAt] = factsOf(word) | this.factsOfForm(id);
    this.slots[slot] = hash;
    this.slots[slot + 1] = number;
    // Two thirds full at most: probing stays short.
    if (number * 3 > this.slots.length) this.growSlots();
    return number;
  }

  private factsOfForm(id: number): number {
    return (this.classes.has(id) ? WordFact.Classed : 0) | ((this.hintOf(id) & ~(Hint.Noun | Hint.Particle)) === 0 ? 0 : WordFact.Hinted);
  }

  private growSlots(): void {
    const old = this.slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let slot = (placeOf(old[from] ?? 0) * 2) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[from] ?? 0;
      slots[slot + 1] = old[from + 1] ?? 0;
    }
    this.slots = slots;
  }

  private textOf(number: number): string {
    const from = this.records[number * size] ?? 0;
    return decoder.decode(this.letters.subarray(from, from + (this.records[number * size + lengthAt] ?? 0)));
  }

  private addForm(form: string, hash: number): number {
    const id = this.forms.add(form, 0, form.length, hash);
    this.hints = grown(this.hints, id + 1);
    const keys = this.steps.wordClasses ? classOf(form)?.keys : undefined;
    this.hints[id] = hintOf(form);
    if (keys) this.classes.set(id, keys.map((key) => this.intern(key)));
    return id;
  }

  private addCapitals(number: number): void {
    if (number * 4 + 3 >= this.capitals.length) this.capitals = grown(this.capitals, (number + this.count + 16) * 4);
    const word = this.textOf(number);
    [false, true].forEach((sentence, at) => {
      const { hash, power } = capitalsKey(word, sentence, this.steps);
      this.capitals[number * 4 + at * 2] = hash;
      this.capitals[number * 4 + at * 2 + 1] = power;
    });
  }
}

/** The text of bytes that are ASCII: a decoder takes longer for so few. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

function factsOf(word: string): number {
  const code = word.codePointAt(0) ?? 0;
  if (characterClass(code) === CharacterClass.Mark) return WordFact.Mark | (isClosing(code) ? WordFact.Closing : 0) | (code === comma ? WordFact.Comma : 0);
  const connective = word.length <= longestConnective && connectives.has(word.toLowerCase());
  return lettersOf(word) | (word === 'NOS' ? WordFact.Nos : 0) | (connective ? WordFact.Connective : 0);
}

function lettersOf(word: string): number {
  let facts = 0;
  for (let at = 0, row = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    const small = code >= 0x61 && code <= 0x7a;
    row = small ? row + 1 : 0;
    if (small) facts |= row === 4 ? WordFact.Small | WordFact.FourSmall : WordFact.Small;
    else if (code >= 0x41 && code <= 0x5a) facts |= WordFact.Capital;
  }
  return facts;
}

const comma = 0x2c;

function isClosing(code: number): boolean {
  return '.,;:!?"”»'.includes(String.fromCodePoint(code));
}
