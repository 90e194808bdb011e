import { adjectivesOf, mayHaveAdjective } from './adjectivesOf';
import type { Steps } from './steps';

/** A way to say a name that is not the name itself. */
export interface LooseVariant {
  readonly name: string;
  /** It counts as a proper name only: with a capital each word (`isProperName`). */
  readonly proper?: true;
}

/** What a name's first and last word promise, so that most names are done with at a look. */
export const enum Hint {
  None = 0,
  /** `..., autosomal recessive` */
  Qualifier = 1,
  /** `... deficiency` */
  Deficiency = 2,
  /** `... syndrome` */
  Head = 4,
  /** `drug ...`, `urinary ...` */
  Implied = 8,
  /** A noun of a disease, as a name's only word. */
  Noun = 16,
  /** `... mellitus` */
  Epithet = 32,
  /** `von ...` */
  Particle = 64,
  /** `... infection` */
  Infection = 128,
}

const qualifierWords = [
  'recessive', 'dominant', 'linked', 'familial', 'congenital', 'hereditary', 'inherited', 'sporadic', 'isolated', 'form', 'type', 'psychological', 'physiological',
];

/** What the names of persons begin with. */
const particles = ['von', 'van', 'de', 'der', 'den', 'le', 'la'];

/** Of the commonest kind of a disease, which is meant where none is named. */
const epithets = ['mellitus', 'erythematosus', 'vulgaris', 'pectoris'];

/** Nouns that say the same as a name's only word and that terminologies leave out. */
const shorterNouns = new Map([['infarction', 'infarct'], ['neoplasia', 'malignancy']]);

/** First and last words that are implied with some nouns (`implied`). */
const implying = ['drug', 'urinary', 'pathologic', 'bone'];

const hints: ReadonlyMap<string, Hint> = new Map<string, Hint>([
  ...qualifierWords.map((word) => [word, Hint.Qualifier] as const), ...['syndrome', 'diseas', 'disorder'].map((word) => [word, Hint.Head] as const),
  ...implying.map((word) => [word, Hint.Implied] as const), ...epithets.map((word) => [word, Hint.Epithet] as const),
  ...particles.map((word) => [word, Hint.Particle] as const), ['deficiency', Hint.Deficiency], ['infection', Hint.Infection],
]);

/** @param form of a name's first or last word, by `wordForm` */
export function hintOf(form: string): Hint {
  return (hints.get(form) ?? Hint.None) | (form.length > 4 && mayHaveAdjective.test(form) ? Hint.Noun : 0);
}

/** What a name has that some ways to say it are made by. */
export interface NameShape {
  readonly comma: boolean;
  readonly hyphen: boolean;
}

/** Whether a name may have other ways to say it (`looseVariants`, whose parameters these are): nearly none has. */
export function mayVaryLoosely(first: Hint, last: Hint, words: number, { comma, hyphen }: NameShape): boolean {
  if (words === 1) return (last & Hint.Noun) !== 0;
  if ((last & Hint.Qualifier) !== 0 && comma) return true;
  // `von Hippel disease` has more words and no hyphen.
  if ((last & Hint.Head) !== 0 && (words === 2 || hyphen || (first & Hint.Particle) !== 0)) return true;
  if ((last & Hint.Deficiency) !== 0 || (((first | last) & Hint.Implied) !== 0 && words <= 4)) return true;
  return (words < 4 && (last & Hint.Infection) !== 0) || (words === 2 && (last & Hint.Epithet) !== 0);
}

/**
 * @param first what the name's first word promises (`hintOf`), `last` its last one
 * @param words how many it has
 * @returns other ways to say a name, less exact than those of `nameVariants`
 */
export function looseVariants(name: string, first: Hint, last: Hint, words: number, steps: Steps): LooseVariant[] {
  const variants: LooseVariant[] = [];
  const add = (more: readonly string[]) => variants.push(...more.map((one) => ({ name: one })));
  if (words === 1) {
    if (steps.adjectives && (last & Hint.Noun) !== 0 && /^[A-Za-z][a-z]{4,}$/.test(name)) add(adjectivesOf(name));
    const shorter = steps.impliedModifier ? shorterNouns.get(name.toLowerCase()) : undefined;
    if (shorter !== undefined) add([shorter]);
    return variants;
  }
  if (steps.qualifiers && (last & Hint.Qualifier) !== 0) add(withoutQualifier(name));
  if (steps.deficiency && (last & Hint.Deficiency) !== 0) add(deficiencies(name));
  if (steps.impliedModifier && ((first | last) & Hint.Implied) !== 0) add(withoutImplied(name));
  if (steps.deficiency && (last & Hint.Infection) !== 0 && words < 4) add(infected(name));
  if (steps.impliedModifier && (last & Hint.Epithet) !== 0 && words === 2) add(withAdjectives(name.split(' ').slice(0, 1), steps));
  if ((last & Hint.Head) !== 0) {
    if (steps.eponyms) variants.push(...eponyms(name));
    if (steps.impliedModifier) add(withAdjectives(withoutHead(name), steps));
    if (steps.inheritance) add(modesOfInheritance(name));
  }
  return variants;
}

function withAdjectives(nouns: readonly string[], steps: Steps): string[] {
  return [...nouns, ...(steps.adjectives ? nouns.flatMap(adjectivesOf) : [])];
}

const qualifiers = /,\s*(?:(?:autosomal|x-linked|y-linked|recessive|dominant|familial|congenital|hereditary|inherited|sporadic|isolated|psychological|physiological)[\s,-]*)+(?:form|type)?\s*$/i;

/**
 * `C3 Deficiency, Autosomal Recessive` → `C3 Deficiency`. Names with more commas say more than that; and the age at which a disease
 * begins tells it from others: `diabetes, juvenile-onset`.
 */
function withoutQualifier(name: string): string[] {
  const bare = name.replace(qualifiers, '');
  return bare === name || bare.length <= 3 || bare.includes(',') ? [] : [bare];
}

function deficiencies(name: string): string[] {
  const of = /^([^,]+?) deficiency$/i.exec(name)?.[1];
  return of === undefined ? [] : [`${of} deficient`, `deficiency of ${of}`];
}

function infected(name: string): string[] {
  const by = /^(?!co-?|super|re-?)([^,]+?)[ -]infections?$/i.exec(name)?.[1];
  return by === undefined ? [] : [`${by} infected`];
}

const implied: readonly RegExp[] = [
  /^drug[ -]([a-z]{7,})$/i, /^([a-z]{7,}), drug$/i, /^pathologic (calcification|ossification)$/i, /^bone (fractures?)$/i,
  /^urinary ((?:stress |urge )?incontinence)$/i, /^((?:stress |urge )?incontinence), urinary$/i,
];

/**
 * In a text on drugs nobody says that toxicity is a drug's, nor elsewhere that it is a bone that was fractured. A word of few letters
 * means too much by itself: `drug use`.
 */
function withoutImplied(name: string): string[] {
  for (const one of implied) {
    const rest = one.exec(name)?.[1];
    if (rest !== undefined) return [rest];
  }
  return [];
}

/** `Neurotoxicity Syndrome` → `neurotoxicity`: a noun of a disease needs no head after it. */
function withoutHead(name: string): string[] {
  const noun = /^([A-Za-z]+(?:toxicity|itis|emia|osis|pathy|uria|plasia|trophy|penia)) (?:syndrome|disease|disorder)s?$/i.exec(name)?.[1];
  return noun === undefined ? [] : [noun];
}

const particle = `(?:(?:${particles.join('|')}) )`;
const eponym = new RegExp(`^(${particle}*\\p{Lu}\\p{L}{2,}(?:-\\p{Lu}\\p{L}+)+|${particle}+\\p{Lu}\\p{L}{2,})(?:['’]s)? (?:syndrome|disease|disorder)s?$`, 'u');
const notOfPersons = /-(?:onset|related|induced|type|like|linked|associated)\b/i;

/** Names of two persons or with a particle are not mistaken for anything else; `Down` or `Wilson` alone would be. */
function eponyms(name: string): LooseVariant[] {
  const persons = eponym.exec(name.replace(/ (Syndrome|Disease|Disorder)(s?)$/, (whole) => whole.toLowerCase()).replace(/^V(on|an)(?= )/, 'v$1'))?.[1];
  return persons === undefined || notOfPersons.test(persons) ? [] : [{ name: persons, proper: true }];
}

const inherited = ['recessive', 'dominant', 'inherited', 'hereditary', 'genetic', 'monogenic', 'Mendelian', 'X-linked'];
const modes = [
  ...inherited, ...['autosomal', 'X-linked'].flatMap((chromosome) => ['recessive', 'dominant', 'recessive genetic', 'dominant genetic'].map((mode) => `${chromosome} ${mode}`)),
];

/** All ways to say that a disease is inherited: `autosomal recessive disorder`. */
function modesOfInheritance(name: string): string[] {
  if (!/^(?:genetic|hereditary|inherited) (?:disease|disorder)s?$/i.test(name)) return [];
  return modes.flatMap((mode) => ['disease', 'disorder', 'condition', 'defect', 'syndrome'].map((head) => `${mode} ${head}`));
}

/** Whether every word begins with a capital, but for particles: `Lesch-Nyhan`, `von Hippel-Lindau`. */
export function isProperName(text: string, start: number, end: number): boolean {
  return text.slice(start, end).split(/[\s\p{Pd}]+/u).every((word) => word.length <= 3 || /^\p{Lu}/u.test(word));
}
