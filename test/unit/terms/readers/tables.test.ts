import assert from 'node:assert/strict';
import fc from 'fast-check';
import Papa from 'papaparse';
import { RowSplitter } from '../../../../src/core/terms/readers/tableRows';
import { gather, told } from './reading';

function rowsOf(text: string, delimiter: string): { rows: string[][]; open: number[] } {
  const rows: string[][] = [];
  const open: number[] = [];
  const splitter = new RowSplitter(delimiter, true, (fields) => rows.push([...fields]), (line) => open.push(line));
  text.split('\n').forEach((line, index) => splitter.push(line, index + 1));
  splitter.finish();
  return { rows, open };
}

describe('rows of tables', () => {
  it('are those that Papa Parse writes', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '\n', '|'), maxLength: 8 });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        assert.deepEqual(rowsOf(Papa.unparse(rows, { delimiter, newline: '\n' }), delimiter), { rows, open: [] });
      }),
    );
  });

  it('are not swallowed by a quote that is not closed', () => {
    const many = `a,"b\n${'c,d\n'.repeat(2000)}`;
    const { rows, open } = rowsOf(many, ',');
    assert.deepEqual([rows[0], rows[1], rows.filter(([first]) => first === 'c').length, open], [['a', '"b'], ['c', 'd'], 2000, [1]]);
  });
});

describe('reading tables of concepts', () => {
  it('finds the columns by their names', async () => {
    const { concepts, problems, format, head } = await gather(
      'Class ID,Preferred Label,Synonyms,Definitions,Obsolete,Semantic Types,Parents\n' +
        'http://purl.obolibrary.org/obo/ZZ_2,leukocytosis,High white count|WBC up,"Too many, of ""white"" cells",false,Finding,http://purl.obolibrary.org/obo/ZZ_1\n' +
        'http://purl.obolibrary.org/obo/ZZ_3,gone,,,true,,\n',
    );
    assert.deepEqual([format, problems, head.id], ['csv', [], 'zz']);
    assert.deepEqual(concepts[0], {
      id: 'ZZ:2', name: 'leukocytosis', synonyms: ['High white count', 'WBC up'], abbreviations: [], inexact: [], definition: 'Too many, of "white" cells', types: ['Finding'], xrefs: [],
      broader: ['ZZ:1'], relations: [],
    });
    assert.equal(concepts[1]?.obsolete, true);
  });

  it('takes the user’s word for the columns, by name or by number', async () => {
    const columns = { name: 'Begriff', id: 'Nr', abbreviations: ['Kürzel'], prefix: 'LAB' };
    const named = await gather('Nr;Begriff;Kürzel\n7;Leukozytose;LZ\n', { columns });
    assert.deepEqual([named.concepts[0]?.id, named.concepts[0]?.name, named.concepts[0]?.abbreviations], ['LAB:7', 'Leukozytose', ['LZ']]);
    const numbered = await gather('7\tLeukozytose\tx\n8\tFieber\ty\n', { columns: { id: '1', name: '2', prefix: 'LAB' } });
    assert.deepEqual(numbered.concepts.map(({ id, name }) => [id, name]), [['LAB:7', 'Leukozytose'], ['LAB:8', 'Fieber']]);
    const wrong = await gather('a,b\n1,2\n', { columns: { name: 'c' } });
    assert.deepEqual([wrong.counts.concepts, wrong.problems[0]?.code, wrong.problems[0]?.params], [0, 'column-missing', { column: 'c', columns: '`a`, `b`' }]);
  });

  it('says which columns there are where it cannot tell them', async () => {
    const { problems } = await gather('foo,bar,baz\n1,2,3\n4,5,6\n');
    assert.deepEqual([problems[0]?.code, problems[0]?.params], ['columns-unknown', { columns: '`foo`, `bar`, `baz`' }]);
  });

  it('puts rows with the same id together, and makes ids where there are none', async () => {
    const rows = await gather('name\tid\nfever\tHP:0001945\npyrexia\tHP:0001945\nchill\tHP:0025143\n');
    assert.deepEqual(rows.concepts.map(({ name, synonyms }) => [name, synonyms]), [['fever', ['pyrexia']], ['chill', []]]);
    const made = await gather('name,definition\nSpiking fever,of peaks\n', { head: { id: 'mine' } });
    assert.equal(made.concepts[0]?.id, 'mine:spiking-fever');
    const headless = await gather('fever\tHP:0001945\nchill\tHP:0025143\n');
    assert.deepEqual(headless.concepts.map(({ id }) => id), ['HP:0001945', 'HP:0025143']);
  });

  it('tells of rows without names, and of quotes that are not closed', async () => {
    const reading = await gather('id,name\nZZ:1,a\nZZ:2,\nZZ:3,"c\nZZ:4,d\n');
    assert.deepEqual(reading.concepts.map(({ id, name }) => [id, name]), [['ZZ:1', 'a'], ['ZZ:3', '"c'], ['ZZ:4', 'd']]);
    assert.deepEqual(told(reading), ['quote-open:4', 'rows-without-names']);
  });
});

describe('reading SSSLM', () => {
  it('gathers the names of each concept from rows in any order', async () => {
    const { concepts, format } = await gather(
      'text\tcurie\tname\tpredicate\ttype\tlanguage\n' +
        'fever\thp:0001945\tFever\trdfs:label\t\ten\npyrexia\tHP:0001945\tFever\toboInOwl:hasExactSynonym\t\t\nchill\tHP:0025143\t\trdfs:label\t\t\n' +
        'FUO\tHP:0001945\tFever\toboInOwl:hasNarrowSynonym\tOMO:0003012\t\nFieber\tHP:0001945\tFever\toboInOwl:hasExactSynonym\t\tde\n',
    );
    assert.equal(format, 'ssslm');
    assert.deepEqual(concepts.map(({ id, name, synonyms, inexact }) => [id, name, synonyms, inexact]), [
      ['HP:0001945', 'Fever', ['fever', 'pyrexia'], [{ name: 'FUO', scope: 'narrow', abbreviation: true }]],
      ['HP:0025143', 'chill', [], []],
    ]);
  });
});

describe('reading CTD', () => {
  it('reads MEDIC as its head says', async () => {
    const reading = await gather(
      '# Report created: Tue Jun 06 11:31:46 EDT 2017\n# Fields:\n# DiseaseName\tDiseaseID\tAltDiseaseIDs\tDefinition\tParentIDs\tTreeNumbers\tParentTreeNumbers\tSynonyms\tSlimMappings\n#\n' +
        '"Quoted" Disease\tMESH:C579849\tDO:DOID:0060395|OMIM:236792\tIt is one.\tMESH:D002872|OMIM:1\tC16/C579849\tC16\tDisease, Quoted|QD\tCancer|Mental disorder\n',
    );
    assert.deepEqual([reading.format, reading.head.id, reading.head.version, reading.problems], ['ctd', 'medic', '2017-06-06', []]);
    assert.deepEqual(reading.concepts[0], {
      id: 'MESH:C579849', name: '"Quoted" Disease', synonyms: ['Disease, Quoted', 'QD'], abbreviations: [], inexact: [], definition: 'It is one.', types: ['Cancer', 'Mental disorder'],
      xrefs: ['DOID:0060395', 'OMIM:236792'], broader: ['MESH:D002872', 'OMIM:1'], relations: [],
    });
  });

  it('reads MEDIC as it was in 2012', async () => {
    const { concepts } = await gather('C567755|613097||Tooth Agenesis, Selective, 6|STHAG6\n145250||HYPERPIGMENTATION|FPH|FPH2\n');
    assert.deepEqual(concepts.map(({ id, name, synonyms, xrefs }) => [id, name, synonyms, xrefs]), [
      ['MESH:C567755', 'Tooth Agenesis, Selective, 6', ['STHAG6'], ['OMIM:613097']], ['OMIM:145250', 'HYPERPIGMENTATION', ['FPH', 'FPH2'], []],
    ]);
  });
});
