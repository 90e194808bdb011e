import type { ColumnMapping } from './readTerminology';

/** A terminology that may be chosen from a list. Its own file says more of its licence and version, and goes before this. */
export interface KnownTerminology {
  /** As the head of its file has it. */
  readonly id: string;
  readonly name: string;
  /** What it is of, in a few words. */
  readonly holds: string;
  /** As its publisher states it. */
  readonly licence: string;
  readonly licenceUrl: string;
  /** Where it is loaded from; undefined where it may be used by agreement only, and the user's own files are read. */
  readonly address?: string;
  /** About how many megabytes are loaded, where that is known. */
  readonly megabytes?: number;
  /** The branch that is mostly meant, by its id: `HP:0000118`, without HPO's frequencies and modes of inheritance. */
  readonly branch?: string;
  /** How its table is read. */
  readonly columns?: ColumnMapping;
}

const byAttribution = { licence: 'CC BY 4.0', licenceUrl: 'https://creativecommons.org/licenses/by/4.0/' };
const byAttribution3 = { licence: 'CC BY 3.0', licenceUrl: 'https://creativecommons.org/licenses/by/3.0/' };
const free = { licence: 'CC0 1.0', licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/' };
const hpo = { licence: 'HPO licence: free to use unaltered, with the version shown and HPO cited', licenceUrl: 'https://hpo.jax.org/app/license' };
const nlm = { licence: 'NLM terms for MeSH: free to use; name NLM as the source and the version', licenceUrl: 'https://www.nlm.nih.gov/databases/download/terms_and_conditions_mesh.html' };
const ctd = { licence: 'CTD: free to use if CTD is cited, linked to and notified; no open licence', licenceUrl: 'https://ctdbase.org/about/legal.jsp' };
const umls = {
  licence: 'UMLS Metathesaurus License; each vocabulary in it has terms of its own',
  licenceUrl: 'https://www.nlm.nih.gov/research/umls/knowledge_sources/metathesaurus/release/license_agreement.html',
};
const snomed = { licence: 'SNOMED CT Affiliate License', licenceUrl: 'https://www.snomed.org/get-snomed' };

/** The persistent addresses of the OBO Foundry, which lead to each ontology's newest release. */
const obo = 'https://purl.obolibrary.org/obo/';
/** NLM's files of the present year of MeSH. */
const meshFiles = 'https://nlmpubs.nlm.nih.gov/projects/mesh/MESH_FILES/';

/** HGNC's table: symbols are what genes are called in papers, and are short. */
const hgncColumns: ColumnMapping = {
  id: 'hgnc_id', name: 'symbol', synonyms: ['name', 'alias_name', 'prev_name'], abbreviations: ['alias_symbol', 'prev_symbol'], type: 'locus_type', separator: '|',
};

/**
 * Terminologies to choose from, in an order to read them in.
 * @param year the present year, which the names of MeSH's files have in them
 */
export function knownTerminologies(year: number): readonly KnownTerminology[] {
  return [
    { id: 'hp', name: 'Human Phenotype Ontology (HPO)', holds: 'signs, symptoms and findings', ...hpo, address: `${obo}hp.json`, megabytes: 21, branch: 'HP:0000118' },
    { id: 'doid', name: 'Human Disease Ontology (DOID)', holds: 'diseases by their causes', ...free, address: `${obo}doid.obo`, megabytes: 7 },
    { id: 'mondo', name: 'Mondo Disease Ontology (MONDO)', holds: 'diseases, joined from many sources', ...byAttribution, address: `${obo}mondo.obo`, megabytes: 50 },
    { id: 'ncit', name: 'NCI Thesaurus, OBO edition (NCIt)', holds: 'cancer: diseases, drugs, genes, procedures; large', ...byAttribution, address: `${obo}ncit.obo` },
    { id: 'mesh', name: 'MeSH descriptors', holds: 'all of medicine, as PubMed is indexed by', ...nlm, address: `${meshFiles}asciimesh/d${year}.bin`, megabytes: 30 },
    { id: 'mesh', name: 'MeSH descriptors, with permuted terms (XML)', holds: 'all of medicine, as PubMed is indexed by', ...nlm, address: `${meshFiles}xmlmesh/desc${year}.gz` },
    { id: 'mesh-supplementary', name: 'MeSH supplementary concepts', holds: 'chemicals and rare diseases', ...nlm, address: `${meshFiles}asciimesh/c${year}.bin`, megabytes: 100 },
    { id: 'mesh-supplementary', name: 'MeSH supplementary concepts (XML)', holds: 'chemicals and rare diseases', ...nlm, address: `${meshFiles}xmlmesh/supp${year}.gz` },
    { id: 'medic', name: 'MEDIC (CTD diseases)', holds: 'diseases of MeSH and OMIM', ...ctd, address: 'https://ctdbase.org/reports/CTD_diseases.tsv.gz', megabytes: 2 },
    { id: 'symp', name: 'Symptom Ontology (SYMP)', holds: 'symptoms', ...free, address: `${obo}symp.obo`, megabytes: 1 },
    { id: 'uberon', name: 'Uberon', holds: 'anatomy', ...byAttribution3, address: `${obo}uberon/basic.obo`, megabytes: 12 },
    { id: 'cl', name: 'Cell Ontology (CL)', holds: 'kinds of cells', ...byAttribution, address: `${obo}cl/cl-basic.obo` },
    { id: 'maxo', name: 'Medical Action Ontology (MAxO)', holds: 'procedures and treatments', ...byAttribution, address: `${obo}maxo.obo` },
    { id: 'obi', name: 'Ontology for Biomedical Investigations (OBI)', holds: 'assays and investigations', ...byAttribution, address: `${obo}obi.obo`, megabytes: 2 },
    { id: 'mmo', name: 'Measurement Method Ontology (MMO)', holds: 'methods of measurement', ...byAttribution, address: `${obo}mmo.obo`, megabytes: 1 },
    { id: 'cmo', name: 'Clinical Measurement Ontology (CMO)', holds: 'clinical measurements', ...free, address: `${obo}cmo.obo` },
    { id: 'hgnc', name: 'HGNC', holds: 'human genes', ...free, address: 'https://storage.googleapis.com/public-download-files/hgnc/tsv/tsv/hgnc_complete_set.txt', columns: hgncColumns },
    { id: 'fplx', name: 'FamPlex', holds: 'families and complexes of proteins', ...free, address: 'https://raw.githubusercontent.com/sorgerlab/famplex/master/export/famplex.obo', megabytes: 1 },
    { id: 'go', name: 'Gene Ontology (GO)', holds: 'processes, functions and parts of cells', ...byAttribution, address: `${obo}go/go-basic.obo` },
    { id: 'chebi', name: 'ChEBI', holds: 'chemical compounds; large', ...byAttribution, address: `${obo}chebi.obo` },
    { id: 'umls', name: 'UMLS Metathesaurus', holds: 'some two hundred vocabularies; your own MRCONSO.RRF and the files beside it', ...umls },
    { id: 'snomedct', name: 'SNOMED CT', holds: 'clinical terms; your own files of UMLS (source SNOMEDCT_US)', ...snomed },
  ];
}

/** What a known terminology is licensed by, for files that do not say it themselves. */
export function knownLicence(id: string): Pick<KnownTerminology, 'name' | 'licence' | 'licenceUrl'> | undefined {
  const found = knownTerminologies(0).find((one) => one.id === id);
  return found && { name: found.name, licence: found.licence, licenceUrl: found.licenceUrl };
}

/** Files of more years back are in an archive elsewhere. */
const yearsBack = 20;

/**
 * @param address of a terminology of the list, as it was in some year
 * @returns the address that it has in a later year; undefined where it is the same, or none of the list
 */
export function addressOfYear(address: string, year: number): string | undefined {
  for (let earlier = year - 1; earlier > year - yearsBack; earlier--) {
    const at = knownTerminologies(earlier).findIndex((one) => one.address === address);
    const now = at < 0 ? undefined : knownTerminologies(year)[at]?.address;
    if (now !== undefined) return now === address ? undefined : now;
  }
  return undefined;
}
