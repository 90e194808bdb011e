import { StoredSearch } from './compiled/storedSearch';
import type { Concept } from './concept';
import { ConceptSearch, type FoundConcept } from './conceptSearch';
import { spellGreek } from './greekLetters';
import { mendedQuery } from './mendedQuery';
import { MeaningGroups } from './meaningGroups';
import { narrowerConcepts } from './narrowerConcepts';
import { type ConceptRef, refOf } from './noteTermsWork';
import type { TerminologyHead } from './readers/terminologyHead';
import type { ConceptStore } from './store/conceptStore';
import type { FolderSearch } from './terminologies/folderSearches';

/** A concept with all that its terminology says of it. */
export interface KnownConcept {
  readonly concept: Concept;
  /** Whose words they are; undefined for those of the glossaries. */
  readonly head?: TerminologyHead;
}

/** A concept that is not to be used any more. */
export interface DeprecatedConcept {
  readonly concept: ConceptRef;
  readonly replacedBy: readonly ConceptRef[];
}

/** All that is known of a concept. */
export interface ConceptDetails extends KnownConcept {
  /** Concepts of other terminologies that mean the same, the most preferred first. */
  readonly same: readonly KnownConcept[];
  /** What is above it, here or in those, each meaning once. */
  readonly broader: readonly ConceptRef[];
  readonly narrower: readonly ConceptRef[];
  /** What it, or an id that it names as its own, is deprecated for. */
  readonly deprecated: readonly DeprecatedConcept[];
}

/** More kin than this nobody reads. */
const mostKin = 500;

interface Location {
  readonly store: ConceptStore;
  readonly place: number;
}

/** The concepts of a folder's glossaries and terminologies: looked up and found by name. */
export class FolderConcepts {
  private readonly glossarySearch: ConceptSearch;
  private readonly storedSearch: StoredSearch | undefined;
  private readonly groups: MeaningGroups;
  private below: ReadonlyMap<string, readonly Concept[]> | undefined;

  constructor(private readonly folder: FolderSearch) {
    this.glossarySearch = new ConceptSearch(folder.glossary.concepts);
    this.storedSearch = folder.stored && new StoredSearch(folder.stored);
    this.groups = new MeaningGroups(folder);
  }

  /** @returns undefined for an id that nothing here has */
  async details(id: string): Promise<ConceptDetails | undefined> {
    const own = await this.known(id);
    if (!own) return undefined;
    const same = (await Promise.all(this.groups.sameAs(id).map((other) => this.known(other)))).filter((one) => one !== undefined);
    const all = [own, ...same];
    return {
      ...own,
      same,
      broader: this.each(all.flatMap(({ concept }) => concept.broader), all),
      narrower: this.each((await Promise.all(all.map(({ concept }) => this.narrowerOf(concept.id)))).flat(), all),
      deprecated: await this.deprecatedAmong([id, ...(own.head ? [] : own.concept.xrefs)]),
    };
  }

  /**
   * @param named what a text would mean by the words, in whatever spelling
   * @returns what words, or an id, may mean, the likeliest first and each meaning once; where nothing is called so, what is to be
   *   used instead of a deprecated concept that is, and else what they may be mistyped for
   */
  async find(query: string, most: number, named: readonly FoundConcept[] = []): Promise<FoundConcept[]> {
    const found = await this.called(query, most, named);
    if (found.length > 0) return found;
    const replacing = await this.replacing(query);
    if (replacing.length > 0) return replacing.slice(0, most);
    const mended = await mendedQuery(query, (letter) => this.wordsFrom(letter));
    return mended === undefined ? [] : this.called(mended, most, []);
  }

  private async called(query: string, most: number, named: readonly FoundConcept[]): Promise<FoundConcept[]> {
    return this.merged([...this.glossarySearch.find(query, most), ...named], (await this.storedSearch?.find(query, most)) ?? [], most);
  }

  private async wordsFrom(letter: string): Promise<string[]> {
    return [...this.glossarySearch.wordsFrom(letter), ...((await this.storedSearch?.wordsFrom(letter)) ?? [])];
  }

  /** @returns concepts with a name that begins as typed, or as that with its Greek letters written out; the shorter before the longer */
  async beginning(typed: string, most: number): Promise<FoundConcept[]> {
    const found: FoundConcept[] = [];
    for (const words of new Set([typed, spellGreek(typed)])) {
      found.push(...this.glossarySearch.beginning(words, most), ...((await this.storedSearch?.beginning(words, most)) ?? []));
    }
    return found.sort((a, b) => a.score - b.score).slice(0, most);
  }

  /** @returns the concepts of the name that are not to be used any more */
  async deprecatedNamed(name: string): Promise<DeprecatedConcept[]> {
    const perStore = await Promise.all(
      (this.folder.stored?.stores ?? []).map(async (store) => {
        const places = (await store.nameSearch())?.named(name) ?? [];
        return Promise.all(places.filter((place) => store.isObsolete(place)).map((place) => deprecatedAt({ store, place })));
      }),
    );
    return perStore.flat();
  }

  /** What is to be used instead of the deprecated concepts of a name or an id. OBO's ontologies put `obsolete` before such names. */
  private async replacing(query: string): Promise<FoundConcept[]> {
    const id = query.trim();
    const byName = await Promise.all([id, `obsolete ${id}`].map((name) => this.deprecatedNamed(name)));
    const deprecated = [...(await this.deprecatedAmong([...new Set([id, id.toUpperCase()])])), ...byName.flat()];
    const found: FoundConcept[] = [];
    for (const { concept: insteadOf, replacedBy } of deprecated) {
      for (const other of replacedBy) {
        const concept = (await this.known(other.id))?.concept;
        if (concept) found.push({ concept, name: concept.name, score: 0, insteadOf });
      }
    }
    return this.merged(found, [], found.length);
  }

  private async known(id: string): Promise<KnownConcept | undefined> {
    const own = this.folder.glossary.byId.get(id);
    if (own) return { concept: own };
    const location = this.locate(id);
    if (!location) return undefined;
    const { store, place } = location;
    const details = await store.details(place);
    const { definition, xrefs = [], broader = [] } = details ?? {};
    return { concept: { ...store.conceptAt(place), ...(definition !== undefined && { definition }), xrefs, broader }, head: store.head };
  }

  private async narrowerOf(id: string): Promise<readonly string[]> {
    this.below ??= narrowerConcepts(this.folder.glossary.concepts);
    const own = this.below.get(id);
    if (own) return own.map((concept) => concept.id);
    const location = this.locate(id);
    return (location && (await location.store.details(location.place))?.narrower) ?? [];
  }

  /** In whatever branch of a terminology, be it searched for or not. */
  private locate(id: string): Location | undefined {
    for (const store of this.folder.stored?.stores ?? []) {
      const place = store.placeOf(id);
      if (place >= 0) return { store, place };
    }
    return undefined;
  }

  /** @returns the concepts of ids, each meaning once and none of what `around` means; ids of nothing are left out */
  private each(ids: readonly string[], around: readonly KnownConcept[]): ConceptRef[] {
    const seen = new Set(around.map(({ concept }) => this.groups.keyOf(concept.id)));
    const refs: ConceptRef[] = [];
    for (const id of ids) {
      const key = this.groups.keyOf(id);
      const ref = seen.has(key) ? undefined : this.refOf(id);
      seen.add(key);
      if (ref && refs.length < mostKin) refs.push(ref);
    }
    return refs;
  }

  private refOf(id: string): ConceptRef | undefined {
    const own = this.folder.glossary.byId.get(id);
    if (own) return refOf(own);
    const location = this.locate(id);
    return location && refOf(location.store.conceptAt(location.place));
  }

  private async deprecatedAmong(ids: readonly string[]): Promise<DeprecatedConcept[]> {
    const locations = ids.map((id) => this.locate(id)).filter((location) => location !== undefined);
    return Promise.all(locations.filter(({ store, place }) => store.isObsolete(place)).map(deprecatedAt));
  }

  private merged(own: readonly FoundConcept[], stored: readonly FoundConcept[], most: number): FoundConcept[] {
    const seen = new Set<string>();
    const sorted = [...own, ...stored].sort((a, b) => a.score - b.score);
    return sorted.filter(({ concept }) => isFirst(seen, this.groups.keyOf(concept.id))).slice(0, most);
  }
}

async function deprecatedAt({ store, place }: Location): Promise<DeprecatedConcept> {
  const replacing = (await store.details(place))?.replacedBy ?? [];
  const replacedBy = replacing.map((id) => {
    const at = store.placeOf(id);
    return at < 0 ? { id, name: id, terminology: store.head.id } : refOf(store.conceptAt(at));
  });
  return { concept: refOf(store.conceptAt(place)), replacedBy };
}

function isFirst(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
