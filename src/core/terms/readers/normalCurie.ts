import { iriCurie } from './iriCurie';

/** Prefixes as terminologies write them, in small letters, and as Casebook does. */
const prefixes: Readonly<Record<string, string>> = {
  msh: 'MESH', mesh: 'MESH', umls: 'UMLS', umls_cui: 'UMLS', cui: 'UMLS', linkedlifedata: 'UMLS',
  nci: 'NCIT', ncit: 'NCIT', nci_thesaurus: 'NCIT', ncithesaurus: 'NCIT',
  snomedct: 'SNOMEDCT', snomedct_us: 'SNOMEDCT', snomed_ct: 'SNOMEDCT', snomed: 'SNOMEDCT', sctid: 'SNOMEDCT', snomect: 'SNOMEDCT', sct: 'SNOMEDCT',
  snomed_ct_us: 'SNOMEDCT', sctusx: 'SNOMEDCT', omim: 'OMIM', mim: 'OMIM', omimps: 'OMIMPS', 'mim-ps': 'OMIMPS', meddra: 'MEDDRA', mdr: 'MEDDRA',
  orpha: 'ORPHA', ordo: 'ORPHA', orphanet: 'ORPHA', hgnc: 'HGNC', hp: 'HP', hpo: 'HP', doid: 'DOID', do: 'DOID', mondo: 'MONDO', gard: 'GARD', efo: 'EFO',
  icd10: 'ICD10', 'icd-10': 'ICD10', icd10who: 'ICD10', icd10cm: 'ICD10CM', 'icd-10-cm': 'ICD10CM', icd9: 'ICD9', 'icd-9': 'ICD9', icd9cm: 'ICD9CM',
  icd11: 'ICD11', 'icd11.foundation': 'ICD11F', icdo: 'ICDO', 'icd-o': 'ICDO', 'icd-o-3': 'ICDO', ncbigene: 'NCBIGene', entrez: 'NCBIGene', 'ncbi gene': 'NCBIGene',
  uniprot: 'UniProtKB', uniprotkb: 'UniProtKB', swissprot: 'UniProtKB', ensembl: 'ENSEMBL', fma: 'FMA', uberon: 'UBERON', cl: 'CL', go: 'GO', chebi: 'CHEBI',
  ncbitaxon: 'NCBITaxon', ncbitaxonid: 'NCBITaxon', symp: 'SYMP', mp: 'MP', obi: 'OBI', mmo: 'MMO', fplx: 'FPLX', famplex: 'FPLX', pr: 'PR', so: 'SO', pato: 'PATO',
  lnc: 'LOINC', loinc: 'LOINC', rxnorm: 'RXNORM', wikidata: 'WIKIDATA', kegg: 'KEGG', cas: 'CAS', atc: 'ATC', drugbank: 'DRUGBANK', medgen: 'MEDGEN', bto: 'BTO', ma: 'MA',
};

/** What stands among cross-references and is none: where something was read, or who wrote it. */
const noReferences = new Set(['pmid', 'pubmed', 'pmc', 'doi', 'isbn', 'isbn-10', 'isbn-13', 'issn', 'orcid', 'url', 'uri', 'goc', 'web', 'wikipedia', 'mailto', 'file', 'urn']);

/** `SNOMEDCT_US_2018_03_01`, `NCI2004_11_17`, `ICD9CM_2006`: the date of the release that was referred to. */
const release = /_?(?:19|20)\d\d(?:[_-]\d\d){0,2}$/;

const known = new Map<string, string>();

/**
 * A reference to a concept as Casebook writes it: `MSH:D007955`, `http://id.nlm.nih.gov/mesh/D007955` → `MESH:D007955`.
 *
 * @returns undefined for what refers to no concept: a paper, a person, a web page
 */
export function normalCurie(reference: string): string | undefined {
  const text = reference.trim();
  if (/^(?:https?|ftp):/i.test(text)) return iriCurie(text, normalPair);
  const colon = text.indexOf(':');
  return colon > 0 ? normalPair(text.slice(0, colon), text.slice(colon + 1)) : undefined;
}

/** The id of a concept: as `normalCurie` where that knows it, else as it stands. */
export function conceptCurie(id: string): string {
  return normalCurie(id) ?? id.trim();
}

function normalPair(prefix: string, id: string): string | undefined {
  const name = known.get(prefix) ?? remember(prefix);
  if (name === '') return undefined;
  if (isNumber(id)) return `${name}:${id}`;
  const own = ownId(name, id.trim());
  if (own === '' || /[\s"<>]/.test(own)) return undefined;
  // `DO:BH`, `ls:IEDB` name people and lists; ids of terminologies that are not known have a number.
  return /\d/.test(own) || (Object.hasOwn(prefixes, prefix.toLowerCase()) && name !== 'DOID') ? `${name}:${own}` : undefined;
}

/** Whether an id has digits alone, as most have. */
function isNumber(id: string): boolean {
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return id !== '';
}

function remember(prefix: string): string {
  const plain = prefix.trim().toLowerCase();
  const name = noReferences.has(plain) ? '' : (prefixOf(plain) ?? prefixOf(plain.replace(release, '')) ?? prefix.trim().replace(release, ''));
  const valid = /^[A-Za-z][\w.+-]*$/.test(name) ? name : '';
  // A longer text would keep the whole piece of the file that it was cut from in memory.
  if (known.size < 10_000 && prefix.length < 13) known.set(prefix, valid);
  return valid;
}

function prefixOf(plain: string): string | undefined {
  return Object.hasOwn(prefixes, plain) ? prefixes[plain] : undefined;
}

/** Ids that bear their own prefix: `DO:DOID:0060395`, `ORDO:Orphanet_90068`, `OMIM:PS123456`. */
function ownId(name: string, id: string): string {
  if (name === 'DOID') return id.replace(/^DOID[:_]/i, '');
  if (name === 'ORPHA') return id.replace(/^(?:orphanet|ordo|orpha)[:_]/i, '');
  if (name === 'HGNC') return id.replace(/^HGNC:/i, '');
  if (name === 'FMA') return id.replace(/^fma(?=\d)/i, '');
  return id;
}
