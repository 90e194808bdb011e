import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import type { TerminologyPart } from '../../../../src/core/terms/readers/terminologyPart';
import { partOf } from '../../../../src/core/terms/readers/terminologyPart';
import { sharedPath } from '../../../support/shared';
import { gather, type Gathered, sharedPart } from './reading';

interface Expected {
  readonly concepts: number;
  /** Rows of synonyms of any scope; not where a file repeats them. */
  readonly rows?: number;
  /** Names that differ in more than capitals. */
  readonly distinct: number;
  readonly definitions: number;
}

/**
 * Counts made elsewhere with other parsers, and by what ours differ from them: those of NCIt, ORDO and HPO took properties for
 * concepts (61, 16, and `allelic_requirement`); MEDIC has a name with two spaces that is another's with one.
 */
const files: readonly (readonly [file: string, expected: Expected])[] = [
  ['hp.v2024-08-13.json.gz', { concepts: 18_989 - 1, distinct: 41_353 - 1, definitions: 16_393 }],
  ['doid-2018-07-05.json.gz', { concepts: 8906, distinct: 22_523, definitions: 5269 }],
  ['doid-2016-09-01.obo.xz', { concepts: 6971, distinct: 18_153, definitions: 2765 }],
  ['ncit-disease-2018-06-08.json.gz', { concepts: 20_385 - 61, distinct: 58_502 - 63, definitions: 17_241 - 61 }],
  ['ordo-2_6-2018-07-12.json.gz', { concepts: 13_887 - 16, rows: 22_121, distinct: 35_483 - 16, definitions: 5183 - 16 }],
  ['CTD_diseases-2017.tsv.gz', { concepts: 11_865, rows: 66_129, distinct: 76_782 - 1, definitions: 4691 }],
  ['medic_06Jul2012.txt.xz', { concepts: 11_915, rows: 64_322, distinct: 74_979 - 1, definitions: 0 }],
  ['mesh2024_terms.tsv.xz', { concepts: 30_764, distinct: 263_931, definitions: 0 }],
  ['UBERON-craft-2019.obo.zip', { concepts: 13_080, distinct: 46_986, definitions: 10_586 }],
  ['cl-base-2022-08.json.xz', { concepts: 2493, distinct: 4983, definitions: 2129 }],
  ['symp-2026-07-30.obo.xz', { concepts: 895, rows: 247, distinct: 1141, definitions: 424 }],
  ['symp-2026-07-30.json.xz', { concepts: 895, rows: 247, distinct: 1141, definitions: 424 }],
  ['mmo-2026-07-29.obo.xz', { concepts: 853, distinct: 1588, definitions: 784 }],
  ['famplex-2024.obo.xz', { concepts: 784, distinct: 2300, definitions: 429 }],
];

function distinct({ concepts }: Gathered): number {
  const live = concepts.filter(({ obsolete }) => !obsolete);
  return new Set(live.flatMap(({ name, synonyms, abbreviations, inexact }) => [name, ...synonyms, ...abbreviations, ...inexact.map((one) => one.name)].map((text) => text.toLowerCase()))).size;
}

function rows({ concepts }: Gathered): number {
  return concepts.filter(({ obsolete }) => !obsolete).reduce((sum, { synonyms, abbreviations, inexact }) => sum + synonyms.length + abbreviations.length + inexact.length, 0);
}

describe('reading whole terminologies', function () {
  this.timeout(60_000);
  for (const [file, expected] of files) {
    it(`finds in ${file} what other parsers find`, async function () {
      const part = sharedPart(file);
      if (!part) this.skip();
      const read = await gather([part]);
      const found = { concepts: read.counts.concepts, ...(expected.rows !== undefined && { rows: rows(read) }), distinct: distinct(read), definitions: read.counts.definitions };
      assert.deepEqual(found, expected);
      assert.deepEqual(read.problems, []);
    });
  }

  it('finds 4,208 concepts of OBI’s own, and those that it takes from others', async function () {
    const part = sharedPart('obi-2026-07-24.obo.xz');
    if (!part) this.skip();
    const { concepts, head, problems } = await gather([part]);
    assert.equal(concepts.filter(({ id, obsolete }) => id.startsWith('OBI:') && !obsolete).length, 4208);
    assert.equal(head.licence, 'CC BY 4.0');
    assert.deepEqual(problems.map(({ code }) => code), ['concept-without-name', 'concept-without-name', 'id-malformed']);
  });

  it('says of HPO where it comes from and what its licence is', async function () {
    const part = sharedPart('hp.v2024-08-13.json.gz');
    if (!part) this.skip();
    const { head, byId } = await gather([part]);
    assert.deepEqual(head, {
      id: 'hp', name: 'Human Phenotype Ontology', version: '2024-08-13', licence: 'HPO licence', licenceUrl: 'https://hpo.jax.org/app/license', sourceUrl: 'http://purl.obolibrary.org/obo/hp.json',
    });
    const leukocytosis = byId.get('HP:0001974');
    assert.deepEqual([leukocytosis?.name, leukocytosis?.types, leukocytosis?.broader], ['Leukocytosis', ['Phenotypic abnormality'], ['HP:0011893']]);
    assert.ok(leukocytosis?.synonyms.includes('Elevated white blood count') && leukocytosis.xrefs.includes('UMLS:C0023518'));
    assert.deepEqual(byId.get('HP:0000057')?.replacedBy, ['HP:0008665']);
  });

  it('reads HPO node by node to the same as at once', async function () {
    const file = sharedPath('data', 'terminologies', 'hp.v2024-08-13.json.gz');
    if (file === undefined) this.skip();
    const text = gunzipSync(readFileSync(file));
    const whole = await gather(new Uint8Array(text));
    // Without its last bracket it is no JSON any more.
    const cut = await gather(new Uint8Array(text.subarray(0, text.lastIndexOf('}'))));
    assert.deepEqual(cut.concepts, whole.concepts);
    assert.deepEqual(cut.problems.map(({ code }) => code), ['text-incomplete']);
  });

  it('joins MeSH’s tree to its terms', async function () {
    const [terms, tree] = [sharedPart('mesh2024_terms.tsv.xz'), sharedPart('mtrees2022.bin.xz')];
    if (!terms || !tree) this.skip();
    const { byId } = await gather([terms, tree]);
    assert.deepEqual(byId.get('MESH:D007964')?.broader.map((id) => byId.get(id)?.name), ['Leukocyte Disorders', 'Pathologic Processes']);
    assert.deepEqual(byId.get('MESH:D007955')?.types, ['Diseases']);
  });

  it('reads real records of MeSH’s XML, and one that is cut off', async function () {
    const [subset, descriptors, supplementary] = ['mesh-desc-subset.xml.xz', 'test.desc2017.xml.xz', 'test.supp2017.xml.xz'].map(sharedPart);
    if (!subset || !descriptors || !supplementary) this.skip();
    const cut = await gather([subset]);
    assert.deepEqual([cut.counts.concepts, cut.problems.map(({ code, line }) => [code, line])], [3, [['xml-syntax', 1001]]]);
    const read = await gather([descriptors, supplementary]);
    assert.deepEqual([read.counts.concepts, read.head.version, read.problems], [11, '2017', []]);
  });

  it('reads samples of UMLS to what their rows say', async function () {
    const file = sharedPath('data', 'terminologies', 'rrf-samples-srl0.tar.xz');
    if (file === undefined) this.skip();
    const parts = ['MRCONSO', 'MRDEF', 'MRSTY'].map((name) => unpackedRrf(file, `SAMPLE_NCI/${name}.RRF`));
    const [names, definitions, types] = parts;
    if (!names || !definitions || !types) this.skip();
    const { counts, byId, problems } = await gather([names, definitions, types]);
    const fields = (part: TerminologyPart & { text: string }): string[][] => part.text.split('\n').map((line) => line.split('|'));
    const live = new Set(fields(names).filter((row) => row[1] === 'ENG' && row[16] === 'N').map(([cui]) => cui));
    const defined = new Set(fields(definitions).filter((row) => row[6] === 'N' && live.has(row[0])).map(([cui]) => cui));
    assert.deepEqual([counts.concepts, counts.definitions, problems], [live.size, defined.size, []]);
    assert.deepEqual(byId.get('UMLS:C0000005')?.types, ['Amino Acid, Peptide, or Protein', 'Pharmacologic Substance', 'Indicator, Reagent, or Diagnostic Aid']);
  });
});

function unpackedRrf(archive: string, name: string): (TerminologyPart & { text: string }) | undefined {
  try {
    const bytes = execFileSync('tar', ['-xJOf', archive, `./${name}`], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
    return { ...partOf(name, new Uint8Array(bytes)), text: bytes.toString('utf8') };
  } catch {
    return undefined;
  }
}
