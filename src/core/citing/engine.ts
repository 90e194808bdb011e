import type { Citation } from 'citeproc';
import CSL from 'citeproc';
import type { CslItem } from '../library/record';
import { engineItem } from './engineItem';
import { safeHtml } from './html';
import { fallbackLanguage, type Locales } from './locales';
import { findNode, type StyleNode } from './styleNode';

/** One item of a citation as the engine takes it: affixes are CSL's little HTML. */
export interface EngineCite {
  readonly item: CslItem;
  readonly locator?: string;
  readonly label?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly suppressAuthor?: boolean;
}

export interface EngineCitation {
  readonly cites: readonly EngineCite[];
  /** `Chen (1995)` as against `(Chen, 1995)`. */
  readonly authorInText: boolean;
}

export interface EngineOutput {
  /** HTML for each citation given. */
  readonly citations: readonly string[];
  /** In the style's order; empty where the style makes no bibliography. */
  readonly bibliography: readonly { readonly item: CslItem; readonly html: string }[];
}

/** citeproc-js with one style and language. What it puts out is safe HTML, whatever stands in the items. */
export class Engine {
  readonly style: StyleTraits;
  private readonly make: () => InstanceType<typeof CSL.Engine>;
  private engine: InstanceType<typeof CSL.Engine>;
  private items: readonly CslItem[] = [];
  private ids = new Map<CslItem, string>();
  /** Ids go on from run to run, since the engine believes that an id it knows has not changed. */
  private run = 0;

  /**
   * @param style a style, or the XML of a `.csl` file
   * @param language wins over the style's own, unless empty
   * @throws where the style is none
   */
  constructor(style: StyleNode | string, locales: Locales, language: string) {
    const system = {
      retrieveItem: (id: string) => this.retrieve(id),
      retrieveLocale: (tag: string) => locales.get(tag) ?? localeOfBase(locales, tag),
    };
    const known = locales.has(language) ? language : [...locales.keys()][0] ?? fallbackLanguage;
    // The engine changes the style it is given.
    const own = () => (typeof style === 'string' ? style : structuredClone(style));
    this.make = () => new CSL.Engine(system, own(), known, language !== '');
    this.engine = this.make();
    this.style = traits(style, this.engine.opt.xclass === 'note');
  }

  /** Renders a document's citations and its bibliography, with what is in `uncited` besides. @throws what the engine does */
  render(citations: readonly EngineCitation[], uncited: readonly CslItem[]): EngineOutput {
    return this.orRenew(() => this.document(citations, uncited));
  }

  /** Renders references only. @throws what the engine does */
  references(items: readonly CslItem[]): EngineOutput['bibliography'] {
    return this.orRenew(() => {
      this.begin(items);
      this.engine.updateItems([...new Set(this.ids.values())]);
      return this.bibliography();
    });
  }

  /** An engine that has thrown is left in the midst of something, so the next who asks gets another. */
  private orRenew<Value>(action: () => Value): Value {
    try {
      return action();
    } catch (error) {
      this.engine = this.make();
      throw error;
    }
  }

  private document(citations: readonly EngineCitation[], uncited: readonly CslItem[]): EngineOutput {
    this.begin([...citations.flatMap(({ cites }) => cites.map(({ item }) => item)), ...uncited]);
    const input: Citation[] = [];
    const parts = citations.map((citation) => {
      const from = input.length;
      if (citation.authorInText && this.style.format === 'author') input.push(this.authorOnly(citation, from));
      input.push(this.citation(citation, input.length));
      return { from, to: input.length };
    });
    const output = this.engine.rebuildProcessorState(input, 'html', uncited.map((item) => this.ids.get(item) ?? ''));
    const html = output.map(([, , rendered]) => withoutMissing(safeHtml(rendered)));
    const joined = parts.map(({ from, to }) => html.slice(from, to).filter((part) => part !== '').join(' '));
    return { citations: joined, bibliography: this.bibliography() };
  }

  private begin(items: readonly CslItem[]): void {
    // The engine keeps uncited items, and asks for them again while it drops them.
    this.engine.rebuildProcessorState([], 'html', []);
    this.engine.updateItems([]);
    this.run++;
    this.items = items;
    this.ids = new Map();
    for (const [index, item] of items.entries()) if (!this.ids.has(item)) this.ids.set(item, `r${this.run}-${index}`);
  }

  private retrieve(id: string): object | undefined {
    const item = this.items[Number(id.slice(id.indexOf('-') + 1))];
    return item && engineItem(item, id, this.style.showsAbstracts);
  }

  /** The `Chen et al.` of `Chen et al. (1995)`. citeproc-js' own way for both at once takes the wrong author of several. */
  private authorOnly(citation: EngineCitation, index: number): Citation {
    const [first] = citation.cites;
    const id = first && this.ids.get(first.item);
    return { citationID: `c${this.run}-${index}`, citationItems: [{ id, 'author-only': true }], properties: { noteIndex: 0 } };
  }

  private citation({ cites, authorInText }: EngineCitation, index: number): Citation {
    const { format } = this.style;
    const withoutAuthor = (cite: EngineCite) => cite.suppressAuthor === true || (authorInText && cite === cites[0]);
    return {
      citationID: `c${this.run}-${index}`,
      citationItems: cites.map((cite) => ({
        id: this.ids.get(cite.item),
        label: cite.label,
        // The style has its own way of writing ranges, which it follows for a hyphen.
        locator: cite.locator?.replace(/–/g, '-'),
        prefix: cite.prefix,
        suffix: cite.suffix,
        ...(format !== 'numeric' && (cite.suppressAuthor || format === 'author') && withoutAuthor(cite) && { 'suppress-author': true }),
      })),
      properties: { noteIndex: format === 'note' ? index + 1 : 0, ...(authorInText && { unsorted: true }) },
    };
  }

  private bibliography(): EngineOutput['bibliography'] {
    const made = this.engine.makeBibliography();
    if (!made) return [];
    const [{ entry_ids: ids }, entries] = made;
    return entries.flatMap((html, index) => {
      const item = this.items[Number(ids[index]?.[0]?.split('-')[1])];
      return item ? [{ item, html: entryHtml(html) }] : [];
    });
  }
}

/** What of a style decides how citations go into running text. */
export interface StyleTraits {
  readonly format: 'author' | 'numeric' | 'note';
  readonly showsAbstracts: boolean;
  /** What the style puts around a citation, and between its parts. */
  readonly layout: { readonly prefix: string; readonly suffix: string; readonly delimiter: string; readonly isSuperscript: boolean };
}

function traits(style: StyleNode | string, isNote: boolean): StyleTraits {
  const text = typeof style === 'string' ? style : JSON.stringify(style);
  const attributes = layoutAttributes(style);
  const isNumeric = /citation-format"?[=:]\s*"numeric"/.test(text);
  return {
    format: isNote ? 'note' : isNumeric ? 'numeric' : 'author',
    showsAbstracts: /"abstract"|"annote"|"keyword"/.test(text),
    layout: {
      prefix: attributes['prefix'] ?? '',
      suffix: attributes['suffix'] ?? '',
      delimiter: attributes['delimiter'] ?? '; ',
      isSuperscript: attributes['vertical-align'] === 'sup',
    },
  };
}

function layoutAttributes(style: StyleNode | string): Readonly<Record<string, string>> {
  if (typeof style !== 'string') {
    const citation = findNode(style, 'citation');
    return (citation && findNode(citation, 'layout')?.attrs) ?? {};
  }
  const tag = /<citation\b[^]*?<layout\b([^>]*)>/.exec(style)?.[1] ?? '';
  return Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
}

function localeOfBase(locales: Locales, tag: string): StyleNode | undefined {
  const base = tag.slice(0, 2);
  return [...locales].find(([language]) => language.startsWith(base))?.[1] ?? locales.get(fallbackLanguage);
}

function entryHtml(html: string): string {
  const inner = /^\s*<div class="csl-entry">([^]*?)<\/div>\s*$/.exec(html)?.[1] ?? html;
  return safeHtml(inner.replace(/>\s+</g, '><').trim());
}

/** Where a style prints nothing for an item, citeproc-js says so in capitals. */
function withoutMissing(html: string): string {
  return html.replace(/\[(?:NO_PRINTED_FORM|CSL STYLE ERROR: reference with no printed form\.)\]\s?/g, '');
}
