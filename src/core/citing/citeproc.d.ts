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
    readonly disambig: { readonly year_suffix?: unknown } | false;
    readonly 'citation-count'?: number;
    /** Until it has been sorted in. */
    readonly newItem?: boolean;
  }

  /** A node of a style, as it is run. */
  export interface Token {
    readonly name: string;
    readonly tokentype: number;
    decorations: readonly (readonly [name: string, value: string, parameter?: string])[];
    readonly next: number;
    readonly succeed: number;
    readonly fail: number;
    readonly test?: (item: object, cite: object | undefined) => boolean;
    readonly execs: ((this: Token, engine: Engine, item: { readonly id: string }, cite: CitationItem | undefined) => number | undefined)[];
  }

  /** A piece of output. */
  export interface Blob {
    readonly blobs: string | Blob[];
    push(blob: Blob | false): void;
  }

  /** What has been rendered of one run: ids of the works, and HTML of the entries. */
  export type Bibliography = [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]] | false;

  export class Engine {
    constructor(system: System, style: object | string, language?: string, forceLanguage?: boolean);
    readonly opt: { readonly xclass?: string; readonly update_mode: number; readonly citation_number_sort?: boolean; readonly has_disambiguate?: boolean; readonly 'initialize-with-hyphen'?: boolean; readonly grouped_sort?: boolean };
    readonly registry: {
      readonly registry: Readonly<Record<string, RegistryEntry>>;
      /** The works that have the same short form. */
      readonly ambigcites: Readonly<Record<string, readonly string[]>>;
      readonly authorstrings: Readonly<Record<string, string>>;
      readonly refhash: Record<string, { readonly id: string }>;
      readonly citationreg: {
        citationById: Record<string, Citation>;
        citationByIndex: readonly Citation[];
        citationsByItemId: Record<string, Citation[]>;
      };
      getSortedIds(): readonly string[];
    };
    readonly disambiguate: { run: (key: string) => void };
    readonly fun: { readonly decorate: Record<string, Readonly<Record<string, (engine: Engine, html: string, parameter?: string) => string>>>; readonly flipflopper: { processTags(blob: { readonly blobs: string }): void } };
    readonly output: { startTag(name: string, token: Token): void; endTag(name: string): void};
    readonly tmp: { readonly just_looking?: boolean; readonly area?: string; readonly jump: { replace(value: string): void }; readonly lang_array?: readonly string[]; authorstring_request?: boolean; citation_errors?: object[]; taintedItemIDs: object };
    readonly citation: { readonly opt: { readonly collapse?: string }; readonly tokens: readonly Token[]; readonly srt: { compareCompositeKeys(a: SortedItem, b: SortedItem): number } };
    readonly citation_sort: { readonly tokens: readonly unknown[] };
    readonly bibliography: { readonly opt: Readonly<Record<string, unknown>>; readonly tokens: readonly unknown[] };
    readonly bibliography_sort: { readonly tokens: readonly unknown[]; readonly tmp: { readonly citation_number_map?: object } };
    getOpt(name: 'punctuation-in-quote'): unknown;
    updateItems(ids: readonly string[]): void;
    setOutputFormat(format: 'html'): void;
    retrieveItem(id: string): { readonly id: string };
    processCitationCluster(citation: Citation, before: readonly (readonly [string, number])[], after: readonly never[], flag: number): unknown;
    process_CitationCluster: (items: readonly SortedItem[], citation?: Citation) => string;
    /** @returns `[citationID, noteIndex, text]` for each citation */
    rebuildProcessorState(citations: readonly Citation[], mode: 'html', uncited: readonly string[]): (readonly [string, number, string])[];
    makeBibliography(section?: { readonly include: readonly { readonly field: 'id'; readonly value: string }[] }): Bibliography;
  }

  interface Citeproc {
    readonly Engine: typeof Engine;
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
    readonly Disambiguation: { readonly prototype: { run(this: { readonly state: Engine }, key: string): void } };
    tokenExec(this: Engine, token: Token, item: { readonly id: string }, cite?: CitationItem): number;
    parseParticles(name: { family?: string; given?: string }): void;
    toLocaleLowerCase(this: Engine, text: string): string;
    toLocaleUpperCase(this: Engine, text: string): string;
    getSortCompare(this: Engine, language?: string): (a: string, b: string) => number;
    readonly Output: { readonly Formats: { readonly html: { text_escape(text: string): string } } };
    readonly Util: { readonly Names: { initializeWith(state: Engine, name: string, terminator: string, normalizeOnly?: boolean): string } };
  }

  const citeproc: Citeproc;
  export default citeproc;
}
