const names = [
  'alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa', 'lambda', 'mu',
  'nu', 'xi', 'omicron', 'pi', 'rho', 'sigma', 'sigma', 'tau', 'upsilon', 'phi', 'chi', 'psi', 'omega',
];

const alpha = 0x3b1;

/** The English name of a small Greek letter without accents: `α` → `alpha`, `ς` → `sigma`; undefined for any other. */
export function greekLetterName(letter: string): string | undefined {
  return letter.length === 1 ? names[letter.charCodeAt(0) - alpha] : undefined;
}

/** Greek letters without accents written out in English: `α-fet` → `alpha-fet`. */
export function spellGreek(text: string): string {
  return text.replace(/[Α-Ωα-ω]/g, (letter) => greekLetterName(letter.toLowerCase()) ?? letter);
}
