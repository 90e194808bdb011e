import assert from 'node:assert/strict';
import { GraphScanner } from '../../../../src/core/terms/readers/graphScanner';
import { gather, told } from './reading';

const obo = 'http://purl.obolibrary.org/obo/';

function document(nodes: readonly object[], edges: readonly object[] = [], more: object = {}): object {
  const meta = { version: `${obo}zz/releases/2026-01-31/zz.json`, basicPropertyValues: [{ pred: 'http://purl.org/dc/terms/license', val: 'https://creativecommons.org/publicdomain/zero/1.0/' }] };
  return { graphs: [{ id: `${obo}zz.json`, meta, nodes, edges, ...more }] };
}

const nodes = [
  { id: `${obo}ZZ_1`, lbl: 'all', type: 'CLASS' },
  {
    id: `${obo}ZZ_2`, lbl: 'leukocytosis', type: 'CLASS',
    meta: {
      definition: { val: 'Too many white cells, as they say: "{[".', xrefs: [] },
      synonyms: [
        { pred: 'hasExactSynonym', val: 'High white count' }, { pred: 'hasExactSynonym', val: 'HWC', synonymType: `${obo}zz#abbreviation` }, { pred: 'hasNarrowSynonym', val: 'granulocytosis' },
        { pred: 'hasRelatedSynonym', val: 'left shift' },
      ],
      xrefs: [{ val: 'UMLS:C0023518' }, { val: 'https://orcid.org/0000' }, { val: 'SNOMEDCT_US:111583006' }],
      basicPropertyValues: [{ pred: 'http://www.geneontology.org/formats/oboInOwl#hasAlternativeId', val: 'ZZ:7' }],
    },
  },
  { id: `${obo}ZZ_3`, lbl: 'obsolete thing', type: 'CLASS', meta: { deprecated: true, basicPropertyValues: [{ pred: `${obo}IAO_0100001`, val: 'ZZ:2' }] } },
  { id: `${obo}ZZ_4`, lbl: 'sign', type: 'CLASS' },
  { id: `${obo}BFO_0000050`, lbl: 'part of', type: 'PROPERTY' },
  { id: `${obo}UBERON_1`, type: 'CLASS' },
];
const edges = [
  { sub: `${obo}ZZ_4`, pred: 'is_a', obj: `${obo}ZZ_1` },
  { sub: `${obo}ZZ_2`, pred: 'is_a', obj: `${obo}ZZ_4` },
  { sub: `${obo}ZZ_2`, pred: `${obo}BFO_0000050`, obj: `${obo}UBERON_1` },
];

describe('reading OBO Graphs', () => {
  it('reads nodes with what the edges say of them', async () => {
    const { byId, head, counts, problems } = await gather(JSON.stringify(document(nodes, edges)));
    assert.deepEqual(problems, []);
    assert.deepEqual(byId.get('ZZ:2'), {
      id: 'ZZ:2', name: 'leukocytosis', synonyms: ['High white count'], abbreviations: ['HWC'],
      inexact: [{ name: 'granulocytosis', scope: 'narrow' }, { name: 'left shift', scope: 'related' }], definition: 'Too many white cells, as they say: "{[".', types: [],
      xrefs: ['UMLS:C0023518', 'SNOMEDCT:111583006'], broader: ['ZZ:4'], relations: [{ type: 'part of', target: 'UBERON:1' }],
    });
    assert.deepEqual([byId.get('ZZ:3')?.replacedBy, byId.get('ZZ:7')?.replacedBy], [['ZZ:2'], ['ZZ:2']]);
    assert.deepEqual(counts, { concepts: 3, obsolete: 2, names: 5, inexact: 2, definitions: 1 });
    assert.deepEqual(head, {
      id: 'zz', name: 'ZZ', version: '2026-01-31', licence: 'CC0 1.0', licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/', sourceUrl: `${obo}zz.json`,
    });
  });

  it('leaves out what other ontologies’ graphs bring along', async () => {
    const imported = { id: `${obo}zz/imports/go_import.owl`, nodes: [{ id: `${obo}GO_1`, lbl: 'process', type: 'CLASS' }, { id: `${obo}ZZ_5`, lbl: 'moved here', type: 'CLASS' }], edges: [] };
    const whole = document(nodes, edges) as { graphs: object[] };
    const { byId } = await gather(JSON.stringify({ graphs: [...whole.graphs, imported] }));
    assert.deepEqual([byId.has('GO:1'), byId.has('ZZ:5')], [false, true]);
  });

  it('reads documents whose nodes have no types, and a single graph', async () => {
    const { counts } = await gather(JSON.stringify({ nodes: [{ id: `${obo}ZZ_1`, lbl: 'a' }, { id: 'ZZ:2', lbl: 'b' }] }));
    assert.equal(counts.concepts, 2);
  });

  it('reads what is left of a document that is cut off anywhere', async () => {
    const text = JSON.stringify(document(nodes, edges), undefined, 1);
    const whole = await gather(text);
    for (let length = 0; length < text.length; length += 3) {
      const { counts, problems } = await gather(text.slice(0, length), { format: 'obo-graphs' });
      assert.ok(counts.concepts <= whole.counts.concepts);
      assert.ok(problems.length > 0);
    }
    const cut = await gather(text.slice(0, text.indexOf('"obsolete thing"')));
    assert.ok(cut.byId.has('ZZ:2'));
    assert.deepEqual(told(cut), ['json-syntax:67', 'text-incomplete:69']);
  });

  it('lets a node that is no JSON cost itself', async () => {
    const text = JSON.stringify(document(nodes, edges), undefined, 1);
    const missing = text.replace('"lbl": "sign",', '"lbl": sign,');
    const broken = await gather(missing);
    assert.deepEqual([broken.byId.has('ZZ:2'), broken.byId.has('ZZ:4'), broken.counts.concepts], [true, false, 2]);
    assert.deepEqual(told(broken), [`json-syntax:${missing.slice(0, missing.lastIndexOf('{', missing.indexOf('sign,'))).split('\n').length}`]);
    const open = await gather(text.replace(/("lbl": "all",\s+"type": "CLASS"\s+)\}/, '$1'));
    assert.deepEqual([open.byId.has('ZZ:1'), open.byId.has('ZZ:2'), open.byId.has('ZZ:4')], [false, true, true]);
    const closed = await gather(text.replace('"lbl": "all"', '"lbl": "all"}}'));
    assert.ok(closed.byId.has('ZZ:2') && closed.byId.has('ZZ:4'));
  });

  it('tells of circles at their lines', async () => {
    const circle = [...edges, { sub: `${obo}ZZ_1`, pred: 'is_a', obj: `${obo}ZZ_2` }];
    assert.match(told(await gather(JSON.stringify(document(nodes, circle), undefined, 1))).join(), /^concept-cycle:\d+$/);
  });

  it('does not trust the shape of anything', async () => {
    const odd = [null, 1, 'x', [], {}, { id: 5 }, { id: `${obo}ZZ_1`, lbl: 7, type: 'CLASS' }, { id: `${obo}ZZ_2`, lbl: 'b', type: 'CLASS', meta: { synonyms: {}, xrefs: [null, 3, {}], definition: [], basicPropertyValues: 'x' } }];
    const { counts } = await gather(JSON.stringify({ graphs: [null, { nodes: odd, edges: [null, {}, { sub: 1 }], meta: 5 }, { nodes: {} }] }));
    assert.equal(counts.concepts, 1);
  });

  it('finds the same in pieces as in the whole', () => {
    const text = JSON.stringify(document([...nodes, { id: 'ZZ:\\"9', lbl: 'a \\ "} b', type: 'CLASS' }], edges), undefined, 1);
    const found = (size: number): string[] => {
      const parts: string[] = [];
      const scanner: GraphScanner = new GraphScanner((part, json, place) => parts.push(`${part} ${scanner.lineOf(place)} ${json}`), () => parts.push('broken'));
      for (let at = 0; at < text.length; at += size) scanner.push(text.slice(at, at + size));
      scanner.push('', true);
      return parts;
    };
    const whole = found(text.length);
    assert.equal(whole.filter((part) => part.startsWith('node')).length, nodes.length + 1);
    assert.equal(whole.filter((part) => part.startsWith('edge')).length, edges.length);
    for (const size of [1, 2, 13, 300]) assert.deepEqual(found(size), whole);
  });
});
