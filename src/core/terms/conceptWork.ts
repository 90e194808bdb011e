import type { FoundConcept } from './conceptSearch';
import { type ConceptDetails, type DeprecatedConcept, FolderConcepts } from './folderConcepts';
import { namedBy } from './namedBy';
import type { FolderSearch } from './terminologies/folderSearches';
import type { TermWork } from './termWork';

/** Looks concepts up, and finds them by name, where the terminologies are. A folder is undefined for what is in none. */
export class ConceptWork {
  private readonly concepts = new WeakMap<FolderSearch, FolderConcepts>();

  constructor(private readonly terms: TermWork) {}

  /** @returns all that is known of concepts, for each id; undefined for one that the folder does not know */
  async details(folder: string | undefined, ids: readonly string[]): Promise<(ConceptDetails | undefined)[]> {
    const concepts = await this.of(folder);
    return Promise.all(ids.map((id) => concepts.details(id)));
  }

  /** @returns what words, or an id, may mean, the likeliest first */
  async find(folder: string | undefined, query: string, most: number): Promise<FoundConcept[]> {
    const named = namedBy(query, await this.terms.recogniserIn(folder));
    return (await this.of(folder)).find(query, most, named);
  }

  /** @returns concepts with a name that begins as typed, the shorter before the longer */
  async beginning(folder: string | undefined, typed: string, most: number): Promise<FoundConcept[]> {
    return (await this.of(folder)).beginning(typed, most);
  }

  /** @returns the concepts of a name that are not to be used any more */
  async deprecatedNamed(folder: string | undefined, name: string): Promise<DeprecatedConcept[]> {
    return (await this.of(folder)).deprecatedNamed(name);
  }

  private async of(folder: string | undefined): Promise<FolderConcepts> {
    const search = await this.terms.searches.of(folder);
    let concepts = this.concepts.get(search);
    if (!concepts) this.concepts.set(search, (concepts = new FolderConcepts(search)));
    return concepts;
  }
}
