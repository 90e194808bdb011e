/** The part of citeproc-js that Casebook uses; the package has no types of its own. */
declare module 'citeproc' {
  export interface System {
    retrieveItem(id: string): object | undefined;
    retrieveLocale(language: string): object | string | undefined;
  }

  export interface Citation {
    readonly citationID: string;
    readonly citationItems: readonly object[];
    readonly properties: { readonly noteIndex: number; readonly unsorted?: boolean };
  }

  export class Engine {
    constructor(system: System, style: object | string, language?: string, forceLanguage?: boolean);
    readonly opt: { readonly xclass?: string };
    updateItems(ids: readonly string[]): void;
    updateUncitedItems(ids: readonly string[]): void;
    /** @returns `[citationID, noteIndex, text]` for each citation */
    rebuildProcessorState(citations: readonly Citation[], mode: 'html', uncited: readonly string[]): (readonly [string, number, string])[];
    makeBibliography(): [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]] | false;
  }

  const citeproc: { readonly Engine: typeof Engine };
  export default citeproc;
}
