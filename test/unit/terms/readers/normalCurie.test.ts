import assert from 'node:assert/strict';
import { conceptCurie, normalCurie } from '../../../../src/core/terms/readers/normalCurie';

describe('normalCurie', () => {
  it('writes prefixes one way, whichever a terminology has', () => {
    const forms: Readonly<Record<string, readonly string[]>> = {
      'MESH:D007955': ['MSH:D007955', 'MeSH:D007955', 'mesh:D007955', ' MESH:D007955 ', 'http://id.nlm.nih.gov/mesh/D007955', 'https://meshb.nlm.nih.gov/record/ui?ui=D007955', 'http://identifiers.org/mesh/D007955', 'https://bioregistry.io/mesh:D007955'],
      'UMLS:C0023518': ['UMLS_CUI:C0023518', 'UMLS:C0023518', ' UMLS_CUI:C0023518', 'http://linkedlifedata.com/resource/umls/id/C0023518'],
      'NCIT:C35524': ['NCI:C35524', 'NCIt:C35524', 'NCI2004_11_17:C35524', 'http://purl.obolibrary.org/obo/NCIT_C35524', 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl#C35524'],
      'SNOMEDCT:111583006': ['SNOMEDCT_US:111583006', 'SNOMEDCT_US_2018_03_01:111583006', 'SCTID:111583006', 'SNOMED_CT:111583006', 'http://snomed.info/id/111583006'],
      'ORPHA:90068': ['ORDO:90068', 'Orphanet:90068', 'ORDO:Orphanet_90068', 'http://www.orpha.net/ORDO/Orphanet_90068', 'ORPHA:90068'],
      'OMIM:613097': ['OMIM:613097', 'MIM:613097', 'https://omim.org/entry/613097'],
      'DOID:0060395': ['DO:DOID:0060395', 'DOID:0060395', 'http://purl.obolibrary.org/obo/DOID_0060395'],
      'HP:0001974': ['HP:0001974', 'hp:0001974', 'http://purl.obolibrary.org/obo/HP_0001974', 'https://bioregistry.io/HP:0001974'],
      'HGNC:5991': ['hgnc:5991', 'http://purl.obolibrary.org/obo/hgnc_5991', 'HGNC:HGNC:5991'],
      'ICD10CM:D72.829': ['ICD10CM:D72.829', 'icd10cm:D72.829'],
      'ICD10:D72': ['ICD-10:D72', 'ICD10:D72'], 'ICD9CM:288.60': ['ICD9CM_2006:288.60'], 'EFO:0000408': ['http://www.ebi.ac.uk/efo/EFO_0000408'],
      'OMIMPS:123456': ['OMIMPS:123456', 'https://omim.org/phenotypicSeries/PS123456'], 'FPLX:ABL': ['fplx:ABL'], 'XYZ:12': ['XYZ:12'],
    };
    for (const [curie, spellings] of Object.entries(forms)) for (const spelling of spellings) assert.equal(normalCurie(spelling), curie, spelling);
  });

  it('knows what refers to no concept', () => {
    for (const reference of ['PMID:7630133', 'https://orcid.org/0000-0002-0736-9199', 'DO:BH', 'ls:IEDB', 'url:http\\://x.org', 'ISBN-13:9781416049982', 'http://en.wikipedia.org/wiki/Fever', 'word', '', ':', 'GOC:tfm', 'MESH:', 'a b:c1']) {
      assert.equal(normalCurie(reference), undefined, reference);
    }
    assert.equal(conceptCurie('http://example.org/terms#fever'), 'http://example.org/terms#fever');
  });
});
