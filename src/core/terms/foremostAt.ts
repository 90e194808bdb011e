import type { Concept } from './concept';
import { foldName } from './foldName';
import { meantConcepts } from './meantConcepts';
import { wordsOf } from './store/nameWords';

/** So many first letters shared make two words forms of one: `ovarian`, `ovaries`. */
const sharedLetters = 5;

/**
 * Of several concepts that a mention's words put together, puts the one first that the word at an offset belongs to: at `ovarian`
 * in `breast and ovarian cancer`, ovarian cancer. At `cancer`, which both have, it leaves them as they are.
 */
export function foremostAt<Found extends { readonly concepts: readonly Concept[]; readonly meant?: number }>(mention: Found, text: string, offset: number): Found {
  const together = meantConcepts(mention);
  if (together.length < 2) return mention;
  const word = wordAt(text, offset);
  const [first] = together;
  const there = word === '' || !first || has(first, word) ? undefined : together.find((concept) => has(concept, word));
  return there ? { ...mention, concepts: [there, ...mention.concepts.filter((concept) => concept !== there)] } : mention;
}

function wordAt(text: string, offset: number): string {
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, offset - 50), offset))?.[0] ?? '';
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(offset, offset + 50))?.[0] ?? '';
  return foldName(before + after);
}

function has({ name, synonyms }: Concept, word: string): boolean {
  return [name, ...synonyms].flatMap(wordsOf).some((own) => own === word || (word.length >= sharedLetters && own.startsWith(word.slice(0, sharedLetters))));
}
