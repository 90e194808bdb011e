import assert from 'node:assert/strict';
import { partOf } from '../../../../src/core/terms/readers/terminologyPart';
import { gather, inPieces, told } from './reading';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function descriptor(ui: string, name: string, numbers: readonly string[], terms: string): string {
  const tree = numbers.map((number) => `<TreeNumber>${number}</TreeNumber>`).join('');
  return `<DescriptorRecord DescriptorClass="1">\n<DescriptorUI>${ui}</DescriptorUI><DescriptorName>\n<String>${name}</String></DescriptorName>
<DateCreated><Year>1999</Year></DateCreated><TreeNumberList>${tree}</TreeNumberList><ConceptList>${terms}</ConceptList></DescriptorRecord>\n`;
}

function concept(preferred: boolean, scopeNote: string, relation: string, terms: readonly (readonly [text: string, tag: string])[]): string {
  const list = terms.map(([text, tag]) => `<Term ConceptPreferredTermYN="Y" IsPermutedTermYN="N" LexicalTag="${tag}"><TermUI>T1</TermUI><String>${text}</String></Term>`).join('');
  const related = relation === '' ? '' : `<ConceptRelationList><ConceptRelation RelationName="${relation}"><Concept1UI>M1</Concept1UI><Concept2UI>M2</Concept2UI></ConceptRelation></ConceptRelationList>`;
  return `<Concept PreferredConceptYN="${preferred ? 'Y' : 'N'}"><ConceptUI>M${preferred ? 1 : 2}</ConceptUI><RegistryNumber>52665-69-7</RegistryNumber><ScopeNote>${scopeNote}\n</ScopeNote>${related}<TermList>${list}</TermList></Concept>`;
}

const doctype = '<?xml version="1.0"?>\n<!DOCTYPE DescriptorRecordSet SYSTEM "https://www.nlm.nih.gov/databases/dtd/nlmdescriptorrecordset_20240101.dtd">\n<DescriptorRecordSet LanguageCode="eng">\n';
const leukocytosis = descriptor('D007964', 'Leukocytosis', ['C15.378.553.475', 'C23.888.1'], concept(true, 'Too many &amp; transient.', '', [['Leukocytosis', 'NON'], ['LCY', 'ACR']]) +
  concept(false, 'Pleo.', 'NRW', [['Pleocytosis', 'NON']]) + concept(false, '', 'REL', [['White Count, High', 'NON']]));
const disorders = descriptor('D007960', 'Leukocyte Disorders', ['C15.378.553'], concept(true, '', '', [['Leukocyte Disorders', 'NON']]));
const xml = `${doctype}${leukocytosis}${disorders}</DescriptorRecordSet>\n`;

describe('reading MeSH', () => {
  it('reads descriptors in XML, and what is above them from their tree numbers', async () => {
    const reading = await gather(xml);
    assert.deepEqual([reading.format, reading.problems, reading.head.version, reading.head.id], ['mesh-xml', [], '2024', 'mesh']);
    assert.deepEqual(reading.concepts[0], {
      id: 'MESH:D007964', name: 'Leukocytosis', synonyms: ['Pleocytosis'], abbreviations: ['LCY'], inexact: [{ name: 'White Count, High', scope: 'related' }], definition: 'Too many & transient.',
      types: ['Diseases'], xrefs: ['CAS:52665-69-7'], broader: ['MESH:D007960'], relations: [],
    });
  });

  it('reads supplementary records', async () => {
    const { concepts, head } = await gather(
      `<?xml version="1.0"?><SupplementalRecordSet><SupplementalRecord SCRClass="3"><SupplementalRecordUI>C537805</SupplementalRecordUI><SupplementalRecordName><String>Some Syndrome</String></SupplementalRecordName>
<Note>rare</Note><HeadingMappedToList><HeadingMappedTo><DescriptorReferredTo><DescriptorUI>*D006177</DescriptorUI></DescriptorReferredTo></HeadingMappedTo></HeadingMappedToList>
<ConceptList>${concept(true, '', '', [['Some Syndrome', 'NON'], ['Syndrome of Some', 'EPO']])}</ConceptList></SupplementalRecord></SupplementalRecordSet>`,
    );
    assert.equal(head.id, 'mesh-supplementary');
    assert.deepEqual(concepts.map(({ id, synonyms, definition, types, broader }) => [id, synonyms, definition, types, broader]), [
      ['MESH:C537805', ['Syndrome of Some'], 'rare', ['Diseases'], ['MESH:D006177']],
    ]);
  });

  it('reads ASCII to the same', async () => {
    const ascii = [
      '*NEWRECORD', 'RECTYPE = D', 'MH = Leukocytosis', 'PRINT ENTRY = Pleocytosis|T047|NON|NRW|NLM (1991)|900308|abcdef', 'ENTRY = LCY|T047|ACR|EQV|NLM|1|abcdef',
      'ENTRY = White Count, High|T033|NON|REL|NLM|1|abcdef', 'MN = C15.378.553.475', 'MN = C23.888.1', 'MS = Too many & transient.', 'ST = T047', 'UI = D007964', '',
      '*NEWRECORD', 'RECTYPE = D', 'MH = Leukocyte Disorders', 'MN = C15.378.553', 'UI = D007960', '',
      '*NEWRECORD', 'RECTYPE = Q', 'SH = analysis', 'UI = Q000032', '',
      '*NEWRECORD', 'RECTYPE = C', 'NM = some syndrome', 'SY = syndrome of some|EPO|NLM', 'HM = *Leukocytosis/genetics', 'NO = rare', 'UI = C537805',
    ].join('\n');
    const { concepts, byId, problems, format } = await gather(ascii);
    assert.deepEqual([format, problems, concepts.length], ['mesh-ascii', [], 3]);
    assert.deepEqual(byId.get('MESH:D007964'), {
      id: 'MESH:D007964', name: 'Leukocytosis', synonyms: ['Pleocytosis'], abbreviations: ['LCY'], inexact: [{ name: 'White Count, High', scope: 'related' }], definition: 'Too many & transient.',
      types: ['Disease or Syndrome'], xrefs: [], broader: ['MESH:D007960'], relations: [],
    });
    assert.deepEqual([byId.get('MESH:C537805')?.synonyms, byId.get('MESH:C537805')?.broader], [['syndrome of some'], ['MESH:D007964']]);
  });

  it('reads tables of terms, with the tree beside', async () => {
    const terms = 'DescriptorUI\tDescriptorName\tConceptUI\tTermUI\tTermName\tLexicalTag\nD007960\tLeukocyte Disorders\tM1\tT1\tDisorder, "Leukocyte"\tNON\nD007964\tLeukocytosis\tM1\tT1\tLeukocytosis\tNON\nD007964\tLeukocytosis\tM1\tT2\tLCY\tABB\n';
    const tree = 'Hemic Diseases;C15\nLeukocyte Disorders;C15.378.553\nLeukocytosis;C15.378.553.475\n';
    const { concepts, format } = await gather([partOf('mesh2024_terms.tsv', bytes(terms)), partOf('mtrees2024.bin', bytes(tree))]);
    assert.equal(format, 'mesh-terms');
    assert.deepEqual(concepts.map(({ id, name, synonyms, abbreviations, broader, types }) => [id, name, synonyms, abbreviations, broader, types]), [
      ['MESH:D007960', 'Leukocyte Disorders', ['Disorder, "Leukocyte"'], [], [], ['Diseases']],
      ['MESH:D007964', 'Leukocytosis', [], ['LCY'], ['MESH:D007960'], ['Diseases']],
    ]);
  });

  it('finds records wherever the pieces of a file end, and without line ends', async () => {
    const whole = await gather(xml);
    for (const text of [xml, xml.replaceAll('\n', '')]) {
      for (const size of [1, 13, 500]) {
        const cut = await gather([inPieces('desc', bytes(text), size)]);
        assert.deepEqual(cut.concepts.map(({ id, synonyms }) => [id, synonyms]), whole.concepts.map(({ id, synonyms }) => [id, synonyms]));
      }
    }
  });

  it('lets one bad record cost itself, and says where it is', async () => {
    const bad = xml.replace('<String>Pleocytosis</String>', '<String>Pleo & <cytosis</String>').replace('</DescriptorRecord>\n', '</DescriptorRecord>\n<DescriptorRecord><DescriptorUI>D1</DescriptorUI>\n');
    const reading = await gather(bad);
    assert.ok(reading.byId.has('MESH:D007960'));
    assert.ok(reading.byId.has('MESH:D007964'));
    assert.deepEqual(told(reading).map((code) => code.split(':')[0]), ['xml-syntax', 'xml-syntax', 'concept-without-name']);
    for (let length = 0; length < xml.length; length += 11) await gather(xml.slice(0, length), { format: 'mesh-xml' });
  });

  it('expands no entities that a DTD makes', async () => {
    const entities = Array.from({ length: 30 }, (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};">`).join('');
    const bomb = xml.replace(/<!DOCTYPE[^>]*>/, `<!DOCTYPE x [<!ENTITY e0 "ha">${entities}]>`).replace('Pleocytosis', '&e30;');
    const reading = await gather(bomb);
    assert.ok(reading.byId.has('MESH:D007960'));
    assert.ok(reading.concepts.every(({ synonyms }) => synonyms.every(({ length }) => length < 100)));
    assert.equal(reading.problems[0]?.code, 'xml-syntax');
  });

  it('reads Latin-1 where the XML says so', async () => {
    const latin = new Uint8Array(Array.from(xml.replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="ISO-8859-1"?>').replace('Pleocytosis', 'Carboca\u00efne'), (sign) => sign.charCodeAt(0)));
    assert.deepEqual((await gather(latin)).byId.get('MESH:D007964')?.synonyms, ['Carbocaïne']);
  });
});
