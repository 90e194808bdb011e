import { foldName } from './foldName';
import { greekLetterName } from './greekLetters';

/**
 * The id of a concept by its name, which stays the same as long as the name does:
 * `casebook`, `Interleukin-1 α` → `casebook:interleukin-1-alpha`.
 */
export function conceptId(terminology: string, name: string): string {
  const slug = foldName(name)
    .replace(/[\u03B1-\u03C9]/g, (letter) => `-${greekLetterName(letter) ?? letter}-`)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `${terminology}:${slug || 'unnamed'}`;
}
