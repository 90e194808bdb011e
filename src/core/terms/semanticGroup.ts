/** What kinds of concept are told apart by eye. After the UMLS semantic groups (McCray, Burgun and Bodenreider 2001). */
export const semanticGroups = ['disorder', 'finding', 'anatomy', 'substance', 'procedure', 'organism', 'other'] as const;
export type SemanticGroup = (typeof semanticGroups)[number];

/** The UMLS semantic types of each group; findings stand apart from disorders, which the UMLS has as one. */
const types: Readonly<Record<Exclude<SemanticGroup, 'other'>, readonly string[]>> = {
  disorder: [
    'Acquired Abnormality', 'Anatomical Abnormality', 'Cell or Molecular Dysfunction', 'Congenital Abnormality', 'Disease or Syndrome',
    'Experimental Model of Disease', 'Injury or Poisoning', 'Mental or Behavioral Dysfunction', 'Neoplastic Process', 'Pathologic Function',
  ],
  finding: ['Finding', 'Sign or Symptom', 'Laboratory or Test Result', 'Clinical Attribute'],
  anatomy: [
    'Anatomical Structure', 'Body Location or Region', 'Body Part, Organ, or Organ Component', 'Body Space or Junction', 'Body Substance', 'Body System',
    'Cell', 'Cell Component', 'Embryonic Structure', 'Fully Formed Anatomical Structure', 'Tissue',
  ],
  substance: [
    'Amino Acid, Peptide, or Protein', 'Antibiotic', 'Biologically Active Substance', 'Biomedical or Dental Material', 'Chemical', 'Clinical Drug',
    'Element, Ion, or Isotope', 'Enzyme', 'Gene or Genome', 'Hazardous or Poisonous Substance', 'Hormone', 'Immunologic Factor',
    'Indicator, Reagent, or Diagnostic Aid', 'Inorganic Chemical', 'Nucleic Acid, Nucleoside, or Nucleotide', 'Organic Chemical',
    'Pharmacologic Substance', 'Receptor', 'Substance', 'Vitamin',
  ],
  procedure: [
    'Diagnostic Procedure', 'Educational Activity', 'Health Care Activity', 'Laboratory Procedure', 'Medical Device', 'Molecular Biology Research Technique',
    'Research Activity', 'Therapeutic or Preventive Procedure',
  ],
  organism: ['Archaeon', 'Bacterium', 'Eukaryote', 'Fungus', 'Organism', 'Virus'],
};

const groupOfType: ReadonlyMap<string, SemanticGroup> = new Map(
  Object.entries(types).flatMap(([group, names]) => names.map((name) => [name, group as SemanticGroup] as const)),
);

/** What the ids of a terminology are about, where its concepts bear no semantic type. */
const groupOfPrefix: ReadonlyMap<string, SemanticGroup> = new Map([
  ...['DOID', 'MONDO', 'ORPHANET', 'ORDO', 'OMIM', 'GARD', 'MEDIC'].map((prefix) => [prefix, 'disorder'] as const),
  ...['HP', 'SYMP', 'MP'].map((prefix) => [prefix, 'finding'] as const),
  ...['UBERON', 'CL', 'FMA', 'BTO'].map((prefix) => [prefix, 'anatomy'] as const),
  ...['CHEBI', 'PR', 'HGNC', 'FPLX', 'NCBIGENE', 'RXNORM', 'DRUGBANK'].map((prefix) => [prefix, 'substance'] as const),
  ...['OBI', 'MMO', 'MAXO', 'LOINC'].map((prefix) => [prefix, 'procedure'] as const),
  ['NCBITAXON', 'organism'] as const,
]);

/** @returns the group of a concept: by its semantic type, else by the terminology that its id is of */
export function semanticGroup({ id, type }: { readonly id: string; readonly type?: string }): SemanticGroup {
  return groupOfType.get(type ?? '') ?? groupOfPrefix.get(id.slice(0, Math.max(0, id.indexOf(':'))).toUpperCase()) ?? 'other';
}
