import CSL from 'citeproc';
import type { CslItem } from '../library/record';
import { type EngineCitation, EngineCitations } from './engineCitations';
import { EngineEntries } from './engineEntries';
import { EngineItems } from './engineItems';
import { fasterCiteproc, fasterEngine } from './fasterCiteproc';
import { markCites } from './citeMarks';
import { fallbackLanguage, type Locales } from './locales';
import type { StyleNode } from './styleNode';
import { type StyleTraits, styleTraits } from './styleTraits';

/** An entry of a bibliography; safe HTML. */
export interface EngineEntry {
  readonly item: CslItem;
  readonly html: string;
}

/**
 * citeproc-js with one style and language, and one document at a time, which it keeps: what comes next is told apart from it,
 * and only what is other is rendered, when it is asked for. What it puts out is safe HTML, whatever stands in the items.
 */
export class Engine {
  readonly style: StyleTraits;
  private readonly make: () => InstanceType<typeof CSL.Engine>;
  private readonly items = new EngineItems(() => this.style.showsAbstracts);
  private engine: InstanceType<typeof CSL.Engine>;
  private citations: EngineCitations;
  private entries: EngineEntries;
  private ids: readonly string[] = [];

  /**
   * @param style a style, or the XML of a `.csl` file
   * @param language wins over the style's own, unless empty
   * @throws where the style is none
   */
  constructor(style: StyleNode | string, locales: Locales, language: string) {
    const system = {
      retrieveItem: (id: string) => this.items.retrieve(id),
      retrieveLocale: (tag: string) => locales.get(tag) ?? localeOfBase(locales, tag),
    };
    const known = locales.has(language) ? language : [...locales.keys()][0] ?? fallbackLanguage;
    // The engine changes the style it is given.
    const own = () => (typeof style === 'string' ? style : structuredClone(style));
    fasterCiteproc();
    this.make = () => {
      const engine = new CSL.Engine(system, own(), known, language !== '');
      engine.setOutputFormat('html');
      fasterEngine(engine);
      markCites(engine);
      return engine;
    };
    this.engine = this.make();
    this.style = styleTraits(style, { isNote: this.engine.opt.xclass === 'note', punctuationInQuote: this.engine.getOpt('punctuation-in-quote') === true });
    this.citations = this.newCitations();
    this.entries = new EngineEntries(this.engine);
  }

  /**
   * Takes a document in the place of the last one.
   * @param uncited what its bibliography lists besides
   * @throws what the engine does; it is as new then
   */
  update(citations: readonly EngineCitation[], uncited: readonly CslItem[]): void {
    this.orRenew(() => {
      const ids = [...new Set([...citations.flatMap(({ cites }) => cites.map(({ item }) => item)), ...uncited].map((item) => this.items.idOf(item)))];
      if (this.items.forgetAllBut(new Set(ids))) this.renew();
      this.citations.set(citations);
      if (!isSame(ids, this.ids)) {
        // It sorts by the numbers that works had before, where a style asks it to sort by numbers.
        if (this.style.usesNumbers && this.engine.bibliography_sort.tokens.length > 0) this.engine.updateItems([]);
        this.engine.updateItems(ids);
        // Which citations are to be rendered again is told otherwise here, and what is tainted is sorted again each time.
        this.engine.tmp.taintedItemIDs = {};
        this.ids = ids;
      }
      this.citations.settle();
    });
  }

  /** One of the document's citations, what it says of each work marked. @throws what the engine does */
  citation(index: number): string {
    return this.orRenew(() => this.citations.html(index));
  }

  /** The authors of one in the sentence, and its footnote; undefined where there are no two. @throws what the engine does */
  apart(index: number): { readonly author: string; readonly note: string } | undefined {
    return this.orRenew(() => this.citations.apart(index));
  }

  /** The work behind an id in marks. */
  work(id: string): CslItem | undefined {
    return this.items.item(id);
  }

  /** The works of the document's bibliography, in the style's order; none where the style makes no bibliography. */
  works(): readonly CslItem[] {
    return this.entries.ids().flatMap((id) => this.items.item(id) ?? []);
  }

  /** The bibliography's entries, or some of them, by their places in `works`. @throws what the engine does */
  bibliography(from = 0, to = Infinity): readonly EngineEntry[] {
    return this.orRenew(() => {
      const ids = this.entries.ids().slice(from, to);
      const html = this.entries.html(from, to);
      return ids.flatMap((id, index) => {
        const item = this.items.item(id);
        return item && html[index] ? [{ item, html: html[index] }] : [];
      });
    });
  }

  /** An engine that has thrown is left in the midst of something, so the next who asks gets another. */
  private orRenew<Value>(action: () => Value): Value {
    try {
      return action();
    } catch (error) {
      this.renew();
      throw error;
    }
  }

  private renew(): void {
    this.engine = this.make();
    this.citations = this.newCitations();
    this.entries = new EngineEntries(this.engine);
    this.ids = [];
  }

  private newCitations(): EngineCitations {
    return new EngineCitations(this.engine, this.style, (item) => this.items.idOf(item));
  }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}

function localeOfBase(locales: Locales, tag: string): StyleNode | undefined {
  const base = tag.slice(0, 2);
  return [...locales].find(([language]) => language.startsWith(base))?.[1] ?? locales.get(fallbackLanguage);
}
