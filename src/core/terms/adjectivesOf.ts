/**
 * How the ends of nouns become those of adjectives; the first that fits counts. Greek and Latin suffixes, as in Dorland's. Those in
 * `-olytic` and `-philic` are left out: they say what something does or is stained by more than what somebody has.
 */
const endings: readonly (readonly [RegExp, string])[] = [
  [/tension$/, 'tensive'],
  [/(convuls|depress|obsess|compuls)ion$/, '$1ive'],
  [/([oae])sis$/, '$1tic'],
  [/alysis$/, 'alytic'],
  [/itis$/, 'itic'],
  [/(a?)emia$/, '$1emic'],
  [/betes$/, 'betic'],
  [/epsy$/, 'eptic'],
  [/(path|troph|allerg|encephal)y$/, '$1ic'],
  [/toxicity$/, 'toxic'],
  [/plasia$/, 'plastic'],
  [/pnea$/, 'pneic'],
  [/(pleg|pen|ur|alg|ox|man|phren|ton|thym|orrhex|ythm|phas|encephal|no|gon|atax|xer|rex|sthes|volem)ia$/, '$1ic'],
  [/rrhage$/, 'rrhagic'],
  [/parkinsonism$/, 'parkinsonian'],
  [/hirsutism$/, 'hirsute'],
  [/embolism$/, 'embolic'],
  [/thyroidism$/, 'thyroid'],
  [/ism$/, 'istic'],
  [/megaly$/, 'megalic'],
  [/kinesia$/, 'kinetic'],
  [/phoria$/, 'phoric'],
  [/nesia$/, 'nesic'],
  [/cardia$/, 'cardic'],
  [/chexia$/, 'chectic'],
  [/arthria$/, 'arthric'],
  [/pepsia$/, 'peptic'],
  [/lexia$/, 'lexic'],
  [/asthma$/, 'asthmatic'],
  [/(eryth|ecz|emphys)ema$/, '$1ematous'],
  [/^fever$/, 'febrile'],
  [/^jaundice$/, 'icteric'],
  [/^migraine$/, 'migrainous'],
  [/^stupor$/, 'stuporous'],
  [/^syncope$/, 'syncopal'],
  [/^diarrhea$/, 'diarrheal'],
  [/^delirium$/, 'delirious'],
  [/hyperactivity$/, 'hyperactive'],
  [/(glauc|granul)oma$/, '$1omatous'],
  [/obesity$/, 'obese'],
  [/ulcer$/, 'ulcerative'],
  [/spasm$/, 'spastic'],
  [/spasticity$/, 'spastic'],
];

/** Whether any fits. */
const anyEnding = new RegExp(endings.map(([from]) => from.source).join('|'));

/** Cheap to ask first: whether a word (by `wordForm`) may be a noun with an adjective below. */
export const mayHaveAdjective = /(?:ion|s|itis|um|ia|bete|bet|epsy|y|pnea|rrhage|ism|ulcer|spasm|fever|jaundice|migraine|stupor|syncope)$/;

/**
 * The adjectives of a disease, which say that somebody has it: `hypertension` → `hypertensive`, `depression` → `depressive`,
 * `depressed`.
 *
 * @param noun one word
 */
export function adjectivesOf(noun: string): string[] {
  const small = noun.toLowerCase();
  if (!anyEnding.test(small)) return [];
  const ending = endings.find(([from]) => from.test(small));
  const adjectives = ending ? [small.replace(ending[0], ending[1])] : [];
  if (small.endsWith('depression')) adjectives.push(small.replace(/ion$/, 'ed'));
  return adjectives;
}
