import { grown } from './grown';
import { type NameSpellings, WordFact } from './nameSpellings';
import type { Tokens } from './tokens';

/** What two words taken together say of a name, beside what each does. */
const ofBoth = WordFact.Classed | WordFact.Hinted;

/** The words of one name. Used again for each name, as terminologies have hundreds of thousands. */
export class NameTokens {
  count = 0;
  /** The numbers of the words' spellings (`NameSpellings`); 0 for a word longer than any of a name. */
  spelling = new Int32Array(64);
  /** The ids of their forms. */
  word = new Int32Array(64);
  /** The id of this word and the next one taken together, where only a hyphen parts them; else 0. */
  joined = new Int32Array(64);
  /** By word, what it says of the name (`WordFact`). */
  facts = new Uint16Array(64);
  /** What some word, or two taken together, say of the name. */
  all = 0;

  clear(): void {
    this.count = 0;
    this.all = 0;
  }

  /** @param joined as above */
  add(spelling: number, word: number, joined: number, facts: number): void {
    const at = this.count++;
    if (at === this.word.length) this.grow();
    this.spelling[at] = spelling;
    this.word[at] = word;
    this.joined[at] = joined;
    this.facts[at] = facts;
    this.all |= facts;
  }

  /** @param both the number of the spelling of a word and the next one taken together */
  join(at: number, both: number, spellings: NameSpellings): void {
    this.joined[at] = spellings.idOf(both);
    this.all |= spellings.factsOf(both) & ofBoth;
  }

  /** Adds words of another name, from one to before another. */
  addFrom(other: NameTokens, from: number, to: number): void {
    this.all |= other.all & ofBoth;
    for (let at = from; at < to; at++) this.add(other.spelling[at] ?? 0, other.word[at] ?? 0, other.joined[at] ?? 0, other.facts[at] ?? 0);
  }

  /** Takes the place of what was here. @param tokens words by the numbers of `spellings` */
  setTo({ count, word, joined }: Tokens, spellings: NameSpellings): void {
    this.clear();
    for (let at = 0; at < count; at++) {
      const spelling = word[at] ?? 0;
      this.add(spelling, spellings.idOf(spelling), 0, spellings.factsOf(spelling));
      if (joined[at] !== 0) this.join(at, joined[at] ?? 0, spellings);
    }
  }

  private grow(): void {
    const room = this.word.length * 2;
    this.spelling = grown(this.spelling, room);
    this.word = grown(this.word, room);
    this.joined = grown(this.joined, room);
    this.facts = grown(this.facts, room);
  }
}
