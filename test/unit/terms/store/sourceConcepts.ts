import type { SourceConcept } from '../../../../src/core/terms/readers/conceptSink';
import type { TerminologyHead } from '../../../../src/core/terms/readers/terminologyHead';
import { ConceptStore } from '../../../../src/core/terms/store/conceptStore';
import { sourceOf } from '../../../../src/core/terms/store/byteSource';
import { StoreWriter } from '../../../../src/core/terms/store/storeWriter';

/** A concept that has an id and a name, and what a test gives it. */
export function sourceConcept(id: string, name: string, more: Partial<SourceConcept> = {}): SourceConcept {
  return { id, name, synonyms: [], abbreviations: [], inexact: [], types: [], xrefs: [], broader: [], relations: [], ...more };
}

/** A terminology's file, in one piece. */
export function storeFile(concepts: readonly SourceConcept[], head: TerminologyHead = { id: 'test', name: 'Test' }): Uint8Array {
  const writer = new StoreWriter();
  writer.head(head);
  for (const concept of concepts) writer.add(concept);
  return inOne(writer.finish());
}

export function inOne(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

/** The concepts as a terminology that was written and opened again. */
export async function storeOf(concepts: readonly SourceConcept[], head?: TerminologyHead): Promise<ConceptStore> {
  const opening = await ConceptStore.open(sourceOf(storeFile(concepts, head)));
  if (opening.kind === 'fault') throw new Error(opening.fault);
  return opening.file;
}
