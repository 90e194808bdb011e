/**
 * One key for the spellings of a name that nobody means to tell apart: case, accents, kinds of space and of hyphen.
 * `Ménière’s  Disease` → `meniere's disease`. For comparing whole names; words in running text fold further (`wordForm`).
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}|\u00AD/gu, '')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
