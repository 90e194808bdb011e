import { allSteps, type Steps } from './steps';

/** Longer names are found by their exact words nowhere; it also bounds how far a search looks ahead. */
export const wordsInName = 24;

/** A name with so many parts between commas is a list, or a chemical's. */
export const mostParts = 5;

/**
 * The other ways a terminology's name is written in running text: `Carcinoma, Mucoepidermoid` → `Mucoepidermoid Carcinoma`,
 * `Leukocytosis, NOS` and `aspiration (procedure)` without their additions. The name itself comes first.
 */
export function nameVariants(name: string, steps: Steps = allSteps): string[] {
  if (!mayVary(name)) return [name];
  const bare = steps.nosAndBrackets ? withoutAdditions(name) : name;
  const variants = [name];
  if (bare !== name && bare !== '') variants.push(bare);
  if (!steps.commaInversion || !bare.includes(', ')) return variants;
  const parts = bare.split(', ');
  // `nausea, vomiting, and diarrhea` is a list, not turned round.
  if (parts.length < mostParts && !/\b(and|or|of|with|without|in|due)\b/i.test(bare)) variants.push(parts.reverse().join(' '));
  return variants;
}

/** Whether a name has a comma, a bracket or `NOS`: most names are written in one way only. */
export function mayVary(name: string): boolean {
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code === 44 || code === 40 || (code === 78 && name.startsWith('NOS', at))) return true;
  }
  return false;
}

function withoutAdditions(name: string): string {
  if (!name.endsWith(')') && !name.includes('NOS')) return name.trim();
  return name.replace(/,? \[?NOS\]?$/, '').replace(/ \([^()]*\)$/, '').replace(/,? \[?NOS\]?$/, '').trim();
}
