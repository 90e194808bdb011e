import { greekLetterName } from './greekLetters';
import { allSteps, type Steps } from './steps';

/** Latin and Greek plurals that no rule below makes singular. */
const irregularLatin = new Map<string, string>(
  Object.entries({
    appendices: 'appendix', cervices: 'cervix', cortices: 'cortex', apices: 'apex', helices: 'helix', varices: 'varix',
    matrices: 'matrix', calices: 'calix', calyces: 'calyx', indices: 'index', vertices: 'vertex', fornices: 'fornix',
    larynges: 'larynx', pharynges: 'pharynx', phalanges: 'phalanx', meninges: 'meninx',
    ganglia: 'ganglion', mitochondria: 'mitochondrion', criteria: 'criterion', phenomena: 'phenomenon',
    spermatozoa: 'spermatozoon', protozoa: 'protozoon', encephala: 'encephalon',
    nuclei: 'nucleus', radii: 'radius', corpora: 'corpus', viscera: 'viscus', genera: 'genus', crura: 'crus', femora: 'femur', foramina: 'foramen',
    lumina: 'lumen', testes: 'testis', axes: 'axis', pelves: 'pelvis', lyses: 'lysis',
  }),
);

/** The same of English. */
const irregularEnglish = new Map<string, string>(
  Object.entries({
    feet: 'foot', teeth: 'tooth', women: 'woman', men: 'man', children: 'child', mice: 'mouse', lice: 'louse',
    lenses: 'lens', calves: 'calf', halves: 'half', knives: 'knife', lives: 'life',
  }),
);

/** Roman numerals as grades and types use them (`stage II` is `stage 2`). Not C, D, L, M, which name things. */
const romanNumerals = new Map<string, string>(
  Object.entries({ i: '1', ii: '2', iii: '3', iv: '4', v: '5', vi: '6', vii: '7', viii: '8', ix: '9', x: '10' }),
);

/** Letters that Unicode does not take apart. */
const ligatures = new Map([['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe'], ['ø', 'o'], ['ł', 'l'], ['đ', 'd'], ['ı', 'i']]);

/**
 * The form under which a word is looked up, the same for all its spellings: `Leukaemias` → `leukemia`, `α` → `alpha`,
 * `necroses` and `necrosis` → `necros`. It is a key, not a word: `carcinoma` and `carcinomata` → `carcinomum`.
 *
 * The steps, and what each gained in finding diseases and phenotypes in text, stand in docs/decisions/terms.md.
 */
export function wordForm(word: string, steps: Steps = allSteps): string {
  const plain = plainLetters(word);
  // Words of text, mostly.
  if (plain.length > 3 && isAscii(plain)) return isLetters(plain) ? normal(plain, steps) : plain;
  const greek = steps.greek ? greekLetterName(plain) : undefined;
  if (greek !== undefined) return wordForm(greek, steps);
  // `TNFα`, joined of `TNF-α`.
  if (steps.greek && /[a-z]/.test(plain) && /[α-ω]/.test(plain)) {
    return wordForm(plain.replace(/[α-ω]/g, (letter) => greekLetterName(letter) ?? letter), steps);
  }
  if (plain.length >= 4) return plain;
  const numeral = steps.numerals ? romanNumerals.get(plain) : undefined;
  return numeral ?? (steps.plural ? singularAcronym(word, plain) : plain);
}

/** The form of a word of the letters a to z, four at least. */
function normal(word: string, steps: Steps): string {
  const latin = steps.latinPlural ? (irregularLatin.get(word) ?? (word.endsWith('ae') ? word.slice(0, -1) : word)) : word;
  const one = steps.plural && latin === word ? (irregularEnglish.get(word) ?? word) : latin;
  return singular(steps.british ? american(one) : one, steps);
}

/** Whether all are letters from a to z. */
function isLetters(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

/** Whether no letter has an accent or is of another script. */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) > 127) return false;
  }
  return true;
}

/** Small letters without accents: `Ménière` → `meniere`, `ﬁbrosis` → `fibrosis`. */
export function plainLetters(word: string): string {
  if (isAscii(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[ßæœøłđı]/g, (letter) => ligatures.get(letter) ?? letter);
}

/** `LNs` → `ln`: too short for the plural rules, but capitals with a small s are plural at any length. */
function singularAcronym(word: string, plain: string): string {
  if (!word.endsWith('s')) return plain;
  return (isAscii(word) ? /^[A-Z]{2,}s$/ : /^\p{Lu}{2,}s$/u).test(word) ? plain.slice(0, -1) : plain;
}

/** Some of every rule of `american`: most words need none of them. */
const british = /[ao]e|sulph|our|ogue|neurone|is[aei]|ys[ei]|[btv]re|ll[ei]/;

/** British spelling → American, by rules that hold for medical words and do nothing to the others' meaning. */
function american(word: string): string {
  if (word.length < 5 || !british.test(word)) return word;
  return word
    .replace(/ae/g, 'e')
    // Not at the end: `shoe` is no `she`.
    .replace(/oe(?!s?$)/g, 'e')
    .replace(/sulph/g, 'sulf')
    .replace(/([a-z]{2})our(?=$|s$|ed$|al$|ing$|less|ab|it|ful)/, '$1or')
    .replace(/([a-z]{3}[bcdfghjklmnpqrstvwxz])is(e|ed|es|ing|er|ers|ation|ations)$/, '$1iz$2')
    .replace(/([a-z]{2})ys(e|ed|er|ers|ing)$/, '$1yz$2')
    .replace(/([btv])re(s|d?)$/, '$1er$2')
    .replace(/logue(s?)$/, 'log$1')
    .replace(/neurone(s?)$/, 'neuron$1')
    .replace(/([aeiou])ll(ed|ing|er|ers)$/, '$1l$2');
}

/** English and Latin plural → one key with the singular. */
function singular(word: string, { plural, latinPlural }: Steps): string {
  // No rule takes any other letter off a word's end.
  if (!'aeis'.includes(word.charAt(word.length - 1))) return word;
  let stem = word;
  if (latinPlural && stem.endsWith('itides')) stem = `${stem.slice(0, -6)}itis`;
  if (latinPlural && stem.endsWith('mata')) stem = stem.slice(0, -2);
  if (plural && stem.endsWith('s')) stem = stem.endsWith('ies') ? `${stem.slice(0, -3)}y` : withoutPluralS(stem);
  // `diseas-e` and `diseas-es`, `reflex` and `reflex-es`, `headach-e` and `headach-es`; `diagnos-is` and `diagnos-es`
  if (plural && stem.length >= 5 && stem.endsWith('e') && /(?:[sxz]|[cs]h)e$/.test(stem)) stem = stem.slice(0, -1);
  if (latinPlural && stem.length >= 5 && stem.endsWith('sis') && /[a-z]{3}sis$/.test(stem)) stem = stem.slice(0, -2);
  return latinPlural && stem.length >= 4 ? singularLatin(stem) : stem;
}

/** `glands` → `gland`; not `virus`, `tetanus`, `mass`. */
function withoutPluralS(word: string): string {
  return 'siu'.includes(word.charAt(word.length - 2)) ? word : word.slice(0, -1);
}

/** `bacilli` → `bacillus`, `bacteria` → `bacterium`. */
function singularLatin(word: string): string {
  if (word.endsWith('a')) return `${word.slice(0, -1)}um`;
  return word.endsWith('i') && !'aeiou'.includes(word.charAt(word.length - 2)) ? `${word.slice(0, -1)}us` : word;
}
