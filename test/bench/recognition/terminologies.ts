import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { joinedBytes } from '../../../src/core/joinedBytes';
import { compileStores } from '../../../src/core/terms/compiled/compileStores';
import { openIndex } from '../../../src/core/terms/compiled/indexFile';
import { partOf } from '../../../src/core/terms/readers/terminologyPart';
import { readTerminology } from '../../../src/core/terms/readers/terminologyReader';
import type { Steps } from '../../../src/core/terms/steps';
import { sourceOf } from '../../../src/core/terms/store/byteSource';
import { ConceptStore } from '../../../src/core/terms/store/conceptStore';
import { StoreWriter } from '../../../src/core/terms/store/storeWriter';
import type { TermIndex } from '../../../src/core/terms/termIndex';
import { sharedPath } from '../../support/shared';

export interface ReadTerms {
  readonly store: ConceptStore;
  readonly branches: readonly string[];
}

/** Reads a terminology as the product does; undefined where it is not here, or `xz` is not. */
export async function readTerms(name: string, branches: readonly string[] = []): Promise<ReadTerms | undefined> {
  const file = sharedPath('data', 'terminologies', name);
  if (file === undefined) return undefined;
  let bytes: Uint8Array;
  try {
    bytes = name.endsWith('.xz') ? execFileSync('xz', ['-dc', file], { maxBuffer: 1 << 28 }) : readFileSync(file);
  } catch {
    return undefined;
  }
  const writer = new StoreWriter();
  await readTerminology([partOf(name, new Uint8Array(bytes))], {}, writer);
  const opening = await ConceptStore.open(sourceOf(joinedBytes(writer.finish())));
  if (opening.kind === 'fault') throw new Error(`${name}: ${opening.fault}`);
  return { store: opening.file, branches };
}

/** Compiles terminologies as the product does, the most preferred first. */
export async function compiled(terms: readonly ReadTerms[], steps: Steps): Promise<TermIndex> {
  const compilation = await compileStores(terms, { steps });
  if (compilation.kind === 'fault') throw new Error('A terminology that was just read is damaged');
  const opening = await openIndex(sourceOf(joinedBytes(compilation.file)), terms.map(({ store }) => store));
  if (opening.kind === 'fault') throw new Error(opening.fault);
  return opening.index;
}
