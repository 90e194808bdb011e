import type { WorkIdentity } from './workIdentity';

/**
 * Of many records under one key (a hundred `Editorial`s by one author) only the latest so many are compared, so that
 * time grows with the records and not with their square.
 */
const mostCompared = 32;

/** Records by everything that two records of one work have in common, to find the few that a record is to be held against. */
export class WorkIndex<Entry> {
  /** By small numbers made of the keys: two keys may share one, which costs a comparison and no more. */
  private readonly entries = new Map<number, Entry | Entry[]>();

  add(identity: WorkIdentity, entry: Entry): void {
    for (const key of keysOf(identity, 'add')) {
      const there = this.entries.get(key);
      if (there === undefined) this.entries.set(key, entry);
      else if (Array.isArray(there)) there.push(entry);
      else this.entries.set(key, [there, entry]);
    }
  }

  /** @returns what was added and shares a key with the record, each once */
  candidates(identity: WorkIdentity): Set<Entry> {
    const found = new Set<Entry>();
    for (const key of keysOf(identity, 'find')) {
      const there = this.entries.get(key);
      if (there === undefined) continue;
      if (Array.isArray(there)) for (const entry of there.slice(-mostCompared)) found.add(entry);
      else found.add(there);
    }
    return found;
  }
}

/**
 * Titles are kept with each author; without one as well, since records that name none are looked for among all of a title,
 * and all look among those.
 */
function keysOf(identity: WorkIdentity, purpose: 'add' | 'find'): number[] {
  const { doi, pmid, pmcid, isbns, title, main, author, volume, page, kind } = identity;
  // A database may have turned the name round.
  const families = purpose === 'find' && author.given ? [...author.families, author.given] : author.families;
  const keys: number[] = [];
  if (doi) keys.push(hashed(doi, 'd'));
  if (pmid) keys.push(hashed(pmid, 'p'));
  if (pmcid) keys.push(hashed(pmcid, 'c'));
  if (kind === 'whole') for (const isbn of isbns) keys.push(hashed(isbn, 'i'));
  for (const name of [title, main]) {
    if (!name) continue;
    const key = hashed(name, 't');
    for (const family of families) keys.push(hashed(family, 'a', key));
    if (families.length === 0 || purpose === 'find') keys.push(hashed('', 'u', key));
    if (name === title && (families.length === 0) === (purpose === 'find')) keys.push(hashed('', 'n', key));
  }
  if (volume && page) for (const family of families) keys.push(hashed(`${volume}|${page}|${family}`, 'v'));
  return keys;
}

/** FNV-1a, cut to the 30 bits that a JavaScript engine keeps without a box. */
function hashed(text: string, kind: string, seed = 0x811c9dc5): number {
  let hash = Math.imul(seed ^ kind.charCodeAt(0), 0x01000193);
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}
