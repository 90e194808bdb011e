import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import { isAcronym } from './acronyms';
import { addSenses, isLoose } from './candidate';
import { Phrases } from './phrases';
import { placeOf, type Sense } from './sense';
import { classOf, diseaseKey } from '../wordClasses';
import { formsOf } from './stopNames';

/** Curated by hand: what they define is meant to be looked up. */
const curated = new Set(['glossary', 'casebook']);

/** Knows the names that are passed over, by what stands for them in each index. */
export class StopList {
  private readonly stopped: readonly Stopped[];
  private readonly forms: ReadonlySet<string>;
  private readonly acronyms: ReadonlySet<string>;

  /** @param names any spelling of each */
  constructor(search: TermSearch<TermIndex>, names: readonly string[]) {
    this.stopped = search.indexes.map(() => ({ rows: new Set(), classed: new Map() }));
    this.acronyms = new Set(names.filter((name) => isAcronym(name, 0, name.length)));
    const phrases = new Phrases(search);
    const forms = (this.forms = new Set(names.map(formsOf)));
    for (const name of names) {
      const words = phrases.words(name, 0, name.length);
      const exact = phrases.rows(words, false);
      for (const { index, names: row } of exact) {
        if (!sensesOf(search, index, row).some((one) => isDefined(search.indexes[index], one))) this.stopped[index]?.rows.add(row);
      }
      for (const { index, names: row } of phrases.rows(words, true)) {
        const { classed } = this.stopped[index] ?? {};
        if (!classed || exact.some((one) => one.index === index && one.names === row)) continue;
        if (isQualityOfDisease(name, forms)) this.stopped[index]?.rows.add(row);
        const said = classed.get(row);
        if (said) said.add(formsOf(name));
        else classed.set(row, new Set([formsOf(name)]));
      }
    }
  }

  /**
   * @param names what stands in the index's trie for some words (`namesOf`)
   * @param start and `end`, where in the text these words are
   */
  has(index: number, names: number, text: string, start: number, end: number): boolean {
    const stopped = this.stopped[index];
    if (!stopped?.rows.has(names) && !stopped?.classed.get(names)?.has(formsOf(text.slice(start, end)))) return false;
    // `age` is passed over, `AGE` is short for something.
    return !isAcronym(text, start, end) || this.acronyms.has(text.slice(start, end));
  }

  /** Whether words that are no name, which a rule makes a mention of, are passed over. */
  says(text: string, start: number, end: number): boolean {
    const words = text.slice(start, end);
    return isAcronym(words, 0, words.length) ? this.acronyms.has(words) : this.forms.has(formsOf(words));
  }
}

interface Stopped {
  /** Names that are passed over in all their spellings. */
  readonly rows: Set<number>;
  /** Names that some words say by what these stand for, and the forms of the words that are passed over: `mental confusion`, not `mental disorder`. */
  readonly classed: Map<number, Set<string>>;
}

/**
 * Whether a name says no more than of what quality a disease is, as `rare disease`: then it is passed over with any other head as well.
 * @param forms of all names that are passed over
 */
function isQualityOfDisease(name: string, forms: ReadonlySet<string>): boolean {
  const [, quality = '', head = ''] = /^(.+) (\S+)$/.exec(formsOf(name)) ?? [];
  return forms.has(quality) && classOf(head)?.keys[0] === diseaseKey;
}

/** What names mean with whatever capitals. */
function sensesOf(search: TermSearch<TermIndex>, index: number, names: number): Sense[] {
  const senses: Sense[] = [];
  addSenses(search, index, names, () => false, senses);
  return senses;
}

/** Whether a glossary has the name itself: that it defines `toxicity` does not ask for `toxic`. */
function isDefined(index: TermIndex | undefined, one: Sense): boolean {
  return !isLoose(one) && curated.has(index?.conceptAt(placeOf(one))?.terminology ?? '');
}
