import { classOf } from '../wordClasses';
import { wordForm } from '../wordForm';

/** Words that may stand between the others of a name, or be missing. */
const small = new Set(
  'of the a an in on at to with by for from some all both any his her their its as into within between several certain'.split(' ').map((word) => wordForm(word)),
);

/**
 * Words that say the same of a body part or a function, whatever part of speech they are: `hypoplastic` and `small`, `decreased`
 * and `low`. The first of each line stands for all.
 */
const synonyms = `
abnormal abnormality anomaly anomalous malformation malformed defect defective deformity deformed aberrant poor
low lower lowered decreased decrease decreasing reduced reduction reducing diminished
high increased increase elevated elevation elevate raised
absent absence aplasia aplastic missing agenesis lack lacking
small hypoplasia hypoplastic underdeveloped underdevelopment
short shortening shortened shortness
large enlarged enlargement big
wide broad widened broadening widening
narrow narrowing narrowed stenosis stenotic
delay delayed retardation retarded
deficiency deficient deficit impairment impaired impair dysfunction
loss lost
weak weakness
deaf deafness
thin thinning thinned
thick thickening thickened thickness
pain painful
curved curvature bowed bowing bent
fused fusion
cleft clefting clefted
neoplasm cancer tumor neoplasia malignancy malignant neoplastic carcinoma
dysplasia dysplastic
disease disorder syndrome illness condition trait form inheritance transmission
foot pedal
hand manual
digit finger
variable variability variation
intellectual mental
calcified calcification
seizure epilepsy epileptic convulsion
`;

/** Whether a word (by `wordForm`) may be left out of a name, or stand within it. */
export function isSmall(form: string): boolean {
  return small.has(form);
}

let known: ReadonlyMap<string, string> | undefined;

/** What is the same for all words that say the same, in any part of speech: `kidney` and `renal`, `hypoplasia` and `hypoplastic`. */
export function bagKey(form: string): string {
  known ??= synonymKeys();
  const stem = stemOf(form);
  const key = known.get(stem);
  if (key !== undefined) return key;
  const [organ, more] = classOf(form)?.keys ?? [];
  return organ !== undefined && more === undefined ? organ : stem;
}

function synonymKeys(): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const line of synonyms.trim().split('\n')) {
    const words = line.split(' ').map((word) => stemOf(wordForm(word)));
    for (const word of words) keys.set(word, `=${words[0] ?? ''}`);
  }
  return keys;
}

const suffixes =
  /(?:ically|ality|ation|ative|ities|ments|ement|ness|ment|ical|ious|eous|ular|oid|ism|ist|ity|ous|ial|ian|ive|ary|ing|al|ic|ia|ed|ly|ar|um|us|y|e|a)$/;

/** A word without the ends that make it a noun, an adjective or an adverb; a strong stemmer (as Lovins 1968), since all words of a name must fit. */
function stemOf(form: string): string {
  if (form.length < 6 || !/^[a-z]+$/.test(form)) return form;
  let stem = form
    .replace(/otic$/, 'os')
    .replace(/tensi(?:ve|on)$/, 'tens')
    .replace(/plas(?:tic|ia|ium)$/, 'plas')
    .replace(/([aey])tic$/, '$1s')
    .replace(/ep(?:tic|sy)$/, 'eps');
  for (let times = 0; times < 2; times++) {
    const shorter = stem.replace(suffixes, '');
    if (shorter.length < 4) break;
    stem = shorter;
  }
  return stem;
}
