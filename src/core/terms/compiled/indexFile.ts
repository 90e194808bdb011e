import type { ByteSource } from '../store/byteSource';
import type { ConceptStore } from '../store/conceptStore';
import { bytesOf, type FileFault, sectionFile, SectionReader, type SectionKind } from '../store/sectionFile';
import type { CompiledNames } from '../indexCompiler';
import type { Steps } from '../steps';
import { TermIndex } from '../termIndex';
import type { IndexMemory } from '../wasm/indexMemory';
import { StoredConcepts } from './storedConcepts';

/** The sections of a term index's file, in their order. */
const enum IndexSection {
  /** JSON: `IndexSummary`. */
  Summary,
  WordSlots,
  WordUnits,
  WordEnds,
  Nodes,
  Entries,
  /** 32 bits a concept: its place in its terminology's file. */
  Places,
  /** 32 bits a concept: the place of the first one that means the same. */
  Meanings,
  Count,
}

const indexKind: SectionKind = { magic: 0x49_54_42_43, version: 2, sections: IndexSection.Count };

interface IndexSummary {
  readonly steps: Steps;
  /** The terminologies' files that its concepts are in. */
  readonly stores: readonly { readonly id: string; readonly fingerprint: number; readonly base: number }[];
}

/** What an index of terminologies' files is made of. */
export interface IndexParts {
  readonly names: CompiledNames;
  readonly stores: readonly { readonly store: ConceptStore; readonly base: number }[];
  readonly places: Int32Array;
  readonly meanings: Int32Array;
}

/** Why an index can't be used, and has to be made again; it may also be one of other files. */
export type IndexFault = FileFault | 'of-others';

export type IndexOpening = { readonly kind: 'opened'; readonly index: TermIndex; readonly concepts: StoredConcepts } | { readonly kind: 'fault'; readonly fault: IndexFault };

/** @returns the file, in pieces to be written one after the other */
export function indexFile({ names: { words, trie, steps }, stores, places, meanings }: IndexParts): Uint8Array[] {
  const summary: IndexSummary = {
    steps,
    stores: stores.map(({ store, base }) => ({ id: store.head.id, fingerprint: store.fingerprint, base })),
  };
  const sections: Readonly<Record<Exclude<IndexSection, IndexSection.Count>, Uint8Array>> = {
    [IndexSection.Summary]: new TextEncoder().encode(JSON.stringify(summary)),
    [IndexSection.WordSlots]: bytesOf(words.slots),
    [IndexSection.WordUnits]: bytesOf(words.units),
    [IndexSection.WordEnds]: bytesOf(words.ends),
    [IndexSection.Nodes]: bytesOf(trie.nodes),
    [IndexSection.Entries]: bytesOf(trie.entries),
    [IndexSection.Places]: bytesOf(places),
    [IndexSection.Meanings]: bytesOf(meanings),
  };
  return sectionFile(indexKind, Object.values(sections));
}

/**
 * Opens an index as views over its bytes.
 * @param stores the terminologies it was made of, in the same order
 * @param home the memory that the source lies in, if it is made for searches
 * @returns the index, or why it has to be made again
 */
export async function openIndex(source: ByteSource, stores: readonly ConceptStore[], home?: IndexMemory): Promise<IndexOpening> {
  const opening = await SectionReader.open(source, indexKind);
  if (opening.kind === 'fault') return opening;
  const read = await Promise.all(Array.from({ length: IndexSection.Count }, (_, section) => opening.file.section(section)));
  const sections = read.filter((section) => section !== undefined);
  const summary = sections[IndexSection.Summary];
  if (!summary || sections.length < (IndexSection.Count as number)) return { kind: 'fault', fault: 'damaged' };
  const { steps, stores: madeOf } = JSON.parse(new TextDecoder().decode(summary)) as IndexSummary;
  const same = madeOf.length === stores.length && madeOf.every(({ fingerprint }, at) => stores[at]?.fingerprint === fingerprint);
  if (!same) return { kind: 'fault', fault: 'of-others' };
  const numbers = (section: IndexSection) => numbersOf(sections[section]);
  const units = sections[IndexSection.WordUnits];
  const words = {
    slots: numbers(IndexSection.WordSlots),
    units: units ? new Uint16Array(units.buffer, units.byteOffset, units.length >> 1) : new Uint16Array(),
    ends: numbers(IndexSection.WordEnds),
  };
  const trie = { nodes: numbers(IndexSection.Nodes), entries: numbers(IndexSection.Entries) };
  const concepts = new StoredConcepts(stores, madeOf.map(({ base }) => base), numbers(IndexSection.Places), numbers(IndexSection.Meanings));
  return { kind: 'opened', index: new TermIndex({ words, trie, steps, ...(home && { home }) }, concepts), concepts };
}

function numbersOf(bytes: Uint8Array | undefined): Int32Array {
  return bytes ? new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2) : new Int32Array();
}
