import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { SourceConcept } from '../../../../src/core/terms/readers/conceptSink';
import { readTerminology } from '../../../../src/core/terms/readers/terminologyReader';
import { partOf, type TerminologyPart } from '../../../../src/core/terms/readers/terminologyPart';
import type { ReadOptions, TerminologyReading } from '../../../../src/core/terms/readers/readTerminology';
import { sharedPath } from '../../../support/shared';

/** What reading gave, with the concepts that the sink got. */
export interface Gathered extends TerminologyReading {
  readonly concepts: readonly SourceConcept[];
  readonly byId: ReadonlyMap<string, SourceConcept>;
}

/** Reads parts, or one text as a part, and gathers the concepts. */
export async function gather(what: string | Uint8Array | readonly TerminologyPart[], options: ReadOptions = {}): Promise<Gathered> {
  const concepts: SourceConcept[] = [];
  const parts = typeof what === 'string' ? [partOf('text', new TextEncoder().encode(what))] : what instanceof Uint8Array ? [partOf('bytes', what)] : what;
  let heads = 0;
  const reading = await readTerminology(parts, options, { head: () => (heads += 1), add: (concept) => concepts.push(concept) });
  if (heads !== 1) throw new Error(`the sink got ${heads} heads`);
  return { ...reading, concepts, byId: new Map(concepts.map((concept) => [concept.id, concept])) };
}

/** A part that gives its bytes in small pieces, cut anywhere. */
export function inPieces(name: string, bytes: Uint8Array, size: number): TerminologyPart {
  return {
    name,
    async *open(from = 0) {
      for (let at = from; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

/** Codes of problems, each with the line it is at. */
export function told({ problems }: TerminologyReading): string[] {
  return problems.map(({ code, line }) => (line === undefined ? code : `${code}:${line}`));
}

/**
 * A file of the terminologies beside the project as a part; `.xz` is unpacked.
 * @returns undefined where it is not there, or `xz` is not
 */
export function sharedPart(name: string): TerminologyPart | undefined {
  const file = sharedPath('data', 'terminologies', name);
  if (!file) return undefined;
  try {
    const bytes = name.endsWith('.xz') ? execFileSync('xz', ['-dc', file], { maxBuffer: 1 << 29 }) : readFileSync(file);
    return partOf(path.basename(name, '.xz'), new Uint8Array(bytes));
  } catch {
    return undefined;
  }
}
