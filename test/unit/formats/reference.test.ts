import assert from 'node:assert/strict';
import { detectFormat, readText } from '../../../src/core/formats/registry';
import type { CslItem } from '../../../src/core/library/record';

const read = (text: string): CslItem | undefined => readText(text, 'reference').records[0];
const shared = { title: 'Hiccups in a choir', 'container-title': 'Jpn J Hiccup', volume: '25', page: '168-172' };

describe('references as text', () => {
  it('reads the order of every medical style', () => {
    for (const text of [
      'Chen YM, van der Berg J. Hiccups in a choir. Jpn J Hiccup 1995;25:168-72.',
      'Chen YM, van der Berg J. Hiccups in a choir. Jpn J Hiccup. 1995;25:168-172.',
      'Chen YM, van der Berg J: Hiccups in a choir. Jpn J Hiccup 25:168-172, 1995',
      '12. Chen YM, van der Berg J. Hiccups in a choir. Jpn J Hiccup 1995; 25: 168–72.',
      'Chen, Y. M., & van der Berg, J. (1995). Hiccups in a choir. Jpn J Hiccup, 25, 168–172.',
      "Chen, Y.M. and van der Berg, J. (1995) 'Hiccups in a choir', Jpn J Hiccup, 25, pp. 168-172.",
      'Chen, Y.M. and van der Berg, J., 1995. Hiccups in a choir. Jpn J Hiccup, 25, pp.168-172.',
      'Chen, Y. M. & van der Berg, J. Hiccups in a choir. Jpn J Hiccup 25, 168–172 (1995).',
    ]) {
      const record = read(text);
      assert.deepEqual(Object.fromEntries(Object.keys(shared).map((key) => [key, record?.[key]])), shared, text);
      assert.deepEqual(record?.author?.map((name) => name.family), ['Chen', 'Berg'], text);
      assert.deepEqual(record.issued, { 'date-parts': [[1995]] }, text);
      assert.notEqual(detectFormat(text), undefined, text);
    }
  });

  it('takes identifiers from behind the pages', () => {
    const record = read('Lee A. Noise. Gut 2002;1:2-3. doi: 10.1000/x. PMID: 90000001; PMCID: PMC9000001. Available from: https://example.org/a');
    assert.deepEqual([record?.DOI, record?.PMID, record?.PMCID, record?.URL, record?.page], ['10.1000/x', '90000001', 'PMC9000001', 'https://example.org/a', '2-3']);
  });

  it('parts a list, be its lines broken or not', () => {
    const list = ['Chen YM, Lee A. Hiccups in a choir of altos. Gut 1995;25:168-72.', 'Lee A. Noise in the rehearsals of choirs. Gut 1996;26:1-9.', 'Wu K, Lee A. Silence after the last concert. Gut 1997;27:10-19.'];
    for (const text of [list.join('\n'), list.join('\n\n'), list.join('\n').replace(/ (?=choir|choirs|last)/g, '\n'), `## References\n${list.map((line, index) => `[${index + 1}] ${line}`).join('\n')}`]) {
      const { records, format } = readText(text);
      assert.equal(format, 'reference');
      assert.deepEqual(records.map(({ issued }) => issued?.['date-parts']?.[0]?.[0]), [1995, 1996, 1997]);
    }
  });

  it('tells a line that is none, at its place', () => {
    const text = 'Lee A. Noise. Gut 2002;1:2-3.\n\nNobody can read this.';
    const { records, problems } = readText(text, 'reference');
    assert.equal(records.length, 1);
    assert.deepEqual(problems.map(({ code, span }) => [code, text.slice(span?.start, span?.end)]), [['line-ignored', 'Nobody can read this.']]);
  });

  it('takes no note for a reference', () => {
    for (const text of ['# Hiccups\n\nWe saw a patient in 1995 (see Gut 1995;25:1-2).\n\nShe left in 1996.', 'In 1995 a man came. He had hiccups for days.', '- 1995: first visit\n- 1996: second visit', 'She was born in 1932. Diagnosis: leukemoid reaction; 1995.']) {
      assert.equal(detectFormat(text), undefined, text);
    }
  });
});
