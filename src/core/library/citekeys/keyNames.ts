import type { CslItem } from '../record';
import { isGerman, recordText, withoutMarks } from './plainText';

/** A person or body of a record, as formulas see it. */
export interface KeyName {
  /** With the particles before it; an institution's whole name. */
  readonly family: string;
  /** Without them. */
  readonly bare: string;
  readonly given: string;
}

/** Whose names a formula asks for when it does not say: the first of these that a record has. */
const order = ['author', 'editor', 'translator'] as const;
/** Others who stand in where none of them is there, in CSL's words. */
const others = [
  'composer', 'director', 'illustrator', 'interviewer', 'recipient', 'reviewed-author', 'container-author', 'collection-editor', 'editorial-director',
  'contributor', 'performer', 'producer', 'host', 'guest', 'narrator', 'organizer', 'chair', 'compiler', 'curator', 'script-writer', 'series-creator',
] as const;

/** What `creator=` and `type=` may be. `*`: the author, else the editor, translator or another. */
export const creatorChoices: readonly string[] = ['*', 'primary', ...order, 'collaborator', ...others];

/** More names than this no key needs. */
const mostNames = 200;
const longestName = 300;

/** @returns the names that a record has for a role, in order */
export function namesOf(record: Partial<CslItem>, creator: string): KeyName[] {
  const roles = creator === '*' ? [...order, ...others] : creator === 'primary' ? ['author'] : creator === 'collaborator' ? others : [creator];
  for (const role of roles) {
    const names = readNames(record[role]);
    if (names.length > 0) return names;
  }
  return [];
}

function readNames(value: unknown): KeyName[] {
  return Array.isArray(value) ? value.slice(0, mostNames).map(readName).filter(({ family }) => family !== '') : [];
}

function readName(value: unknown): KeyName {
  const name: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const part = (key: string): string => unquoted(recordText(name[key], longestName));
  const given = part('given');
  const bare = part('family') || part('literal');
  if (bare === '') return { family: given, bare: given, given: '' };
  return { family: [part('dropping-particle'), part('non-dropping-particle'), bare].filter(Boolean).join(' '), bare, given };
}

/** Reference managers put quotes around what shall not be taken apart: `"de la Mare"`. */
function unquoted(name: string): string {
  return name.length > 1 && name.startsWith('"') && name.endsWith('"') ? name.slice(1, -1) : name;
}

/** The capitals of a given name: `De-Qi` → `DQ`. */
export function initialsOf({ given }: KeyName, record: Partial<CslItem>): string {
  const capitals = given.replace(/[^\p{Lu}\p{Lt}]/gu, '');
  return withoutMarks(capitals, isGerman(record.language)).replace(/[^\p{Lu}]/gu, '');
}

/** The first `count` characters, whole ones. */
export function firstOf(text: string, count: number): string {
  return count <= 0 ? '' : Array.from(text.slice(0, count * 2)).slice(0, count).join('');
}
