import { wordForm } from '../wordForm';

/**
 * Names that terminologies have and nobody looks up where they stand alone: nouns that a name has for a head and that say no
 * more than that something is wrong; what says how, when, where or how often something is; what is done or measured rather
 * than had; and words that in running text nearly always mean something else. Singular; all spellings of each count.
 */
const lists = {
  heads: `
    disease, syndrome, disorder, condition, illness, sickness, ailment, sign, symptom, signs and symptoms, finding, abnormality, anomaly,
    malformation, defect, deficit, deficiency, lesion, complication, problem, dysfunction, impairment, disturbance, morbidity, disability,
    phenotype, genotype, trait, feature, characteristic, manifestation, presentation, complaint, attack, episode, event, process, resistance`,
  courses: `
    recurrence, relapse, remission, progression, disease progression, deterioration, onset, course, emergency, mortality, death, inheritance,
    carcinogenesis, tumorigenesis, oncogenesis`,
  qualities: `
    severe, severity, mild, moderate, profound, acute, chronic, subacute, progressive, transient, intermittent, recurrent, prolonged, frequent,
    frequency, occasional, rare, episodic, periodic, cyclic, stable, refractory, intensity, fluctuating, unresponsive, borderline, sharp, tender,
    left, right, bilateral, unilateral, central, peripheral, proximal, distal, lateral, medial, axial, apical, anterior, posterior, localized,
    generalized, diffuse, focal, multifocal, reticular, position, diurnal, nocturnal, affected, unaffected, healthy, excluded, obligate,
    imprinted, late onset, early onset, rare disease, acute disease, chronic disease`,
  persons: `
    patient, family, population, body weight, weight, height, birth weight, age, birth, growth, aging, pregnancy, cadaver, forearm`,
  laboratory: `
    strain, mutation, deletion, translocation, duplication, trisomy, monosomy, tetrasomy, aneuploidy, tetraploid, nondisjunction, isochromosome`,
  otherMeanings: `
    analgesia, ganglion, pulmonary function, oncology, ordering, arranging, jumping, bouncing, collecting, dissociation, imbalance, spotting, overgrowth, facies, corn, mole, fall, habituation,
    will, new, time, light, lead, work, play, table, map, method`,
};

/** A name of the user's, and whether it is passed over: `['exercise', true]`, `['fall', false]`. */
export type StopNameChange = readonly [name: string, stopped: boolean];

export const stopNames: readonly string[] = Object.values(lists).flatMap((list) => list.split(',').map((name) => name.trim()));

/** @returns the names that are passed over with what the user changed; any spelling of a name stands for it */
export function stopNamesWith(changes: readonly StopNameChange[]): readonly string[] {
  const allowed = new Set(changes.filter(([, stopped]) => !stopped).map(([name]) => formsOf(name)));
  const more = changes.filter(([, stopped]) => stopped).map(([name]) => name);
  return [...stopNames.filter((name) => !allowed.has(formsOf(name))), ...more];
}

/** @returns the forms of a name's words (`wordForm`), which are the same for its spellings */
export function formsOf(name: string): string {
  return name.trim().split(/\s+/).map((word) => wordForm(word)).join(' ');
}
