import type { OwnFiles } from '../../ports';
import type { ConceptStore } from '../store/conceptStore';
import { reached } from '../store/linkLists';
import { TerminologyFolder } from './terminologyFolder';

/** A concept of a terminology, as lists name it. */
export interface BranchConcept {
  readonly id: string;
  readonly name: string;
  /** How many concepts are below it; undefined where that cannot be read. */
  readonly below: number | undefined;
}

interface Opened {
  readonly file: string;
  readonly store: ConceptStore;
}

/** Finds concepts of one terminology, for people who choose which branches of it count. */
export class TerminologyConcepts {
  /** The one that was asked last: people look at one at a time. */
  private last: Opened | undefined;

  constructor(private readonly files: OwnFiles) {}

  /** @returns the concepts that words, or an id, may mean, the likeliest first; none where the terminology cannot be read */
  async find(root: string, id: string, query: string, most: number): Promise<BranchConcept[]> {
    const opened = await this.open(root, id);
    if (!opened) return [];
    const { store } = opened;
    const found = (await store.nameSearch())?.find(query, most, (place) => !store.isObsolete(place)) ?? [];
    const byId = store.placeOf(query.trim());
    const places = [...(byId >= 0 ? [byId] : []), ...found.map(({ place }) => place)];
    return this.concepts(store, [...new Set(places)].slice(0, most));
  }

  /** @returns the concepts of some ids; those that the terminology does not hold are left out */
  async named(root: string, id: string, ids: readonly string[]): Promise<BranchConcept[]> {
    const opened = await this.open(root, id);
    if (!opened) return [];
    return this.concepts(opened.store, ids.map((one) => opened.store.placeOf(one)).filter((place) => place >= 0));
  }

  private async concepts(store: ConceptStore, places: readonly number[]): Promise<BranchConcept[]> {
    const links = await store.links();
    return places.map((place) => ({
      id: store.idAt(place),
      name: store.conceptAt(place).name,
      below: links && reached(links.narrower, [place]).reduce((sum, one) => sum + one, 0) - 1,
    }));
  }

  private async open(root: string, id: string): Promise<Opened | undefined> {
    const folder = new TerminologyFolder(this.files, root);
    const terminology = (await folder.at(id))?.terminology;
    if (!terminology) return undefined;
    const file = `${root}/${id}/${terminology.store}`;
    if (this.last?.file === file) return this.last;
    const opening = await folder.open(id, terminology);
    if (opening.kind === 'fault') return undefined;
    this.last = { file, store: opening.file };
    return this.last;
  }
}
