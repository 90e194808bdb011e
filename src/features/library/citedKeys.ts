import type { Uri } from 'vscode';
import type { KeyFile } from '../../core/library/keyWork';
import { type Duplicate, isPaper } from './duplicate';
import type { KeyPlaces } from './keyPlaces';

/** How many notes cite a key, and how often in all. */
export interface Citing {
  readonly notes: number;
  readonly uses: number;
}

/** Of the files in which a key was found the notes and LaTeX documents that cite it: a note with a record of its own under the key means that one. */
export function citingNotes(found: readonly KeyFile[]): KeyFile[] {
  return found.filter(({ kind, keys }) => (kind === 'note' || kind === 'latex') && keys.every(({ role }) => role === 'use'));
}

/** @returns for each of the keys how a workspace folder's notes cite it */
export async function citingOf(keys: readonly string[], folder: Uri, places: KeyPlaces): Promise<ReadonlyMap<string, Citing>> {
  const notes = citingNotes(await places.find(keys, folder));
  return new Map(keys.map((key) => {
    const uses = notes.map((note) => note.keys.filter((place) => place.key === key).length);
    return [key, { notes: uses.filter((count) => count > 0).length, uses: uses.reduce((sum, count) => sum + count, 0) }];
  }));
}

/** The record first whose key most notes cite, since then least changes; papers before records of bibliographies, equals as they were. */
export function mostCitedFirst(records: readonly Duplicate[], citing: ReadonlyMap<string, Citing>): Duplicate[] {
  const of = ({ record }: Duplicate): Citing => citing.get(record.id) ?? { notes: 0, uses: 0 };
  return [...records].sort((a, b) => Number(isPaper(b)) - Number(isPaper(a)) || of(b).notes - of(a).notes || of(b).uses - of(a).uses);
}
