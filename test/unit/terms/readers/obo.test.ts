import assert from 'node:assert/strict';
import { gather, inPieces, told } from './reading';

const header = 'format-version: 1.4\ndata-version: releases/2026-01-31\nontology: zz\nsynonymtypedef: kurz "a short form, an acronym" EXACT\n';

function term(id: string, lines: string): string {
  return `\n[Term]\nid: ${id}\n${lines}\n`;
}

describe('reading OBO', () => {
  it('reads names, definitions, references and relations', async () => {
    const { concepts, counts, problems, format } = await gather(
      header +
        term('ZZ:0000001', 'name: sign') +
        term(
          'ZZ:0000002',
          [
            'name: leukemoid reaction', 'def: "White cells as in \\"leukemia\\", \\n without it." [PMID:1, url:http\\://x.org]', 'comment: never mind',
            'synonym: "leukaemoid reaction" EXACT []', 'synonym: "LR" EXACT kurz []', 'synonym: "hyperleukocytosis" BROAD [a:b "c"] {x="y"}', 'synonym: "neutrophilic LR" NARROW []',
            'synonym: "left shift" []', 'xref: MSH:D007955 "a label"', 'xref: UMLS_CUI:C0023501', 'xref: SNOMEDCT_US_2018_03_01:56478004 {source="x"}', 'xref: PMID:7630133', 'xref: url:http\\://x.org',
            'is_a: ZZ:0000001 ! sign', 'relationship: part_of UBERON:0002107 {a="b"} ! liver', 'relationship: RO:1 ZZ:0000003',
          ].join('\n'),
        ) +
        '\n[Typedef]\nid: RO:1\nname: goes with\nis_a: RO:2\n',
    );
    assert.equal(format, 'obo');
    assert.deepEqual(problems, []);
    assert.deepEqual(concepts[1], {
      id: 'ZZ:0000002', name: 'leukemoid reaction', synonyms: ['leukaemoid reaction'], abbreviations: ['LR'],
      inexact: [{ name: 'hyperleukocytosis', scope: 'broad' }, { name: 'neutrophilic LR', scope: 'narrow' }, { name: 'left shift', scope: 'related' }],
      definition: 'White cells as in "leukemia", without it.', types: [], xrefs: ['MESH:D007955', 'UMLS:C0023501', 'SNOMEDCT:56478004'], broader: ['ZZ:0000001'],
      relations: [{ type: 'part of', target: 'UBERON:0002107' }, { type: 'goes with', target: 'ZZ:0000003' }],
    });
    assert.deepEqual(counts, { concepts: 2, obsolete: 0, names: 4, inexact: 3, definitions: 1 });
  });

  it('reads the head, whichever way it says its licence', async () => {
    const licensed = await gather(`${header}property_value: terms:license https://creativecommons.org/licenses/by/4.0/\nproperty_value: dc:title "Zed Zone" xsd:string\n${term('ZZ:1', 'name: a')}`);
    assert.deepEqual(licensed.head, {
      id: 'zz', name: 'Zed Zone', version: '2026-01-31', licence: 'CC BY 4.0', licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    });
    const remarked = await gather(`format-version: 1.2\nremark: a thing\nremark: Free under http\\://zz.org/licence, no changes. This is its license.\n${term('ZZ:1', 'name: a')}`);
    assert.deepEqual([remarked.head.id, remarked.head.name, remarked.head.licenceUrl], ['zz', 'ZZ', 'http://zz.org/licence']);
    const known = await gather(header + term('ZZ:1', 'name: a'), { head: { name: 'Mine', sourceUrl: 'https://zz.org/zz.obo' } });
    assert.deepEqual([known.head.name, known.head.sourceUrl], ['Mine', 'https://zz.org/zz.obo']);
  });

  it('keeps obsolete concepts apart, with what takes their place, and ids that were merged', async () => {
    const { byId, counts } = await gather(
      header + term('ZZ:1', 'name: new\nalt_id: ZZ:9\nalt_id: ZZ:2') + term('ZZ:2', 'name: old\nsynonym: "older" EXACT []\nis_obsolete: true\nconsider: ZZ:3\nreplaced_by: ZZ:1') + term('ZZ:3', 'name: third'),
    );
    assert.deepEqual([byId.get('ZZ:2')?.obsolete, byId.get('ZZ:2')?.replacedBy], [true, ['ZZ:1', 'ZZ:3']]);
    assert.deepEqual([byId.get('ZZ:9')?.obsolete, byId.get('ZZ:9')?.replacedBy], [true, ['ZZ:1']]);
    assert.deepEqual([counts.concepts, counts.obsolete, counts.names], [2, 2, 2]);
  });

  it('takes what stands right below the root over all for types', async () => {
    const { byId } = await gather(
      header + term('ZZ:0', 'name: all') + term('ZZ:1', 'name: finding\nis_a: ZZ:0') + term('ZZ:2', 'name: modifier\nis_a: ZZ:0') + term('ZZ:3', 'name: fever\nis_a: ZZ:1') + term('ZZ:4', 'name: both\nis_a: ZZ:3\nis_a: ZZ:2'),
    );
    assert.deepEqual([byId.get('ZZ:0')?.types, byId.get('ZZ:3')?.types, byId.get('ZZ:4')?.types], [[], ['finding'], ['finding', 'modifier']]);
  });

  it('tells of circles and goes on', async () => {
    const reading = await gather(header + term('ZZ:1', 'name: a\nis_a: ZZ:2') + term('ZZ:2', 'name: b\nis_a: ZZ:1') + term('ZZ:3', 'name: c\nis_a: ZZ:3'));
    assert.equal(reading.counts.concepts, 3);
    const cycles = reading.problems.filter(({ code }) => code === 'concept-cycle');
    assert.deepEqual(cycles.map(({ params, line }) => [params, line]), [[{ id: 'ZZ:2', broader: 'ZZ:1' }, 11], [{ id: 'ZZ:3', broader: 'ZZ:3' }, 16]]);
  });

  it('lets one bad concept cost itself, and says where it is', async () => {
    const reading = await gather(
      header + term('ZZ:1', 'name: a') + term('', 'name: lost') + term('ZZ:3', 'def: "no name" []') + term('ZZ:1', 'name: again') + term('ZZ:5', 'name: e\nsynonym: no quotes EXACT\n!!! what') + term('ZZ:6', 'name: f'),
    );
    assert.deepEqual(reading.concepts.map(({ id }) => id), ['ZZ:1', 'ZZ:5', 'ZZ:6']);
    assert.deepEqual(told(reading).sort(), ['concept-duplicate:18', 'concept-without-id:10', 'concept-without-name:14', 'entry-unreadable:25']);
    assert.equal(reading.byId.get('ZZ:1')?.name, 'a');
  });

  it('reads a file that is cut off anywhere, up to there', async () => {
    const whole = header + term('ZZ:1', 'name: a\ndef: "of a" []') + term('ZZ:2', 'name: b\nsynonym: "bee" EXACT []');
    for (let length = 0; length <= whole.length; length += 1) {
      const { counts } = await gather(whole.slice(0, length), { format: 'obo' });
      assert.ok(counts.concepts <= 2);
    }
  });

  it('does not mind where the pieces of a file end, nor its line ends', async () => {
    const text = header + term('ZZ:1', 'name: maladie de Ménière\nsynonym: "病" EXACT []') + term('ZZ:2', 'name: a \\\nlong name\nis_a: ZZ:1');
    const whole = await gather(text);
    assert.equal(whole.byId.get('ZZ:2')?.name, 'a long name');
    for (const ends of ['\n', '\r\n', '\r']) {
      for (const size of [1, 7, 64]) {
        const cut = await gather([inPieces('cut', new TextEncoder().encode(text.replaceAll('\n', ends)), size)]);
        assert.deepEqual(cut.concepts, whole.concepts);
      }
    }
  });

  it('keeps HTML and links of commands as text', async () => {
    const { concepts } = await gather(header + term('ZZ:1', 'name: <b>x</b>\ndef: "<img src=x onerror=alert(1)> [run](command:evil)" []'));
    assert.deepEqual([concepts[0]?.name, concepts[0]?.definition], ['<b>x</b>', '<img src=x onerror=alert(1)> [run](command:evil)']);
  });

  it('leaves out names that are too long, and cuts what cannot be left out', async () => {
    const long = 'ab '.repeat(4000);
    const reading = await gather(header + term('ZZ:1', `name: a\nsynonym: "${long}" EXACT []\nsynonym: "b" EXACT []`) + term('ZZ:2', `name: ${long}`));
    assert.deepEqual(reading.byId.get('ZZ:1')?.synonyms, ['b']);
    assert.equal(reading.byId.get('ZZ:2')?.name.length, 2000);
    assert.deepEqual(told(reading), ['name-too-long:6', 'concept-text-cut:12']);
  });

  it('knows types of short forms by their names, by OBO’s ids and by what the header says', async () => {
    const { concepts } = await gather(header + term('ZZ:1', 'name: a\nsynonym: "A1" EXACT OMO:0003012 []\nsynonym: "A2" EXACT abbreviation []\nsynonym: "A3" RELATED kurz []\nsynonym: "a4" EXACT layperson []\nsynonym: "a5" EXACT obsolete_synonym []'));
    assert.deepEqual(concepts[0]?.abbreviations, ['A1', 'A2']);
    assert.deepEqual(concepts[0]?.inexact, [{ name: 'A3', scope: 'related', abbreviation: true }, { name: 'a5', scope: 'related' }]);
    assert.deepEqual(concepts[0]?.synonyms, ['a4']);
  });

  it('takes for the same only what MONDO calls equivalent', async () => {
    const { concepts } = await gather(
      header + term('ZZ:1', 'name: a\nxref: DOID:1 {source="MONDO:equivalentTo"}\nxref: NCIT:C2 {source="MONDO:relatedTo"}\nxref: OMIM:3 {source="MONDO:superClassOf", source="x"}\nxref: UMLS:C4 {source="MEDGEN:C4", source="MONDO:equivalentTo"}\nxref: GARD:5 {source="GARD"}'),
    );
    assert.deepEqual(concepts[0]?.xrefs, ['DOID:1', 'UMLS:C4', 'GARD:5']);
  });

  it('reads OBO 1.0’s tags of synonyms', async () => {
    const { concepts } = await gather('[Term]\nid: ZZ:1\nname: a\nexact_synonym: "b" []\nnarrow_synonym: "c" []\n');
    assert.deepEqual([concepts[0]?.synonyms, concepts[0]?.inexact], [['b'], [{ name: 'c', scope: 'narrow' }]]);
  });
});
