import { CharacterClass, characterClass } from './characterClass';
import { grown } from './grown';
import { capitalsKey, hasFourSmall } from './letterCase';
import { Hint, hintOf } from './looseVariants';
import type { Steps } from './steps';
import { classOf } from './wordClasses';
import { wordForm } from './wordForm';
import { hashOf, WordTable } from './wordTable';

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
}

const connectives: ReadonlySet<string> = new Set(['and', 'or', 'of', 'with', 'without', 'in', 'due']);

/** Words as names have them, numbered as they are met, and their forms (`wordForm`). What takes time is worked out once for each. */
export class NameSpellings {
  readonly forms = new WordTable();
  private readonly table = new WordTable();
  /** By spelling: the id of its form, and what it says of names. */
  private ids = new Int32Array(1024);
  private facts = new Uint8Array(1024);
  /** By form: what it promises of a name that holds it (`Hint`), and what it stands for within names, if it does. */
  private hints = new Uint8Array(1024);
  private readonly classes = new Map<number, readonly number[]>();
  /** Four numbers a spelling once somebody asked: two of `capitalsKey` for exact capitals, and two for a sentence's. */
  private capitals = new Int32Array(0);

  constructor(private readonly steps: Steps) {
    this.facts[0] = WordFact.TooLong;
  }

  /** @returns the number of the spelling that stands there, above 0. @param hash the spelling's, by `hashOf` */
  readonly numberOf = (text: string, start: number, end: number, hash: number): number =>
    this.table.find(text, start, end, hash) || this.take(this.table.add(text, start, end, hash), text.slice(start, end));

  /** The same of a word of ASCII in an array. */
  numberOfBytes(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const known = this.table.findUnits(bytes, start, end, hash);
    if (known !== 0) return known;
    const number = this.table.addUnits(bytes, start, end, hash);
    return this.take(number, this.table.textOf(number));
  }

  /** @returns the id of a spelling's form; 0 of no spelling */
  idOf(number: number): number {
    return this.ids[number] ?? 0;
  }

  factsOf(number: number): number {
    return this.facts[number] ?? WordFact.None;
  }

  /** @param id of a form */
  hintOf(id: number): number {
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

  private take(number: number, word: string): number {
    this.ids = grown(this.ids, number + 1);
    this.facts = grown(this.facts, number + 1);
    this.ids[number] = this.intern(wordForm(word, this.steps));
    this.facts[number] = factsOf(word);
    return number;
  }

  private addForm(form: string, hash: number): number {
    const id = this.forms.add(form, 0, form.length, hash);
    this.hints = grown(this.hints, id + 1);
    const keys = this.steps.wordClasses ? classOf(form)?.keys : undefined;
    this.hints[id] = hintOf(form) | (keys ? Hint.Classed : 0);
    if (keys) this.classes.set(id, keys.map((key) => this.intern(key)));
    return id;
  }

  private addCapitals(number: number): void {
    if (number * 4 + 3 >= this.capitals.length) this.capitals = grown(this.capitals, (number + this.table.size + 16) * 4);
    const word = this.table.textOf(number);
    [false, true].forEach((sentence, at) => {
      const { hash, power } = capitalsKey(word, sentence, this.steps);
      this.capitals[number * 4 + at * 2] = hash;
      this.capitals[number * 4 + at * 2 + 1] = power;
    });
  }
}

function factsOf(word: string): number {
  const code = word.codePointAt(0) ?? 0;
  if (characterClass(code) === CharacterClass.Mark) return WordFact.Mark | (isClosing(code) ? WordFact.Closing : 0) | (code === comma ? WordFact.Comma : 0);
  return (hasFourSmall(word) ? WordFact.FourSmall : 0) | (word === 'NOS' ? WordFact.Nos : 0) | (connectives.has(word.toLowerCase()) ? WordFact.Connective : 0);
}

const comma = 0x2c;

function isClosing(code: number): boolean {
  return '.,;:!?"”»'.includes(String.fromCodePoint(code));
}
