/** The part of citeproc-js that Casebook uses; the package has no types of its own. */
declare module 'citeproc' {
  export interface System {
    retrieveItem(id: string): object | undefined;
    retrieveLocale(language: string): object | string | undefined;
  }

  export interface CitationItem {
    readonly id: string;
    readonly prefix?: string;
    readonly suffix?: string;
    position?: number;
    'near-note'?: boolean;
    'first-reference-note-number'?: number;
    sortkeys?: string[];
    /** Ours: what it says of its work is not marked. */
    readonly isUnmarked?: boolean;
  }

  export type SortedItem = [item: { readonly id: string }, cite: CitationItem];

  export interface Citation {
    readonly citationID: string;
    readonly citationItems: readonly CitationItem[];
    readonly properties: { noteIndex: number; readonly unsorted?: boolean };
    sortedItems?: SortedItem[];
  }

  export interface RegistryEntry {
    seq: number;
    disambig: { readonly year_suffix?: unknown; readonly names?: readonly number[] } | false;
    readonly 'citation-count'?: number;
    /** Until it has been sorted in. */
    readonly newItem?: boolean;
  }

  /** An element of a style. */
  export interface XmlNode {
    readonly attrs: Readonly<Record<string, string>>;
  }

  export interface Name {
    readonly family?: string;
    readonly given?: string;
  }

  /** An item as the engine keeps it, by its fields. */
  export type EngineItem = Readonly<Record<string, unknown>> & { readonly id: string };

  /** What tells works of one short form apart: lists of works, each with the names that it is tried with. */
  export interface Disambiguation {
    readonly state: Engine;
    readonly modes: readonly string[];
    readonly betterbase: object;
    lists: (readonly [base: object, items: readonly EngineItem[]])[];
    listpos: number;
    /** How many works had the short form of the first, before and now. */
    clashes: [number, number];
    run(key: string): void;
    /** @returns whether there are works of that short form */
    initVars(key: string): boolean;
    disYears(): void;
  }

  /** A node of a style, as it is run. */
  export interface Token {
    readonly name: string;
    /** 0 where something starts, 1 where it ends, 2 where it does both. */
    readonly tokentype: number;
    readonly strings: Readonly<Record<string, unknown>>;
    decorations: readonly (readonly [name: string, value: string, parameter?: string])[];
    readonly variables: readonly string[];
    readonly variables_real?: readonly string[];
    /** Whether it is a group of the style's, or a macro's. */
    readonly realGroup?: boolean;
    readonly next: number;
    readonly succeed: number;
    readonly fail: number;
    readonly test?: Test;
    readonly tests?: readonly Test[];
    execs: ((this: Token, engine: Engine, item: EngineItem, cite: CitationItem | undefined) => number | undefined)[];
    readonly juris?: string;
    readonly locale?: string;
    readonly locale_raw?: string;
    readonly locale_default?: string;
    readonly non_parallel?: object;
    readonly parallel_first?: object;
    readonly parallel_last?: object;
    readonly parallel_last_to_first?: object;
    /** Ours: the list that it is of. */
    list?: { follow(engine: Engine, from: number, item: EngineItem, shape: string): number };
  }

  export type Test = (item: EngineItem, cite: CitationItem | undefined) => boolean;
  type Attribute = (this: Token, state: Engine, value: string) => void;

  /** A piece of output. */
  export interface Blob {
    readonly blobs: string | Blob[];
    push(blob: Blob | false): void;
  }

  /** What has been rendered of one run: ids of the works, and HTML of the entries. */
  export type Bibliography = [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]] | false;

  export class Engine {
    constructor(system: System, style: object | string, language?: string, forceLanguage?: boolean);
    readonly opt: { readonly xclass?: string; readonly update_mode: number; readonly citation_number_sort?: boolean; readonly has_disambiguate?: boolean; readonly 'initialize-with-hyphen'?: boolean; readonly grouped_sort?: boolean; readonly use_context_condition?: boolean; readonly 'disambiguate-add-givenname'?: unknown };
    readonly registry: {
      readonly registry: Readonly<Record<string, RegistryEntry>>;
      /** The works that have the same short form. */
      readonly ambigcites: Readonly<Record<string, readonly string[]>>;
      /** The names of all works, by which it is told how much of a given name is to be shown: 0 nothing, 1 initials, 2 all. */
      readonly namereg: {
        addname(item: string, name: Name, place: number): void;
        evalname(item: string, name: Name, place: number, base: number, form?: string, initials?: unknown): number;
      };
      readonly authorstrings: Readonly<Record<string, string>>;
      readonly refhash: Record<string, { readonly id: string }>;
      readonly citationreg: {
        citationById: Record<string, Citation>;
        citationByIndex: readonly Citation[];
        citationsByItemId: Record<string, Citation[]>;
      };
      /** All works, in the order they were given. */
      mylist: readonly string[];
      getSortedIds(): readonly string[];
    };
    readonly disambiguate: { run: (key: string) => void };
    readonly macros: Readonly<Record<string, readonly Token[]>>;
    readonly build: { readonly extension?: string };
    readonly fun: { readonly decorate: Record<string, Readonly<Record<string, (engine: Engine, html: string, parameter?: string) => string>>>; readonly flipflopper: { processTags(blob: { readonly blobs: string }): void } };
    readonly output: { startTag(name: string, token: Token): void; endTag(name: string): void};
    readonly tmp: { readonly just_looking?: boolean; readonly area?: string; readonly group_context: { readonly tip: { variable_attempt: boolean } }; readonly can_substitute: { readonly tip?: boolean }; have_collapsed: boolean; in_cite_predecessor: boolean; readonly jump: { replace(value: string): void }; readonly lang_array?: readonly string[]; authorstring_request?: boolean; citation_errors?: object[]; taintedItemIDs: object };
    readonly citation: { readonly opt: Readonly<Record<string, string | undefined>>; readonly tokens: readonly Token[]; readonly srt: { compareCompositeKeys(a: SortedItem, b: SortedItem): number } };
    readonly citation_sort: { readonly tokens: readonly unknown[] };
    readonly bibliography: { readonly opt: Readonly<Record<string, unknown>>; readonly tokens: readonly unknown[] };
    readonly bibliography_sort: { readonly tokens: readonly unknown[]; readonly tmp: { readonly citation_number_map?: object } };
    getOpt(name: 'punctuation-in-quote'): unknown;
    updateItems(ids: readonly string[]): void;
    configureTokenList(nodes: readonly Token[]): void;
    setOutputFormat(format: 'html'): void;
    retrieveItem(id: string): { readonly id: string };
    refetchItem(id: string): EngineItem;
    processCitationCluster(citation: Citation, before: readonly (readonly [string, number])[], after: readonly never[], flag: number): unknown;
    process_CitationCluster: (items: readonly SortedItem[], citation?: Citation) => string;
    /** @returns `[citationID, noteIndex, text]` for each citation */
    rebuildProcessorState(citations: readonly Citation[], mode: 'html', uncited: readonly string[]): (readonly [string, number, string])[];
    makeBibliography(section?: { readonly include: readonly { readonly field: 'id'; readonly value: string }[] }): Bibliography;
  }

  interface Citeproc {
    readonly Engine: typeof Engine;
    readonly PROCESSOR_VERSION: string;
    readonly START: number;
    readonly END: number;
    readonly Token: new (name: string, kind: number) => Token;
    readonly POSITION: number;
    readonly NUMERIC: number;
    readonly ASSUME_ALL_ITEMS_REGISTERED: number;
    getCitationCluster(this: Engine, items: readonly SortedItem[], citation?: Citation): string;
    getSortKeys(this: Engine, item: object, area: 'citation_sort'): string[];
    getAmbiguousCite(this: Engine, item: object, disambig: object | false): string;
    readonly Blob: { new (): Blob; readonly prototype: Blob };
    readonly XmlJSON: { readonly prototype: { getNodesByName(style: XmlNode | undefined, name: string, value?: string, found?: XmlNode[]): XmlNode[] } };
    readonly Stack: { readonly prototype: { readonly mystack: readonly unknown[]; value(): unknown } };
    readonly Disambiguation: { readonly prototype: Disambiguation };
    tokenExec(this: Engine, node: Token, item: EngineItem, cite?: CitationItem): number;
    getCite(this: Engine, ...all: unknown[]): string;
    expandMacro(this: Engine, node: Token, target: readonly Token[]): void;
    getMacroTarget(this: Engine, macro: string): readonly Token[] | false;
    readonly Attributes: Record<'@type' | '@variable', Attribute>;
    parseParticles(name: { family?: string; given?: string }): void;
    toLocaleLowerCase(this: Engine, text: string): string;
    toLocaleUpperCase(this: Engine, text: string): string;
    getSortCompare(this: Engine, language?: string): (a: string, b: string) => number;
    readonly Output: { readonly Formats: { readonly html: { text_escape(text: string): string } } };
    readonly Util: { substituteStart(this: Token, state: Engine, target: readonly Token[]): void; readonly Names: { initializeWith(state: Engine, name: string, terminator: string, normalizeOnly?: boolean): string } };
  }

  const citeproc: Citeproc;
  export default citeproc;
}
