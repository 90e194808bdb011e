import { nearestWord } from './nearestWord';
import { wordsOf } from './store/nameWords';

/** Edits that `nearestWord` allows, and thus letters by which lengths differ. */
const mostEdits = 2;

/**
 * What was typed to find a name, with mistyped words mended: `hemmorhage` → `hemorrhage`. First letters are taken to be right.
 *
 * @param wordsFrom all known words that begin with a letter, folded
 * @returns undefined where a word is neither the beginning of a known one nor near one
 */
export async function mendedQuery(query: string, wordsFrom: (letter: string) => Promise<readonly string[]>): Promise<string | undefined> {
  const mended: string[] = [];
  for (const word of wordsOf(query)) {
    const known = await wordsFrom(word.slice(0, 1));
    const isKnown = known.some((one) => one.startsWith(word));
    const meant = isKnown ? word : nearestWord(word, known.filter(({ length }) => Math.abs(length - word.length) <= mostEdits));
    if (meant === undefined) return undefined;
    mended.push(meant);
  }
  return mended.join(' ');
}
