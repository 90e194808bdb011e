import type { SavedSearch } from '../core/library/savedSearch';

/** More of them than anyone lists by hand; a stranger's settings may have a million. */
const mostTexts = 1000;

/** @returns those of a setting's values that are texts of a sensible length, without empty ones */
export function texts(values: readonly unknown[]): string[] {
  return values.slice(0, mostTexts).filter((value): value is string => typeof value === 'string' && value !== '' && value.length < 200);
}

/** @returns whether a value is a pair of citekeys */
export function isKeyPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((key) => typeof key === 'string' && key !== '');
}

/** @returns whether a value is a search that has a name */
export function isSavedSearch(value: unknown): value is SavedSearch {
  const { name, query } = (value ?? {}) as Partial<Record<keyof SavedSearch, unknown>>;
  return typeof name === 'string' && name.trim() !== '' && typeof query === 'string';
}

/**
 * A folder's settings come with the folder, which may be a stranger's: a path out of it is not followed.
 *
 * @returns the path with `/`; `fallback` where it is empty or leads out of the folder
 */
export function insideFolder(path: string, fallback: string): string {
  const parts = path.replace(/\\/g, '/').split('/').filter((part) => part !== '' && part !== '.');
  const outside = parts.includes('..') || /^([/\\]|[a-z]:)/i.test(path);
  return parts.length === 0 || outside ? fallback : parts.join('/');
}
