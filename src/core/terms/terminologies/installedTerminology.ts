import type { ColumnMapping, TerminologyCounts, TerminologyFormat, UmlsFilter } from '../readers/readTerminology';
import type { TerminologyHead } from '../readers/terminologyHead';

/** Where a terminology was read from, so that it can be read again. */
export type TerminologySource =
  | { readonly kind: 'address'; readonly address: string; readonly validator?: string }
  /** The user's own files, by their addresses. */
  | { readonly kind: 'files'; readonly uris: readonly string[] };

/** A terminology that was added: what is kept of it beside its concepts. */
export interface InstalledTerminology {
  readonly head: TerminologyHead;
  readonly counts: TerminologyCounts;
  readonly format: TerminologyFormat | undefined;
  readonly source: TerminologySource;
  /** For tables: which columns were taken for what. */
  readonly columns?: ColumnMapping;
  /** For UMLS: what of it was taken. */
  readonly umls?: UmlsFilter;
  /** The concepts that it is best searched below, as it was added: `HP:0000118` of HPO. The user's settings go before. */
  readonly branches?: readonly string[];
  /** The name of the file that holds its concepts. */
  readonly store: string;
  /** When it was read, as `2026-11-26`. */
  readonly added: string;
}

/** @returns what the file says; undefined where it is none of ours, or damaged */
export function readInstalled(bytes: Uint8Array | undefined): InstalledTerminology | undefined {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Partial<InstalledTerminology> | null;
    const { head, counts, source, store, added, branches = [] } = value ?? {};
    const isWhole = typeof head?.id === 'string' && typeof head.name === 'string' && typeof counts?.names === 'number' && typeof added === 'string';
    const isReadable = source?.kind === 'address' ? typeof source.address === 'string' : Array.isArray(source?.uris);
    if (!Array.isArray(branches) || !branches.every((branch) => typeof branch === 'string')) return undefined;
    return isWhole && isReadable && typeof store === 'string' && isFileName(store) ? (value as InstalledTerminology) : undefined;
  } catch {
    return undefined;
  }
}

export function writeInstalled(terminology: InstalledTerminology): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(terminology, undefined, 2)}\n`);
}

/** The ids of the concepts that ship with Casebook and of the user's own. */
const takenIds = new Set(['casebook', 'glossary']);

/** @returns the id that a terminology is kept under: a name for a folder on any disk, and none that means another one */
export function installedId(id: string): string {
  const name = id.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'terminology';
  // Windows has devices of these names.
  return takenIds.has(name) || /^(con|prn|aux|nul|com\d|lpt\d)$/.test(name) ? `${name}-terms` : name;
}

function isFileName(name: string): boolean {
  return /^[a-z0-9][a-z0-9.-]*$/.test(name);
}
