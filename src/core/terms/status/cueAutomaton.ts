import { type CueRule, Role } from './cue';
import { cueRules, wordLists } from './cueRules';
import { type CueWords, mostWords } from './cueWords';

/** The cues that may end at a state: one for what follows, one for what is before. */
export interface CueEnd {
  readonly after: CueRule | undefined;
  readonly before: CueRule | undefined;
}

interface Step {
  readonly words: ReadonlySet<number>;
  readonly optional: boolean;
}

interface Pattern {
  readonly rule: CueRule;
  readonly steps: readonly Step[];
}

/** A place in a pattern: pattern number times this, plus the steps gone. */
const stride = 16;

/** No text makes more states than some thousands; this bounds what a hostile one could. */
const mostStates = 20_000;
const mostMoves = 200_000;

/**
 * The patterns of all cues as one automaton, whose states are sets of places in patterns (Thompson 1968, "Regular expression
 * search algorithm", CACM 11:419-22), made as texts need them: all at once they would be millions.
 */
export class CueAutomaton {
  private readonly patterns: Pattern[] = [];
  private readonly starts = new Map<number, number[]>();
  private states: (readonly number[])[] = [];
  private ends: (CueEnd | undefined)[] = [];
  private numbers = new Map<string, number>();
  private moves = new Moves();
  /** By word: the state that a text's word begins, and -1 where it is not known. */
  private readonly begun = new Int32Array(mostWords);

  constructor(words: CueWords) {
    for (const [kind, side, reach, patterns] of cueRules) {
      const rule = { kind, side, reach };
      for (const pattern of patterns.split(/[;\n]/)) {
        const steps = stepsOf(pattern, words);
        if (steps.length > 0) this.patterns.push({ rule, steps });
      }
    }
    this.patterns.forEach((pattern, at) => {
      for (const place of placesAfter(pattern.steps, 0)) {
        for (const word of pattern.steps[place]?.words ?? []) this.starts.set(word, [...(this.starts.get(word) ?? []), at * stride + place + 1]);
      }
    });
    for (const word of this.starts.keys()) words.addRole(word, Role.Cue);
    this.forget();
  }

  /** @returns the state after a text's word from which a cue may go on; 0 for none */
  begin(word: number): number {
    const known = this.begun[word] ?? -1;
    return known >= 0 ? known : (this.begun[word] = this.make(1, word));
  }

  /** @returns the state after one more word; 0 where no cue goes on */
  move(state: number, word: number): number {
    const known = this.moves.get(state, word);
    return known >= 0 ? known : this.make(state, word);
  }

  /** @returns the cue that ends at a state; undefined for none */
  endOf(state: number): CueEnd | undefined {
    return this.ends[state];
  }

  private make(state: number, word: number): number {
    const places = state === 1 ? (this.starts.get(word) ?? []) : (this.states[state] ?? []).flatMap((place) => this.after(place, word));
    if (places.length === 0) {
      this.moves.set(state, word, 0);
      return 0;
    }
    const all = [...new Set(places)].sort((a, b) => a - b);
    const key = all.join();
    let number = this.numbers.get(key);
    if (number === undefined) {
      // Who is in the midst of a cue goes on from the new state.
      if (this.states.length > mostStates || this.moves.size > mostMoves) this.forget();
      number = this.add(key, all);
    }
    this.moves.set(state, word, number);
    return number;
  }

  private after(place: number, word: number): number[] {
    const pattern = this.patterns[Math.floor(place / stride)];
    if (!pattern) return [];
    const base = place - (place % stride);
    return placesAfter(pattern.steps, place % stride).filter((at) => pattern.steps[at]?.words.has(word)).map((at) => base + at + 1);
  }

  private add(key: string, places: readonly number[]): number {
    const number = this.states.length;
    this.numbers.set(key, number);
    this.states.push(places);
    this.ends.push(this.endAt(places));
    return number;
  }

  /** Of several cues that are equally long, one that is none comes first, then the one that stands earlier in the rules. */
  private endAt(places: readonly number[]): CueEnd | undefined {
    const rules = places.flatMap((place) => {
      const pattern = this.patterns[Math.floor(place / stride)];
      return pattern && placesAfter(pattern.steps, place % stride).includes(pattern.steps.length) ? [pattern.rule] : [];
    });
    const none = rules.find(({ kind }) => kind === 'none');
    if (none) return { after: none, before: undefined };
    const after = rules.find(({ side }) => side !== 'before');
    const before = rules.find(({ side }) => side === 'before');
    return after || before ? { after, before } : undefined;
  }

  private forget(): void {
    this.states = [[], []];
    this.ends = [undefined, undefined];
    this.moves = new Moves();
    this.begun.fill(-1);
    this.numbers = new Map();
  }
}

/** Where words lead from states, in typed arrays: asked for some times in each sentence. */
class Moves {
  size = 0;
  private slots = new Int32Array(1 << 14);

  /** @returns -1 where it is not known */
  get(state: number, word: number): number {
    const key = state * mostWords + word;
    const mask = this.slots.length / 2 - 1;
    for (let slot = placeOf(key) & mask; ; slot = (slot + 1) & mask) {
      const known = this.slots[slot * 2] ?? 0;
      if (known === key) return this.slots[slot * 2 + 1] ?? 0;
      if (known === 0) return -1;
    }
  }

  set(state: number, word: number, to: number): void {
    if (++this.size * 4 > this.slots.length) this.grow();
    this.put(state * mostWords + word, to);
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) if (old[at] !== 0) this.put(old[at] ?? 0, old[at + 1] ?? 0);
  }

  private put(key: number, to: number): void {
    const mask = this.slots.length / 2 - 1;
    let slot = placeOf(key) & mask;
    while (this.slots[slot * 2] !== 0 && this.slots[slot * 2] !== key) slot = (slot + 1) & mask;
    this.slots[slot * 2] = key;
    this.slots[slot * 2 + 1] = to;
  }
}

function placeOf(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** The steps that may come next, after those that need not; the pattern's length where it may end. */
function placesAfter(steps: readonly Step[], from: number): number[] {
  const places = [from];
  for (let at = from; steps[at]?.optional; at++) places.push(at + 1);
  return places;
}

function stepsOf(pattern: string, words: CueWords): Step[] {
  return pattern.trim().split(/\s+/).filter(Boolean).map((part) => {
    const optional = part.startsWith('(');
    const names = (optional ? part.slice(1, -1) : part).split('|').flatMap((name) => wordLists[name]?.split('|') ?? [name]);
    return { words: new Set(names.flatMap((name) => wordLists[name]?.split('|') ?? [name]).map((name) => words.intern(name))), optional };
  });
}
