import assert from 'node:assert/strict';
import { gather, told } from './reading';

const prefixes = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix ex: <http://example.org/terms/> .

`;
const fever = `ex:fever a skos:Concept ;
  skos:prefLabel "fever"@en, "Fieber"@de ;
  skos:altLabel "pyrexia"@en-GB, "Pyrexie"@de ;
  skos:definition """A rise of temperature.
ex:notasubject means nothing.
"""@en ;
  skos:exactMatch <http://purl.obolibrary.org/obo/HP_0001945>, <http://id.nlm.nih.gov/mesh/D005334> .

`;
const chill = 'ex:chill a skos:Concept ; skos:prefLabel "chill" ; skos:broader ex:fever ; skos:related ex:shiver .\n\n';

describe('reading SKOS', () => {
  it('reads labels in one language, definitions, matches and what is broader', async () => {
    const reading = await gather(`${prefixes}ex: a skos:ConceptScheme ; dct:title "Example terms"@en ; dct:license <https://creativecommons.org/licenses/by/4.0/> ; owl:versionInfo "2.1" .\n\n${fever}${chill}`);
    assert.deepEqual([reading.format, reading.problems], ['skos', []]);
    assert.deepEqual(reading.concepts, [
      {
        id: 'ex:fever', name: 'fever', synonyms: ['pyrexia'], abbreviations: [], inexact: [], definition: 'A rise of temperature. ex:notasubject means nothing.', types: [],
        xrefs: ['HP:0001945', 'MESH:D005334'], broader: [], relations: [],
      },
      { id: 'ex:chill', name: 'chill', synonyms: [], abbreviations: [], inexact: [], types: [], xrefs: [], broader: ['ex:fever'], relations: [{ type: 'related to', target: 'ex:shiver' }] },
    ]);
    assert.deepEqual([reading.head.name, reading.head.version, reading.head.licence], ['Example terms', '2.1', 'CC BY 4.0']);
  });

  it('reads another language where it is asked for, or is the only one', async () => {
    const german = await gather(prefixes + fever, { language: 'de' });
    assert.deepEqual([german.concepts[0]?.name, german.concepts[0]?.synonyms], ['Fieber', ['Pyrexie']]);
    const only = await gather(`${prefixes}ex:a a skos:Concept ; skos:prefLabel "Fieber"@de .\n`);
    assert.equal(only.concepts[0]?.name, 'Fieber');
    const neither = await gather(`${prefixes}ex:a a skos:Concept ; skos:prefLabel "Fieber"@de, "fièvre"@fr .\n`);
    assert.deepEqual([neither.problems[0]?.code, neither.problems[0]?.params], ['language-missing', { language: 'en', languages: 'de, fr' }]);
  });

  it('reads ontologies with RDF’s labels, N-Triples, and labels that are nodes', async () => {
    const owl = await gather(
      `${prefixes}@prefix obo: <http://purl.obolibrary.org/obo/> .\n@prefix oio: <http://www.geneontology.org/formats/oboInOwl#> .\n
obo:ZZ_1 a owl:Class ; rdfs:label "leukocytosis" ; oio:hasExactSynonym "high white count" ; oio:hasBroadSynonym "count" ; obo:IAO_0000115 "Many cells." ; rdfs:subClassOf obo:ZZ_0 ; oio:hasDbXref "UMLS:C0023518" .
obo:ZZ_2 a owl:Class ; rdfs:label "old"@en ; owl:deprecated true ; obo:IAO_0100001 obo:ZZ_1 .
`,
    );
    assert.deepEqual(owl.byId.get('ZZ:1'), {
      id: 'ZZ:1', name: 'leukocytosis', synonyms: ['high white count'], abbreviations: [], inexact: [{ name: 'count', scope: 'broad' }], definition: 'Many cells.', types: [], xrefs: ['UMLS:C0023518'],
      broader: ['ZZ:0'], relations: [],
    });
    assert.deepEqual([owl.byId.get('ZZ:2')?.obsolete, owl.byId.get('ZZ:2')?.replacedBy], [true, ['ZZ:1']]);
    const triples = await gather('<http://x.org/a> <http://www.w3.org/2004/02/skos/core#prefLabel> "a \\u00e9"@en .\n<http://x.org/a> <http://www.w3.org/2004/02/skos/core#altLabel> "b"@en .\n');
    assert.deepEqual([triples.concepts[0]?.name, triples.concepts[0]?.synonyms], ['a é', ['b']]);
    const xl = await gather(`${prefixes}@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .\n\nex:a a skos:Concept ; xl:prefLabel ex:l1 ; xl:altLabel [ xl:literalForm "alpha"@en ] .\n\nex:l1 xl:literalForm "a"@en .\n`);
    assert.deepEqual([xl.concepts[0]?.name, xl.concepts[0]?.synonyms], ['a', ['alpha']]);
  });

  it('lets one bad statement cost itself, and says where it is', async () => {
    const text = `${prefixes}${fever}ex:bad a skos:Concept ;\n  skos:prefLabel "bad"@en ; ; , .\n\n${chill}`;
    const reading = await gather(text);
    assert.deepEqual(reading.concepts.map(({ id }) => id), ['ex:fever', 'ex:chill']);
    assert.deepEqual(told(reading), [`entry-unreadable:${text.split('\n').findIndex((line) => line.includes('; ; ,')) + 1}`]);
    const open = await gather(`${prefixes}${fever.replace('"""@en', '')}${chill}`);
    assert.deepEqual(open.concepts.map(({ id }) => id), ['ex:chill']);
    const declared = await gather(`@prefix bad <x>\n${prefixes}${chill}`);
    assert.deepEqual(declared.concepts.map(({ id }) => id), ['ex:chill']);
  });

  it('reads a file that is cut off anywhere, up to there', async () => {
    const text = prefixes + chill + fever;
    for (let length = 0; length < text.length; length += 5) assert.ok((await gather(text.slice(0, length), { format: 'skos' })).counts.concepts <= 2);
  });
});
