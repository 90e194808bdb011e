import { foldName } from '../foldName';
import type { ConceptStore, StoredXrefs } from '../store/conceptStore';
import { textAt } from '../store/textList';
import { positionOf } from './storedConcepts';

/** The concepts of one terminology that are in an index. */
export interface JoinedStore {
  readonly store: ConceptStore;
  readonly xrefs: StoredXrefs;
  /** By concept of the index, from its `base` on: the place in the store; rising. */
  readonly places: Int32Array;
  readonly base: number;
}

/** How sure it is that two concepts mean the same. */
const enum Tie {
  /** They have the same id, or each refers to the other. */
  Mutual,
  OneWay,
  /** Both refer to the same concept of a third terminology. */
  Third,
}

/** Terminologies whose concepts are as fine as ours, so that sharing one says something. ICD's classes are wider. */
const finePrefixes = /^(UMLS|MESH|NCIT|SNOMEDCT|SCTID|SNOMEDCT_US|DOID|MONDO|HP|ORDO|Orphanet|ORPHA|OMIM|MIM|GARD|UBERON|FMA|CL|EFO|MEDDRA|HGNC|NCBITaxon|CHEBI|PR|MEDIC):/i;

/** A concept of a third terminology that more of ours refer to is not the same as any. */
const mostSharing = 8;

/**
 * Joins concepts of different terminologies that mean the same, by their cross-references. Chains of references would swallow
 * ever wider meanings, so a tie counts only if neither concept is tied as well to another one of the other's terminology (of
 * several, one with the same name is taken), and no meaning has two concepts of one terminology. Surer ties go first.
 *
 * @returns by concept of the index: the place of the first one that means the same, its own for most
 */
export function joinMeanings(stores: readonly JoinedStore[]): Int32Array {
  const count = stores.reduce((sum, { places }) => sum + places.length, 0);
  const groups = new Groups(count, stores);
  if (stores.length < 2) return groups.firsts();
  const ties = findTies(stores, count);
  for (const kind of [Tie.Mutual, Tie.OneWay, Tie.Third]) {
    const pairs = [...ties].filter(([, tie]) => tie === kind).map(([key]) => [Math.floor(key / count), key % count] as const);
    const [single, several] = parted(pairs, groups);
    const [sameName] = parted(several.filter(([a, b]) => groups.nameOf(a) === groups.nameOf(b)), groups);
    for (const [a, b] of [...single, ...sameName]) groups.join(a, b);
  }
  return groups.firsts();
}

type Pair = readonly [number, number];

/** @returns the pairs of which neither has another partner in the other's terminology, and the rest */
function parted(pairs: readonly Pair[], groups: Groups): [Pair[], Pair[]] {
  const partners = new Map<string, number>();
  const keysOf = ([a, b]: Pair) => [`${a} ${groups.storeOf(b)}`, `${b} ${groups.storeOf(a)}`];
  for (const key of pairs.flatMap(keysOf)) partners.set(key, (partners.get(key) ?? 0) + 1);
  const single: Pair[] = [];
  const several: Pair[] = [];
  for (const pair of pairs) (keysOf(pair).every((key) => partners.get(key) === 1) ? single : several).push(pair);
  return [single, several];
}

/** @returns the surest tie of each pair of concepts, by `a * count + b` with a before b */
function findTies(stores: readonly JoinedStore[], count: number): ReadonlyMap<number, Tie> {
  const ties = new Map<number, Tie>();
  const directed = new Set<number>();
  const thirds = new Map<string, number[]>();
  for (const from of stores) {
    from.places.forEach((inStore, at) => {
      const concept = from.base + at;
      for (const target of placesOf(from.store.idAt(inStore), stores, from)) ties.set(keyOf(concept, target, count), Tie.Mutual);
      for (let number = from.xrefs.first[inStore] ?? 0; number < (from.xrefs.first[inStore + 1] ?? 0); number++) {
        const xref = textAt(from.xrefs.texts, number);
        for (const target of placesOf(xref, stores, from)) {
          const key = keyOf(concept, target, count);
          directed.add(concept * count + target);
          if (ties.get(key) !== Tie.Mutual) ties.set(key, directed.has(target * count + concept) ? Tie.Mutual : Tie.OneWay);
        }
        if (!finePrefixes.test(xref)) continue;
        const sharing = thirds.get(xref);
        if (sharing) sharing.push(concept);
        else thirds.set(xref, [concept]);
      }
    });
  }
  addThirds(ties, thirds, stores, count);
  return ties;
}

function addThirds(ties: Map<number, Tie>, thirds: ReadonlyMap<string, readonly number[]>, stores: readonly JoinedStore[], count: number): void {
  const storeOf = (place: number) => stores.findLastIndex(({ base }) => base <= place);
  for (const sharing of thirds.values()) {
    if (sharing.length < 2 || sharing.length > mostSharing) continue;
    sharing.forEach((a, at) => {
      for (const b of sharing.slice(at + 1)) {
        if (storeOf(a) !== storeOf(b) && !ties.has(keyOf(a, b, count))) ties.set(keyOf(a, b, count), Tie.Third);
      }
    });
  }
}

function keyOf(a: number, b: number, count: number): number {
  return Math.min(a, b) * count + Math.max(a, b);
}

/** Where an id is in other terminologies than the one it was found in, by places in the index. */
function placesOf(id: string, stores: readonly JoinedStore[], except: JoinedStore): number[] {
  return stores.flatMap((one) => {
    if (one === except) return [];
    const inStore = one.store.placeOf(id);
    const at = inStore < 0 ? -1 : positionOf(one.places, 0, one.places.length, inStore);
    return at < 0 ? [] : one.base + at;
  });
}

/** Sets of concepts (union by the first, as sets are no larger than there are terminologies). */
class Groups {
  private readonly first: Int32Array;
  private readonly members = new Map<number, readonly number[]>();

  constructor(
    count: number,
    private readonly stores: readonly JoinedStore[],
  ) {
    this.first = new Int32Array(count);
    for (let at = 0; at < count; at++) this.first[at] = at;
  }

  storeOf(place: number): number {
    return this.stores.findLastIndex(({ base }) => base <= place);
  }

  nameOf(place: number): string {
    const { store, places, base } = this.stores[this.storeOf(place)] ?? {};
    return store ? foldName(store.preferredNameAt(places?.[place - (base ?? 0)] ?? 0)) : '';
  }

  join(a: number, b: number): void {
    const [one, other] = [this.of(a), this.of(b)];
    const owners = new Set(one.map((place) => this.storeOf(place)));
    if (other.some((place) => owners.has(this.storeOf(place)))) return;
    const all = [...one, ...other];
    const first = Math.min(...all);
    for (const place of all) this.first[place] = first;
    this.members.set(first, all);
  }

  firsts(): Int32Array {
    return this.first;
  }

  private of(place: number): readonly number[] {
    const first = this.first[place] ?? place;
    return this.members.get(first) ?? [first];
  }
}
