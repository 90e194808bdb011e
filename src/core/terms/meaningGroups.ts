import type { FolderSearch } from './terminologies/folderSearches';

/** Where a concept is: in which index of the folder's search, at which place there. */
interface Member {
  readonly index: number;
  readonly place: number;
}

/** Which concepts of a folder's glossaries and terminologies mean the same. */
export class MeaningGroups {
  private shared: ReadonlyMap<number, readonly Member[]> | undefined;

  constructor(private readonly folder: Pick<FolderSearch, 'search'>) {}

  /** @returns the ids of the other concepts that mean the same as one, the most preferred first */
  sameAs(id: string): string[] {
    const own = this.memberOf(id);
    if (!own) return [];
    this.shared ??= this.group();
    const others = (this.shared.get(this.meaningOf(own)) ?? []).map((member) => this.idOf(member));
    return others.filter((other) => other !== id);
  }

  /** @returns a key that concepts share which mean the same */
  keyOf(id: string): string {
    const member = this.memberOf(id);
    return member ? String(this.meaningOf(member)) : id;
  }

  /** The meanings that more than one concept has; nearly all have one only. */
  private group(): ReadonlyMap<number, Member[]> {
    const { search } = this.folder;
    const shared = new Map<number, Member[]>();
    search.indexes.forEach(({ size }, index) => {
      for (let place = 0; place < size; place++) {
        const meaning = search.meaningOf(index, place);
        const first = search.firstOf(meaning);
        if (first.index === index && first.place === place) continue;
        const members = shared.get(meaning);
        if (members) members.push({ index, place });
        else shared.set(meaning, [first, { index, place }]);
      }
    });
    for (const members of shared.values()) members.sort((a, b) => a.index - b.index || a.place - b.place);
    return shared;
  }

  private memberOf(id: string): Member | undefined {
    const { indexes } = this.folder.search;
    for (const [index, one] of indexes.entries()) {
      const place = one.placeOf(id);
      if (place >= 0) return { index, place };
    }
    return undefined;
  }

  private meaningOf({ index, place }: Member): number {
    return this.folder.search.meaningOf(index, place);
  }

  private idOf({ index, place }: Member): string {
    return this.folder.search.indexes[index]?.idAt(place) ?? '';
  }
}
