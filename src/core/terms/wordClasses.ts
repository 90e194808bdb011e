import { wordForm } from './wordForm';

/** What a word stands for within longer names, beside itself. */
export interface WordClass {
  /** Keys that no word form is; two for a compound of two words: `nephropathy` → kidney, disease. */
  readonly keys: readonly string[];
  /** Whether it is an adjective, with which no name ends: there is no `cancer of the renal`. */
  readonly adjective: boolean;
}

/**
 * Organs, as names of diseases and findings have them, with the adjectives of each after the stroke; the adjectives of Latin
 * and Greek beside the English noun that anatomists' and lay names have (Dorland's Illustrated Medical Dictionary).
 */
const organs = `
kidney / renal nephric
liver / hepatic hepatocellular
heart / cardiac
lung / pulmonary
brain / cerebral
stomach / gastric
bowel intestine / intestinal
skin / cutaneous dermal
eye / ocular ophthalmic
mouth / oral
tooth / dental
ear / aural otic auricular
nose / nasal
bone / osseous
muscle / muscular
artery / arterial
vein / venous
vessel / vascular
nerve / neural
spleen / splenic
pancreas / pancreatic
thyroid / thyroidal
uterus / uterine
ovary / ovarian
testis / testicular
prostate / prostatic
bladder / vesical
breast / mammary
esophagus / esophageal
colon / colonic
rectum / rectal
duodenum / duodenal
bronchus / bronchial
larynx / laryngeal
pharynx / pharyngeal
trachea / tracheal
spine / spinal
vertebra / vertebral
rib / costal
skull / cranial
face / facial
jaw mandible / mandibular
finger digit / digital
blood / hematologic hematological
retina / retinal
cornea / corneal
iris / iridal
lens / lenticular
palate / palatal palatine
tongue / lingual
lip / labial
gum gingiva / gingival
myocardium / myocardial
pericardium / pericardial
aorta / aortic
ventricle / ventricular
atrium / atrial
cerebellum / cerebellar
hippocampus / hippocampal
hypothalamus / hypothalamic
pituitary / hypophyseal
adrenal / suprarenal
placenta / placental
vagina / vaginal
vulva / vulvar
cervix / cervical
penis / penile
urethra / urethral
ureter / ureteral ureteric
genitalia / genital
joint / articular
tendon / tendinous
ligament / ligamentous
limb extremity /
metabolism / metabolic
neuron / neuronal
axon / axonal
psyche / psychiatric mental
`;

/** Nouns that after an organ or a kind say no more than that there is a disease, or a tumour; all mean one thing there. */
const heads = `
disease disorder syndrome illness damage injury dysfunction impairment disturbance toxicity deficit sequela /
neoplasm cancer tumor neoplasia malignancy carcinoma /
`;

/** The combining forms of organs, before `-pathy` (any disease of it), `-toxicity` and `-toxic` (harm done to it). */
const combiningForms: Readonly<Record<string, string>> = {
  hepat: 'liver', nephr: 'kidney', ren: 'kidney', cardi: 'heart', neur: 'nerve', encephal: 'brain', my: 'muscle', pulm: 'lung',
  pneum: 'lung', gastr: 'stomach', enter: 'bowel', dermat: 'skin', oste: 'bone', arthr: 'joint', angi: 'vessel', retin: 'retina',
  ot: 'ear', hemat: 'blood', ophthalm: 'eye', splen: 'spleen',
};

const compound = new RegExp(`^(${Object.keys(combiningForms).join('|')})o?(?:pathy|toxicity|toxic)$`);

/** The class of nouns that are no more than heads: they begin no name. */
export const diseaseKey = '=disease';

let known: ReadonlyMap<string, WordClass> | undefined;

/** @param form by `wordForm`; @returns undefined for the words, nearly all, that stand for nothing but themselves */
export function classOf(form: string): WordClass | undefined {
  known ??= new Map([...entriesOf(organs), ...entriesOf(heads)]);
  const found = known.get(form);
  if (found) return found;
  // Quicker than asking the pattern.
  const end = form.charAt(form.length - 1);
  const organ = (end === 'y' || end === 'c') && (form.endsWith('toxicity') || form.endsWith('pathy') || form.endsWith('toxic')) ? compound.exec(form)?.[1] : undefined;
  return organ === undefined ? undefined : { keys: [`=${combiningForms[organ] ?? organ}`, diseaseKey], adjective: false };
}

/** The adjectives of organs, as they are written. */
export const organAdjectives: readonly string[] = organs.split('\n').flatMap((line) => (line.split('/')[1] ?? '').trim().split(' ').filter(Boolean));

function* entriesOf(lines: string): Iterable<[string, WordClass]> {
  for (const line of lines.trim().split('\n')) {
    const [nouns = '', adjectives = ''] = line.split('/').map((part) => part.trim());
    const keys = [`=${nouns.split(' ')[0] ?? ''}`];
    for (const noun of nouns.split(' ')) yield [wordForm(noun), { keys, adjective: false }];
    for (const adjective of adjectives.split(' ').filter(Boolean)) yield [wordForm(adjective), { keys, adjective: true }];
  }
}
