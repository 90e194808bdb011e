import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Concept } from '../../../src/core/terms/concept';
import { print, timed } from '../figure';
import type * as Terms from '../ours/terms';

/** How long it takes until a compiled index can be searched with that lies in a file, checksums included. */
export async function measureColdLoad(ours: typeof Terms, what: string, concepts: readonly Concept[]): Promise<void> {
  const writer = new ours.StoreWriter();
  writer.head({ id: 'bench', name: 'bench' });
  for (const { id, name, synonyms } of concepts) writer.add({ id, name, synonyms, abbreviations: [], inexact: [], xrefs: [], broader: [], types: [], relations: [] });
  const opening = await ours.ConceptStore.open(ours.sourceOf(joined(await writer.finish())));
  if (opening.kind === 'fault') throw new Error(opening.fault);
  const compiled = await ours.compileStores([{ store: opening.file }]);
  if (compiled.kind === 'fault') throw new Error('the terminology cannot be read');
  const folder = mkdtempSync(path.join(tmpdir(), 'casebook-index-'));
  const file = path.join(folder, 'bench.index');
  writeFileSync(file, joined(compiled.file));
  for (const times of ['first time', 'again']) {
    const milliseconds = await timed(async () => {
      const memory = new ours.IndexMemory(statSync(file).size);
      if (!(await new ours.LocalOwnFiles().readInto(pathToFileURL(file).href, memory.bytes))) throw new Error('not read');
      const index = await ours.openIndex(ours.sourceOf(memory.bytes), [opening.file], memory);
      if (index.kind === 'fault' || ours.scan(index.index.search, 'leukemoid reaction').count === 0) throw new Error('not opened');
    });
    print(`${what}: compiled index opened, and searched once, ${times}`, milliseconds, 'ms');
  }
  rmSync(folder, { recursive: true });
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return plain(Buffer.concat(pieces));
}

/** Buffers cut pieces out otherwise than other arrays of bytes do. */
function plain({ buffer, byteOffset, length }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}
