import type { Clock, OwnFiles, WriteFault } from '../../ports';
import { compileStores, type StoreChoice } from '../compiled/compileStores';
import { openIndex } from '../compiled/indexFile';
import type { StoredConcepts } from '../compiled/storedConcepts';
import { hashText } from '../hashText';
import { rulesVersion, type Steps } from '../steps';
import { sourceOf } from '../store/byteSource';
import type { ConceptStore } from '../store/conceptStore';
import type { TermIndex } from '../termIndex';
import { IndexMemory } from '../wasm/indexMemory';
import type { TerminologyChoice } from './terminologyChoice';
import { TerminologyFolder } from './terminologyFolder';

/** Terminologies compiled for search. */
export interface TerminologyIndex {
  /** Undefined where nothing is left to search for. */
  readonly compiled: { readonly index: TermIndex; readonly concepts: StoredConcepts } | undefined;
  /** Ids of terminologies that are left out, since their files are damaged or gone. */
  readonly broken: readonly string[];
  /** Why the index could not be written: it is compiled anew at each start. */
  readonly notKept: WriteFault | undefined;
}

/** More indexes than this (files) are of choices that nobody makes any more; the oldest go. */
const mostKept = 12;

/** Indexes of terminologies, each kept in a file of a name that says what it was made of. What cannot be used is made anew. */
export class TerminologyIndexes {
  private readonly opened = new Map<string, Promise<TerminologyIndex>>();

  constructor(
    private readonly files: OwnFiles,
    private readonly clock: Clock,
  ) {}

  /**
   * @param root the folder of all terminologies
   * @param choices the most preferred first
   * @param steps that their names are compiled with
   */
  open(root: string, choices: readonly TerminologyChoice[], steps: Steps): Promise<TerminologyIndex> {
    const wanted = wantedKey(root, choices, steps);
    let index = this.opened.get(wanted);
    if (!index) {
      index = this.make(root, choices, steps);
      this.opened.set(wanted, index);
      const forget = (): boolean => this.opened.delete(wanted);
      // What is broken now may be whole when it is asked for again.
      index.then(({ broken }) => broken.length > 0 && forget(), forget);
    }
    return index;
  }

  /** Forgets all indexes but those of these choices; their memory is free once nobody searches with them. */
  retain(root: string, choices: readonly { readonly terminologies: readonly TerminologyChoice[]; readonly steps: Steps }[]): void {
    const wanted = new Set(choices.map(({ terminologies, steps }) => wantedKey(root, terminologies, steps)));
    for (const key of this.opened.keys()) if (!wanted.has(key)) this.opened.delete(key);
  }

  private async make(root: string, choices: readonly TerminologyChoice[], steps: Steps): Promise<TerminologyIndex> {
    const folder = new TerminologyFolder(this.files, root);
    const opened = await Promise.all(choices.map(async ({ id, branches }) => ({ id, branches, store: await storeOf(folder, id) })));
    const broken = opened.filter(({ store }) => !store).map(({ id }) => id);
    let whole = opened.flatMap(({ id, branches, store }) => (store ? [{ id, branches, store }] : []));
    for (;;) {
      if (whole.length === 0) return { compiled: undefined, broken, notKept: undefined };
      const made = await this.keptOrMade(root, whole, steps);
      if (!('fault' in made)) return { ...made, broken };
      broken.push(...whole.filter(({ store }) => store === made.fault).map(({ id }) => id));
      whole = whole.filter(({ store }) => store !== made.fault);
    }
  }

  private async keptOrMade(root: string, choices: readonly StoreChoice[], steps: Steps): Promise<Omit<TerminologyIndex, 'broken'> | { readonly fault: ConceptStore }> {
    const stores = choices.map(({ store }) => store);
    const uri = `${indexRoot(root)}/${keyOf(choices, steps)}${indexEnding}`;
    const kept = await this.kept(uri);
    const opening = kept && (await openIndex(sourceOf(kept.bytes), stores, kept));
    if (opening?.kind === 'opened') return { compiled: opening, notKept: undefined };
    const compilation = await compileStores(choices, { steps, pause: () => this.clock.wait(0) });
    if (compilation.kind === 'fault') return { fault: compilation.store };
    const notKept = await this.files.write(uri, ...compilation.file);
    if (!notKept) await this.tidy(root, uri);
    const home = IndexMemory.of(compilation.file);
    const made = await openIndex(sourceOf(home.bytes), stores, home);
    if (made.kind === 'fault') throw new Error(`A term index that was just made cannot be opened: ${made.fault}`);
    return { compiled: made, notKept };
  }

  /** @returns a file in the memory that it is searched in; undefined where there is none */
  private async kept(uri: string): Promise<IndexMemory | undefined> {
    if (!this.files.readInto) {
      const bytes = await this.files.read(uri);
      return bytes && IndexMemory.of([bytes]);
    }
    const size = (await this.files.stamp(uri))?.size;
    const memory = size === undefined ? undefined : new IndexMemory(size);
    return memory && (await this.files.readInto(uri, memory.bytes)) ? memory : undefined;
  }

  private async tidy(root: string, newest: string): Promise<void> {
    const uris = (await this.files.list(indexRoot(root))).map((name) => `${indexRoot(root)}/${name}`).filter((uri) => uri !== newest);
    const dated = await Promise.all(uris.map(async (uri) => ({ uri, written: (await this.files.stamp(uri))?.modified ?? 0 })));
    const old = dated.sort((a, b) => b.written - a.written).slice(mostKept - 1);
    for (const { uri } of old) await this.files.remove(uri);
  }
}

function wantedKey(root: string, choices: readonly TerminologyChoice[], steps: Steps): string {
  return JSON.stringify([root, choices, steps]);
}

const indexEnding = '.index';

function indexRoot(root: string): string {
  return `${root}-indexes`;
}

/** Two choices that are made into different indexes have different keys. */
function keyOf(choices: readonly StoreChoice[], steps: Steps): string {
  return hashText(JSON.stringify([rulesVersion, steps, choices.map(({ store, branches }) => [store.fingerprint, branches])]));
}

async function storeOf(folder: TerminologyFolder, id: string): Promise<ConceptStore | undefined> {
  const terminology = (await folder.at(id))?.terminology;
  const opening = terminology && (await folder.open(id, terminology));
  return opening?.kind === 'opened' ? opening.file : undefined;
}
