/** What a terminology says of itself; its licence and version are shown wherever its words are. */
export interface TerminologyHead {
  /** Short, in small letters, as its publisher names it where it does: `hp`, `doid`, `mesh`, `umls`. */
  readonly id: string;
  /** For people: `Human Phenotype Ontology`. */
  readonly name: string;
  /** `2024-08-13`, `2024`, `2016-09-01`. */
  readonly version?: string;
  /** As the file states it: a name (`CC0 1.0`) or a sentence. Outside text: to be escaped where it is shown. */
  readonly licence?: string;
  readonly licenceUrl?: string;
  /** Where it comes from: an address that the file gives, or that the user gave. */
  readonly sourceUrl?: string;
  /** Its words may be used with an agreement only (UMLS, SNOMED CT): the user's own files, never passed on. */
  readonly needsLicence?: boolean;
}
