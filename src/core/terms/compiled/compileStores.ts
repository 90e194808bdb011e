import { IndexCompiler, Rank } from '../indexCompiler';
import type { SynonymScope } from '../readers/conceptSink';
import { allSteps, type Steps } from '../steps';
import type { ConceptStore } from '../store/conceptStore';
import { reached } from '../store/linkLists';
import { inexactAbbreviationBit, kindMask, NameKind, scopes, scopeShift } from '../store/storeLayout';
import { indexFile } from './indexFile';
import { type JoinedStore, joinMeanings } from './meanings';

/** A terminology that an index is made of. */
export interface StoreChoice {
  readonly store: ConceptStore;
  /** Only these concepts and what is below them count; without ids, all do. Ids that the terminology does not hold are no matter. */
  readonly branches?: readonly string[];
}

export interface CompileOptions {
  readonly steps?: Steps;
  /** Which names of other meanings than their concept's are searched for; related ones without (`epilepsy` of HPO's `Seizure`). */
  readonly inexact?: readonly Exclude<SynonymScope, 'exact'>[];
  /** Awaited between pieces of the work, so that a worker can do something else. Throws to break off. */
  readonly pause?: () => Promise<void>;
}

export type Compilation =
  | { readonly kind: 'compiled'; readonly file: readonly Uint8Array[] }
  /** A terminology's file is damaged or gone. */
  | { readonly kind: 'fault'; readonly store: ConceptStore };

/** So many names are taken in between two pauses: some 20 ms. */
const namesAtOnce = 32_768;

/**
 * Compiles terminologies into one index.
 * @param choices the most preferred first
 * @returns the index's file, in pieces to be written one after the other
 */
export async function compileStores(choices: readonly StoreChoice[], options: CompileOptions = {}): Promise<Compilation> {
  const joined: JoinedStore[] = [];
  let base = 0;
  for (const choice of choices) {
    const { store } = choice;
    const places = await placesOf(choice);
    const xrefs = await store.xrefs();
    if (!places || !xrefs) return { kind: 'fault', store };
    joined.push({ store, places, xrefs, base });
    base += places.length;
  }
  const compiler = new IndexCompiler(options.steps ?? allSteps);
  for (const one of joined) await addNames(compiler, one, options);
  const places = new Int32Array(base);
  for (const one of joined) places.set(one.places, one.base);
  return { kind: 'compiled', file: indexFile({ names: compiler.tables(), stores: joined, places, meanings: joinMeanings(joined) }) };
}

/** The concepts of a terminology that count, by their places, rising. */
async function placesOf({ store, branches }: StoreChoice): Promise<Int32Array | undefined> {
  const all = new Int32Array(store.size);
  let count = 0;
  for (let place = 0; place < store.size; place++) if (!store.isObsolete(place)) all[count++] = place;
  if (!branches || branches.length === 0) return all.slice(0, count);
  const links = await store.links();
  if (!links) return undefined;
  const below = reached(links.narrower, branches.map((id) => store.placeOf(id)));
  return all.subarray(0, count).filter((place) => below[place] === 1);
}

async function addNames(compiler: IndexCompiler, { store, places, base }: JoinedStore, { inexact = ['related'], pause }: CompileOptions): Promise<void> {
  const { kinds, first, bytes, ends } = store.names;
  let done = 0;
  for (const [at, place] of places.entries()) {
    for (let number = first[place] ?? 0; number < (first[place + 1] ?? 0); number++) {
      const kind = kinds[number] ?? 0;
      const ofOtherMeaning = (kind & kindMask) === (NameKind.Inexact as number);
      if (ofOtherMeaning && !inexact.some((scope) => scope === scopes[(kind >> scopeShift) & 3])) continue;
      const abbreviation = (kind & kindMask) === (NameKind.Abbreviation as number) || (kind & inexactAbbreviationBit) !== 0;
      compiler.addBytes(bytes, number === 0 ? 0 : (ends[number - 1] ?? 0), ends[number] ?? 0, base + at, Rank.NotUsers + (kind & kindMask), abbreviation);
      if (++done % namesAtOnce === 0) await pause?.();
    }
  }
}
