import { Location, Position, type TextDocument, Uri, workspace } from 'vscode';
import type { Library } from '../core/library/library';
import type { CslItem } from '../core/library/record';
import { sameWork } from '../core/library/sameWork';
import { workIdentity } from '../core/library/workIdentity';
import type { Bibliographies } from './bibliographies';
import { folderOf } from './citableWorks';

/** A record under a citekey, and the file that it stands in. */
export interface KeyRecord {
  readonly key: string;
  readonly record: CslItem;
  readonly uri: string;
  /** Whether the file is a bibliography, as against a paper's. */
  readonly isListed: boolean;
}

/** @returns all records that a note sees under citekeys, the one that counts first */
export async function recordsOfKeys(keys: readonly string[], document: TextDocument, library: Library, bibliographies: Bibliographies): Promise<ReadonlyMap<string, KeyRecord[]>> {
  const folder = folderOf(document);
  const found = new Map<string, KeyRecord[]>(keys.map((key) => [key, []]));
  for (const uri of keys.length > 0 ? await bibliographies.visibleTo(document) : []) {
    for (const { key, record } of await bibliographies.recordsIn(uri, keys)) found.get(key)?.push({ key, record, uri, isListed: true });
  }
  for (const key of keys) {
    const papers = library.withKey(key).filter((paper) => folder === undefined || paper.folder === folder);
    found.get(key)?.push(...papers.map(({ record, uri }) => ({ key, record, uri, isListed: false })));
  }
  return found;
}

/** @returns the records, where they are not all of one work; a paper that a bibliography has too is no clash */
export function clashOf(records: readonly KeyRecord[]): readonly KeyRecord[] {
  const works: KeyRecord[] = [];
  for (const each of records) {
    const identity = workIdentity(each.record);
    if (!works.some(({ record }) => sameWork(workIdentity(record), identity))) works.push(each);
  }
  return works.length > 1 ? works : [];
}

/** @returns where a record begins */
export async function placeOfRecord({ key, uri, isListed }: KeyRecord, bibliographies: Bibliographies): Promise<Location> {
  return new Location(Uri.parse(uri), isListed ? await bibliographies.position(uri, key) : new Position(0, 0));
}

/** @returns a record's file as the user knows it */
export function nameOfRecord({ uri }: KeyRecord): string {
  return workspace.asRelativePath(Uri.parse(uri));
}
