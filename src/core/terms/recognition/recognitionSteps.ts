/** The steps from the names that stand in a text to what it mentions; each can be set off, to see what it gains. */
export const recognitionSteps = [
  /** Names that say too little to be looked up (`disease`), or are common words (`falls`), are passed over. */
  'stopNames',
  /** Short forms that the document defines mean there what it says. */
  'definedAbbreviations',
  /** `G6PD deficiency` and `glucose-6-phosphate dehydrogenase (G6PD) deficiency`, where the document defines G6PD. */
  'abbreviationsInNames',
  /** An acronym that the document does not define counts only where it also spells the name that the acronym is short for. */
  'undefinedAcronyms',
  /** `breast and ovarian cancer` is both. */
  'coordination',
  /** An adjective of a disease before another disease makes one mention of both: `hemorrhagic cystitis`. */
  'adjectiveBeforeName',
  /** A mention begins with what says how a disease came, what causes it, or of what kind a tumour is: `familial breast cancer`. */
  'modifiers',
  /** It begins with the organ's adjective or ends with the organ: `cerebellar hemangioblastoma`, `angiosarcoma of the liver`. */
  'organs',
  /** It ends with the head or the type after it: `Lesch-Nyhan syndrome`, `embolic events`, `hemophilia type B`. */
  'heads',
  /** `impaired renal function` is renal dysfunction. */
  'functions',
  /** Names whose words stand in another order, in other forms, or with small words between: `abnormality of the nail` is `nail anomalies`. Nested mentions only. */
  'wordBags',
  /** What else the document mentions orders the senses of a name. */
  'senseContext',
  /** What the text says of a mention: that it is not so, may be so, is so of a relative. */
  'status',
] as const;

export type RecognitionStep = (typeof recognitionSteps)[number];
