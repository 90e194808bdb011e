import { CharacterClass, characterClass } from './characterClass';
import { Link, type Tokens } from './tokens';

/** Longer names are found by their exact words nowhere; it also bounds how far a search looks ahead. */
export const wordsInName = 24;

/**
 * The other ways a terminology's name is written in running text: `Carcinoma, Mucoepidermoid` → `Mucoepidermoid Carcinoma`,
 * `Leukocytosis, NOS` and `aspiration (procedure)` without their additions. The name itself comes first.
 */
export function nameVariants(name: string): string[] {
  if (!name.includes(', ') && !name.includes('(') && !name.includes('NOS')) return [name];
  const bare = name.replace(/,? \[?NOS\]?$/, '').replace(/ \([^()]*\)$/, '').replace(/,? \[?NOS\]?$/, '').trim();
  const variants = [name];
  if (bare !== name && bare !== '') variants.push(bare);
  const parts = bare.split(', ');
  // `nausea, vomiting, and diarrhea` is a list, not turned round.
  if (parts.length > 1 && parts.length < 5 && !/\b(and|or|of|with|without|in|due)\b/i.test(bare)) {
    variants.push(parts.reverse().join(' '));
  }
  return variants;
}

/** Whether a name can be parted into words in one way only: it has neither hyphens nor punctuation, as most. */
export function isPlain(name: string, { count, start, link }: Tokens): boolean {
  for (let at = 0; at < count; at++) {
    if (link[at] === Link.Hyphen || isMark(name, start[at])) return false;
  }
  return count > 0 && count <= wordsInName;
}

/**
 * The words of a name, once for each way to part it into words: hyphens folded into nothing (`X-ray`, `Xray`), and
 * without punctuation (`E. coli`, `E coli`).
 *
 * @param tokens the name's words (`tokenise`), every one with a number, punctuation included
 */
export function nameWords(name: string, { count, start, word, joined, link }: Tokens): Int32Array[] {
  let last = count;
  while (last > 0 && isClosing(name.charCodeAt(start[last - 1] ?? 0))) last--;
  if (last === 0) return [];
  const all = word.slice(0, last);
  const sequences = [all];
  if (last > 1 && all.some((_, at) => isMark(name, start[at]))) sequences.push(all.filter((_, at) => !isMark(name, start[at])));
  for (let at = 0; at + 1 < last && sequences.length < 6; at++) {
    if (link[at + 1] !== Link.Hyphen || joined[at] === 0) continue;
    const folded = all.filter((_, other) => other !== at + 1);
    folded[at] = joined[at] ?? 0;
    sequences.push(folded);
  }
  return sequences.filter(({ length }) => length > 0 && length <= wordsInName);
}

function isMark(name: string, at: number | undefined): boolean {
  return characterClass(name.codePointAt(at ?? 0) ?? 0) === CharacterClass.Mark;
}

/** Punctuation that ends a sentence or a quotation rather than a name; `CD4+` keeps its sign. */
function isClosing(unit: number): boolean {
  return unit === 0x2e || '.,;:!?"”»'.includes(String.fromCharCode(unit));
}
