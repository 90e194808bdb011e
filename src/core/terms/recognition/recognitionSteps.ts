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
  /** `impaired renal function` is renal dysfunction, `enlargement of the liver` an enlarged liver. */
  'rephrased',
  /** A mention begins with the words that say how it is inherited: `familial breast cancer`. */
  'modifiers',
  /** It begins with the organ's adjective: `cerebellar hemangioblastoma`. */
  'organs',
  /** Names whose words stand in another order, in other forms, or with small words between: `abnormality of the nail` is `nail anomalies`. Nested mentions only. */
  'wordBags',
  /** What else the document mentions orders the senses of a name. */
  'senseContext',
  /** What the text says of a mention: that it is not so, may be so, is so of a relative. */
  'status',
] as const;

export type RecognitionStep = (typeof recognitionSteps)[number];
