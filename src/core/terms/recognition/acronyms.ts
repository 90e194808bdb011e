/** Longer ones are words in capitals. */
const longest = 8;

/** Whether a stretch of text looks like a short form: `LR`, `TNFα`, `A-T`, `WT1`, `SCAs`; not `Rash`. */
export function isAcronym(text: string, start: number, end: number): boolean {
  if (end - start > longest * 2) return false;
  let capitals = 0;
  let small = 0;
  let digits = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) capitals++;
    else if (code >= 48 && code <= 57) digits++;
    else if ((code >= 97 && code <= 122) || code > 127) small++;
  }
  const length = capitals + small + digits;
  return capitals > 0 && length <= longest && (capitals >= small + digits || digits > 0) && !(capitals === 1 && digits === 0 && small > 1);
}

/**
 * Whether a short form can be short for a long one: its letters and digits stand there in their order, the first at the
 * beginning (the test of Schwartz and Hearst 2003, Pac Symp Biocomput 8:451-62). `WT1`, a gene, is not short for `Wilms tumor`.
 */
export function isShortFor(short: string, long: string): boolean {
  const letters = lettersOf(short).replace(/([a-z0-9])s$/, '$1');
  const all = long.toLowerCase();
  if (letters === '' || letters[0] !== lettersOf(long)[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = all.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
