/** Words that abbreviated journal names leave out (ISO 4 omits articles, prepositions and conjunctions). */
const omitted: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for', 'in', 'on', 'a', 'de', 'la', 'le', 'et', 'der', 'die', 'und', 'fur', 'do', 'da', 'e']);

/**
 * Whether two names may be of one journal or book: `Jpn J Clin Oncol` and `Japanese Journal of Clinical Oncology`,
 * `NEJM` and `The New England Journal of Medicine`.
 *
 * @param a folded words with single spaces
 */
export function sameContainer(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long] = [tellingWords(a), tellingWords(b)].sort((one, other) => one.length - other.length) as [string[], string[]];
  if (short.length === 0) return false;
  // A subtitle or a place may follow: `JAMA: the journal of …`, `Gastroenterology (New York)`.
  if (short.every((word, at) => abbreviates(word, long[at] ?? ''))) return short.length === long.length || short.join('').length > 3;
  return short.length === 1 && short[0] === long.map((word) => word[0]).join('');
}

/** `jpn` of `japanese`, `oncol` of `oncology`: the same first letter, the others in order. */
function abbreviates(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === '' || short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

function tellingWords(words: string): string[] {
  return words.split(' ').filter((word) => !omitted.has(word));
}
