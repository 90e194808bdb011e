/** The steps by which a name and its spellings in texts are made one; each can be set off, to see what it gains. */
export const stepNames = [
  /** `abscesses`, `LNs`, `feet`. */
  'plural',
  /** `metastases`, `bacilli`, `carcinomata`. */
  'latinPlural',
  /** `Crohn’s`. */
  'possessive',
  /** A hyphen may be a space, or nothing. */
  'hyphen',
  /** `IL6` is `IL 6`. */
  'letterDigit',
  /** `α` is `alpha`. */
  'greek',
  /** `type II` is `type 2`. */
  'numerals',
  /** `leukaemia`, `tumour`. */
  'british',
  /** `Carcinoma, Squamous Cell`. */
  'commaInversion',
  /** `Sinusitis, NOS`, `aspiration (procedure)`. */
  'nosAndBrackets',
  /** Capitals count for abbreviations and short names. */
  'caseSensitiveShort',
  /** `renal damage` is a name of `kidney disease`: words that stand for one another within longer names (`classesOf`). */
  'wordClasses',
  /** `C3 deficiency, autosomal recessive` without how it is inherited. */
  'qualifiers',
  /** `toxicity` for `drug toxicity`, `angina` for `angina pectoris`. */
  'impliedModifier',
  /** `Lesch-Nyhan` for `Lesch-Nyhan syndrome`. */
  'eponyms',
  /** `diabetic` for `diabetes`. */
  'adjectives',
  /** `C5-deficient` and `deficiency of C5`, `HIV-infected`. */
  'deficiency',
  /** `autosomal recessive disorder` for `genetic disease`. */
  'inheritance',
] as const;

export type StepName = (typeof stepNames)[number];

/** Which steps an index was compiled with, and texts are read with for it. */
export type Steps = Readonly<Record<StepName, boolean>>;

export const allSteps: Steps = Object.fromEntries(stepNames.map((name) => [name, true])) as Record<StepName, boolean>;

/** Raised with each change of what the steps do to names, so that indexes that are kept in files are made anew. */
export const rulesVersion = 4;

/** The steps by which a name is also found by other words than its own. */
export const looseSteps = ['wordClasses', 'qualifiers', 'impliedModifier', 'eponyms', 'adjectives', 'deficiency', 'inheritance'] as const satisfies readonly StepName[];

/** Names are found by their own words alone. */
export const exactSteps: Steps = { ...allSteps, ...(Object.fromEntries(looseSteps.map((name) => [name, false])) as Partial<Steps>) };
