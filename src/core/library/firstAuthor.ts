import { comparableWords, lettersOf } from './comparableTitle';
import { namesOf } from './display';
import type { CslItem } from './record';

/** The first author, or editor, as two records' are compared. */
export interface FirstAuthor {
  /** The family name without particles, and the first and last of its words where it has several; none without an author. */
  readonly families: readonly string[];
  /** A given name that is written out, since databases turn names round: `Wei Chen`. */
  readonly given: string;
  readonly initial: string;
}

/** `van der Berg`, `de la Cruz`: some sources have them in the family name, some apart, some not at all. */
const particles: ReadonlySet<string> = new Set([
  'van', 'von', 'vom', 'der', 'den', 'de', 'del', 'della', 'di', 'da', 'dos', 'das', 'du', 'la', 'le', 'les', 'ter', 'ten', 'zu', 'zur', 'el', 'al', 'bin', 'ibn',
]);

/** What is no name of anyone's. */
const nobody = /^(?:anonymous|anon|et al|no authors? listed)?$/;

export function firstAuthor(record: CslItem): FirstAuthor {
  const [name] = namesOf(record);
  const family = authorWords(name?.family ?? name?.literal ?? '');
  if (!name || nobody.test(family)) return { families: [], given: '', initial: '' };
  const words = family.split(' ');
  const own = words.filter((word) => !particles.has(word));
  const kept = own.length > 0 ? own : words;
  const given = authorWords(name.given ?? '');
  return {
    families: [...new Set([kept.join(''), kept[0] ?? '', kept.at(-1) ?? ''])].filter((key) => key.length > 1 || kept.length === 1),
    given: given.length > 2 && !/\b\p{L}\b/u.test(given) ? lettersOf(given) : '',
    initial: given.slice(0, 1),
  };
}

/** Whether two records' first authors may be one person; undefined where one of them names none. */
export function sameAuthor(a: FirstAuthor, b: FirstAuthor): boolean | undefined {
  if (a.families.length === 0 || b.families.length === 0) return undefined;
  return a.families.some((family) => b.families.includes(family)) || a.families.includes(b.given) || b.families.includes(a.given);
}

function authorWords(text: string): string {
  return comparableWords(text).replace(/ue/g, 'u');
}
