import { CharacterClass, characterClass } from '../../../src/core/terms/characterClass';
import { wordsInName } from '../../../src/core/terms/nameVariants';
import type { Tokens } from '../../../src/core/terms/tokens';
import { Link } from '../../../src/core/terms/wasm/layout';

/**
 * The plain way to do what `NameRows` does: the words of a name, once for each way to part it into words: hyphens folded into nothing (`X-ray`, `Xray`), and
 * without punctuation (`E. coli`, `E coli`).
 *
 * @param tokens the name's words (`Tokeniser`), every one with a number, punctuation included
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
