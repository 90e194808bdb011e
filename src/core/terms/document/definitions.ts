import type { Sense } from '../recognition/sense';

/** A definition of an abbreviation, and what it means: nothing where its long form is no name of anything. */
export interface Definition {
  readonly short: string;
  /** `keyOf` the short form. */
  readonly key: string;
  readonly long: string;
  readonly senses: readonly Sense[];
}

/** Where a definition stands. */
export interface PlacedDefinition {
  readonly definition: Definition;
  /** Of its unit: units in the order of the text have rising ranks. */
  rank: number;
  /** From the unit's start to the definition's. */
  offset: number;
}

/**
 * The abbreviations that a document defines. A definition holds from where it stands to the next one of the same short form; before
 * the first, a short form means what it says where nothing else is known of it.
 */
export class Definitions {
  private readonly byKey = new Map<string, PlacedDefinition[]>();
  /** Whether some short form holds a space. */
  readonly hasSpaces: boolean;
  /** By a hash of the first unit, and of the first two: whether some short form begins so. */
  private readonly beginnings = new Uint8Array(1024);

  /** @param placed in the order of the text */
  constructor(private readonly placed: readonly PlacedDefinition[]) {
    for (const one of placed) {
      const { key } = one.definition;
      this.beginnings[hashOf(key.charCodeAt(0), 0)] = 1;
      this.beginnings[hashOf(key.charCodeAt(0), key.charCodeAt(1))] = 1;
      const known = this.byKey.get(key);
      if (known) known.push(one);
      else this.byKey.set(key, [one]);
    }
    this.hasSpaces = placed.some(({ definition: { short } }) => /\s/.test(short));
  }

  get isEmpty(): boolean {
    return this.byKey.size === 0;
  }

  /** @param second 0 for none. @returns whether some short form may begin with these units, which rules out most words at once */
  mayBegin(first: number, second: number): boolean {
    return this.beginnings[hashOf(first, second)] === 1;
  }

  /** @returns what a short form means at a place; undefined if it is defined nowhere */
  at(key: string, rank: number, offset: number): { readonly definition: Definition; readonly isBefore: boolean } | undefined {
    const all = this.byKey.get(key);
    if (!all) return undefined;
    let low = 0;
    for (let high = all.length; low < high; ) {
      const middle = (low + high) >> 1;
      const one = all[middle];
      if (one && (one.rank < rank || (one.rank === rank && one.offset <= offset))) low = middle + 1;
      else high = middle;
    }
    const one = all[Math.max(0, low - 1)];
    return one && { definition: one.definition, isBefore: low === 0 };
  }

  /** Whether all uses mean the same with other definitions as with these, wherever they stand. */
  meansAs({ placed }: Definitions): boolean {
    return areSame(this.placed, placed);
  }

  /**
   * Takes up where some definitions stand now that stood elsewhere: a letter is typed in a unit that defines something.
   * @param old and `now`, in order, with none of the others between
   * @returns whether they are the same; otherwise there must be other `Definitions`
   */
  place(old: readonly PlacedDefinition[], now: readonly PlacedDefinition[]): boolean {
    if (!areSame(old, now)) return false;
    const [first] = old;
    const from = first ? this.placed.findIndex(({ rank, offset }) => rank === first.rank && offset === first.offset) : 0;
    if (from < 0) return false;
    now.forEach(({ rank, offset }, at) => {
      const one = this.placed[from + at];
      if (one) Object.assign(one, { rank, offset });
    });
    return true;
  }
}

function areSame(some: readonly PlacedDefinition[], others: readonly PlacedDefinition[]): boolean {
  return some.length === others.length && some.every(({ definition }, at) => {
    const that = others[at]?.definition;
    return that?.short === definition.short && that.long === definition.long && that.senses.length === definition.senses.length
      && that.senses.every((sense, index) => sense === definition.senses[index]);
  });
}

function hashOf(first: number, second: number): number {
  return (Math.imul(first, 37) + second) & 1023;
}

/** A short form without what its spellings differ in: `IL-6` → `IL6`, `LNs` → `LN`. */
export function keyOf(short: string): string {
  return singular(short.replace(/[^\p{L}\p{N}]+/gu, ''));
}

/** Without the small s of a plural: `LNs` → `LN`. */
export function singular(word: string): string {
  if (word.charCodeAt(word.length - 1) !== 115 || word.length < 3) return word;
  return /[\p{Lu}\p{N}]s$/u.test(word) ? word.slice(0, -1) : word;
}
