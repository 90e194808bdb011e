import assert from 'node:assert/strict';
import fc from 'fast-check';
import { curieUrl } from '../../../src/core/terms/curie';

const pages: Record<string, string> = {
  'MESH:D007955': 'https://meshb.nlm.nih.gov/record/ui?ui=D007955',
  'NCIT:C3772': 'https://evsexplore.semantics.cancer.gov/evsexplore/concept/ncit/C3772',
  'DOID:4531': 'https://disease-ontology.org/?id=DOID:4531',
  'HP:0001974': 'https://hpo.jax.org/browse/term/HP:0001974',
  'UBERON:0002107': 'https://purl.obolibrary.org/obo/UBERON_0002107',
  'CL:0000775': 'https://purl.obolibrary.org/obo/CL_0000775',
  'OBI:0000661': 'https://purl.obolibrary.org/obo/OBI_0000661',
  'SYMP:0000613': 'https://purl.obolibrary.org/obo/SYMP_0000613',
  'MMO:0000498': 'https://purl.obolibrary.org/obo/MMO_0000498',
  'HGNC:5991': 'https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:5991',
  'ORDO:125': 'https://www.orpha.net/en/disease/detail/125',
  'Orphanet:125': 'https://www.orpha.net/en/disease/detail/125',
};

describe('curieUrl', () => {
  for (const [curie, page] of Object.entries(pages)) it(`knows ${curie}`, () => assert.equal(curieUrl(curie), page));

  for (const curie of ['', 'MESH', 'MESH:', 'MESH:D1/../x', 'HP:1974', 'WIKI:Fever', ':D1', 'javascript:alert(1)', 'MESH:D1"><b>']) {
    it(`knows no page of ${JSON.stringify(curie)}`, () => assert.equal(curieUrl(curie), undefined));
  }

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => assert.ok(curieUrl(text)?.startsWith('https://') ?? true)));
  });
});
