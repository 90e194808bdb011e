/** The bibliographic data of one work: a CSL item, in CSL-JSON's own words (CSL 1.0.2). */
export interface CslItem {
  /** The citekey. */
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly 'title-short'?: string;
  readonly 'container-title'?: string;
  readonly 'container-title-short'?: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly issued?: CslDate;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly number?: string;
  readonly 'number-of-pages'?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly DOI?: string;
  readonly PMID?: string;
  readonly PMCID?: string;
  readonly ISSN?: string;
  readonly ISBN?: string;
  readonly URL?: string;
  readonly abstract?: string;
  /** Separated by `, ` as CSL has it. */
  readonly keyword?: string;
  readonly language?: string;
  readonly note?: string;
  readonly genre?: string;
  readonly [variable: string]: unknown;
}

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly 'dropping-particle'?: string;
  readonly 'non-dropping-particle'?: string;
  /** A name that has no parts, such as an institution's. */
  readonly literal?: string;
}

export interface CslDate {
  /** `[[year, month, day]]`, and a second list for the end of a range. */
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly season?: number | string;
  readonly circa?: boolean;
  readonly literal?: string;
  readonly raw?: string;
}
