/** Names of the UMLS Semantic Network's types, by their codes (Semantic Network 2018AB, and the codes that older files have). */
const names: Readonly<Record<number, string>> = {
  1: 'Organism', 2: 'Plant', 3: 'Alga', 4: 'Fungus', 5: 'Virus', 6: 'Rickettsia or Chlamydia', 7: 'Bacterium', 8: 'Animal', 9: 'Invertebrate', 10: 'Vertebrate', 11: 'Amphibian',
  12: 'Bird', 13: 'Fish', 14: 'Reptile', 15: 'Mammal', 16: 'Human', 17: 'Anatomical Structure', 18: 'Embryonic Structure', 19: 'Congenital Abnormality', 20: 'Acquired Abnormality',
  21: 'Fully Formed Anatomical Structure', 22: 'Body System', 23: 'Body Part, Organ, or Organ Component', 24: 'Tissue', 25: 'Cell', 26: 'Cell Component', 28: 'Gene or Genome',
  29: 'Body Location or Region', 30: 'Body Space or Junction', 31: 'Body Substance', 32: 'Organism Attribute', 33: 'Finding', 34: 'Laboratory or Test Result', 37: 'Injury or Poisoning',
  38: 'Biologic Function', 39: 'Physiologic Function', 40: 'Organism Function', 41: 'Mental Process', 42: 'Organ or Tissue Function', 43: 'Cell Function', 44: 'Molecular Function',
  45: 'Genetic Function', 46: 'Pathologic Function', 47: 'Disease or Syndrome', 48: 'Mental or Behavioral Dysfunction', 49: 'Cell or Molecular Dysfunction',
  50: 'Experimental Model of Disease', 51: 'Event', 52: 'Activity', 53: 'Behavior', 54: 'Social Behavior', 55: 'Individual Behavior', 56: 'Daily or Recreational Activity',
  57: 'Occupational Activity', 58: 'Health Care Activity', 59: 'Laboratory Procedure', 60: 'Diagnostic Procedure', 61: 'Therapeutic or Preventive Procedure', 62: 'Research Activity',
  63: 'Molecular Biology Research Technique', 64: 'Governmental or Regulatory Activity', 65: 'Educational Activity', 66: 'Machine Activity', 67: 'Phenomenon or Process',
  68: 'Human-caused Phenomenon or Process', 69: 'Environmental Effect of Humans', 70: 'Natural Phenomenon or Process', 71: 'Entity', 72: 'Physical Object', 73: 'Manufactured Object',
  74: 'Medical Device', 75: 'Research Device', 77: 'Conceptual Entity', 78: 'Idea or Concept', 79: 'Temporal Concept', 80: 'Qualitative Concept', 81: 'Quantitative Concept',
  82: 'Spatial Concept', 83: 'Geographic Area', 85: 'Molecular Sequence', 86: 'Nucleotide Sequence', 87: 'Amino Acid Sequence', 88: 'Carbohydrate Sequence', 89: 'Regulation or Law',
  90: 'Occupation or Discipline', 91: 'Biomedical Occupation or Discipline', 92: 'Organization', 93: 'Health Care Related Organization', 94: 'Professional Society',
  95: 'Self-help or Relief Organization', 96: 'Group', 97: 'Professional or Occupational Group', 98: 'Population Group', 99: 'Family Group', 100: 'Age Group',
  101: 'Patient or Disabled Group', 102: 'Group Attribute', 103: 'Chemical', 104: 'Chemical Viewed Structurally', 109: 'Organic Chemical', 110: 'Steroid', 111: 'Eicosanoid',
  114: 'Nucleic Acid, Nucleoside, or Nucleotide', 115: 'Organophosphorus Compound', 116: 'Amino Acid, Peptide, or Protein', 118: 'Carbohydrate', 119: 'Lipid',
  120: 'Chemical Viewed Functionally', 121: 'Pharmacologic Substance', 122: 'Biomedical or Dental Material', 123: 'Biologically Active Substance',
  124: 'Neuroreactive Substance or Biogenic Amine', 125: 'Hormone', 126: 'Enzyme', 127: 'Vitamin', 129: 'Immunologic Factor', 130: 'Indicator, Reagent, or Diagnostic Aid',
  131: 'Hazardous or Poisonous Substance', 167: 'Substance', 168: 'Food', 169: 'Functional Concept', 170: 'Intellectual Product', 171: 'Language', 184: 'Sign or Symptom',
  185: 'Classification', 190: 'Anatomical Abnormality', 191: 'Neoplastic Process', 192: 'Receptor', 194: 'Archaeon', 195: 'Antibiotic', 196: 'Element, Ion, or Isotope',
  197: 'Inorganic Chemical', 200: 'Clinical Drug', 201: 'Clinical Attribute', 203: 'Drug Delivery Device', 204: 'Eukaryote',
};

/** `T047` → `Disease or Syndrome`; undefined for what is no code. */
export function semanticTypeName(code: string): string | undefined {
  const number = /^T(\d{3})$/.exec(code.trim())?.[1];
  return number === undefined ? undefined : names[Number(number)];
}
