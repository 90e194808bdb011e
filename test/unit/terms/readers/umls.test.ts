import assert from 'node:assert/strict';
import { partOf } from '../../../../src/core/terms/readers/terminologyPart';
import { gather, told } from './reading';

const part = (name: string, rows: readonly string[]): ReturnType<typeof partOf> => partOf(name, new TextEncoder().encode(rows.map((row) => `${row}\n`).join('')));

const atom = (cui: string, text: string, { lat = 'ENG', ts = 'P', stt = 'PF', pref = 'Y', sab = 'NCI', tty = 'PT', code = 'C1', suppress = 'N' } = {}): string =>
  `${cui}|${lat}|${ts}|L1|${stt}|S1|${pref}|A1||M1|${code}|${sab}|${tty}|${code}|${text}|0|${suppress}||`;

const names = part('MRCONSO.RRF', [
  atom('C0000001', 'LCY', { tty: 'AB' }), atom('C0000001', 'Leukocytosis', { ts: 'S', sab: 'MSH', code: 'D007964' }), atom('C0000001', 'High White Count', { code: 'C35524' }),
  atom('C0000001', 'Leukozytose', { lat: 'GER' }), atom('C0000001', 'old name', { suppress: 'O' }), atom('C0000001', 'HP name', { sab: 'HPO', code: 'HP:0001974', ts: 'S', stt: 'VO' }),
  atom('C0000002', 'Nur deutsch', { lat: 'GER' }), atom('C0000003', 'Fever', { sab: 'MSH', code: 'D005334' }),
]);
const definitions = part('MRDEF.RRF', ['C0000001|A1|AT1||NCI|By NCI.|N||', 'C0000001|A1|AT2||MSH|By MeSH.|N||', 'C0000003|A1|AT3||MSH|Old.|O||']);
const types = part('MRSTY.RRF', ['C0000001|T033|A2.2|Finding|AT1||', 'C0000003|T184|A2.2.2|Sign or Symptom|AT2||']);
const relations = part('MRREL.RRF', [
  'C0000001|A1|AUI|PAR|C0000009|A2|AUI|inverse_isa|R1||MSH|MSH|||N||', 'C0000001|A1|AUI|RO|C0000008|A2|AUI|finding_site_of|R1||NCI|NCI|||N||',
  'C0000001|A1|AUI|CHD|C0000007|A2|AUI|isa|R1||MSH|MSH|||N||', 'C0000001|A1|AUI|RO|C0000001|A2|AUI|x|R1||MSH|MSH|||N||', 'C0000003|A1|AUI|RB|C0000001|A2|AUI||R1||MSH|MSH|||O||',
]);

describe('reading UMLS', () => {
  it('joins names, definitions, types and relations', async () => {
    const reading = await gather([types, relations, definitions, names]);
    assert.deepEqual([reading.format, reading.problems, reading.head.needsLicence, reading.head.id], ['umls-rrf', [], true, 'umls']);
    assert.deepEqual(reading.concepts, [
      {
        id: 'UMLS:C0000001', name: 'High White Count', synonyms: ['Leukocytosis', 'HP name'], abbreviations: ['LCY'], inexact: [], definition: 'By MeSH.', types: ['Finding'],
        xrefs: ['NCIT:C1', 'MESH:D007964', 'NCIT:C35524', 'HP:0001974'], broader: ['UMLS:C0000009'], relations: [{ type: 'has finding site', target: 'UMLS:C0000008' }],
      },
      { id: 'UMLS:C0000003', name: 'Fever', synonyms: [], abbreviations: [], inexact: [], types: ['Sign or Symptom'], xrefs: ['MESH:D005334'], broader: [], relations: [] },
    ]);
  });

  it('takes the vocabularies, languages and suppressed names that are asked for', async () => {
    const mesh = await gather([names, definitions], { umls: { sources: ['MSH'] } });
    assert.deepEqual(mesh.concepts.map(({ name, synonyms }) => [name, synonyms]), [['Leukocytosis', []], ['Fever', []]]);
    assert.equal(mesh.head.name, 'UMLS Metathesaurus (MSH)');
    const german = await gather([names], { umls: { languages: ['GER'] } });
    assert.deepEqual(german.concepts.map(({ name }) => name), ['Leukozytose', 'Nur deutsch']);
    const all = await gather([names], { umls: { suppressed: true } });
    assert.ok(all.concepts[0]?.synonyms.includes('old name'));
  });

  it('reads files in another order too', async () => {
    const shuffled = part('MRSTY.RRF', ['C0000003|T184|A2.2.2|Sign or Symptom|AT2||', 'C0000001|T033|A2.2|Finding|AT1||']);
    const { concepts } = await gather([names, shuffled]);
    assert.deepEqual(concepts.map((one) => one.types), [['Finding'], ['Sign or Symptom']]);
  });

  it('says what is missing and what cannot be read', async () => {
    const without = await gather([definitions, types]);
    assert.deepEqual([without.problems[0]?.code, without.problems[0]?.params], ['part-missing', { name: 'MRCONSO.RRF' }]);
    const cut = await gather([part('MRCONSO.RRF', [atom('C0000001', 'a'), 'C0000002|ENG|P|L1|PF', 'rubbish', atom('C0000003', 'c')]), part('readme.txt', ['about'])]);
    assert.deepEqual(cut.concepts.map(({ name }) => name), ['a', 'c']);
    assert.deepEqual(told(cut).sort(), ['entry-unreadable:2', 'entry-unreadable:3', 'part-ignored']);
  });
});
