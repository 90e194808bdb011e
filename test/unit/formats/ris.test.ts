import assert from 'node:assert/strict';
import { detectFormat, formatById, readText } from '../../../src/core/formats/registry';
import type { CslItem } from '../../../src/core/library/record';

const read = (text: string) => readText(text, 'ris');
const lines = ['TY  - JOUR', 'TI  - Hiccups', 'AU  - Chen, Y. M.', 'AU  - World Health Organization', 'PY  - 1995', 'DA  - 1995/08/01/', 'JF  - Gut', 'VL  - 12', 'IS  - 4', 'SP  - 168', 'EP  - 172', 'SN  - 0368-2811', 'KW  - a', 'KW  - b', 'ER  - '];
const expected: Partial<CslItem> = {
  id: 'chen1995', type: 'article-journal', title: 'Hiccups', author: [{ family: 'Chen', given: 'Y. M.' }, { literal: 'World Health Organization' }],
  issued: { 'date-parts': [[1995, 8, 1]] }, 'container-title': 'Gut', volume: '12', issue: '4', page: '168-172', ISSN: '0368-2811', keyword: 'a, b',
};

describe('ris', () => {
  it('reads files of every kind of line end, and text copied from a page', () => {
    for (const text of [lines.join('\n'), lines.join('\r\n'), lines.join('\r'), lines.map((line) => line.replace('  -', ' -')).join('\n\n'), `\uFEFF${lines.join('\n')}`]) {
      assert.deepEqual(read(text).records, [expected], JSON.stringify(text.slice(0, 40)));
      assert.equal(detectFormat(text)?.id, 'ris');
    }
  });

  it('takes no other tag for one that it does not know', () => {
    const [record] = read('TY  - JOUR\nA0  - nothing\nTI  - Hiccups\nER  - ').records;
    assert.deepEqual(record, { id: 'hiccups', type: 'article-journal', title: 'Hiccups' });
  });

  it('ends a record without its ER where the next begins', () => {
    const { records, problems } = read(`${lines.slice(0, -1).join('\n')}\n${lines.join('\n')}`);
    assert.deepEqual(records.map(({ id }) => id), ['chen1995', 'chen1995a']);
    assert.deepEqual(problems.map(({ code }) => code), ['text-incomplete']);
  });

  it('joins values that run over their line', () => {
    const { records } = read('TY  - JOUR\nTI  - A title\nthat goes on\nAB  - One.\nIL - 6 is two.\nER  - ');
    assert.deepEqual([records[0]?.title, records[0]?.abstract], ['A title that goes on', 'One. IL - 6 is two.']);
  });

  it('joins the subtitle of a portal to its title, and takes no event for a container', () => {
    const text = (t2: string): string => `TY  - GEN\nT1  - HALO\n${t2}AU  - Das, Mira\nPY  - 2025/3/30\nY1  - 2025/3/30\nM3  - Conference contribution\nT3  - Notes\nBT  - Proceedings\nT2  - 3rd Conference, 2025\nER  - `;
    const { records } = read(text('T2  - heat-aware theatres\n'));
    const variables = ['type', 'title', 'container-title', 'collection-title', 'event-title'];
    assert.deepEqual(variables.map((name) => records[0]?.[name]), ['paper-conference', 'HALO: heat-aware theatres', 'Proceedings', 'Notes', '3rd Conference, 2025']);
    assert.equal(read(text('')).records[0]?.title, 'HALO');
  });

  it('takes a journal after the title for no subtitle', () => {
    const { records } = read('TY  - JOUR\nTI  - Hiccups\nT2  - Gut\nAU  - Chen, Y.\nPY  - 1995\nER  - ');
    assert.deepEqual([records[0]?.title, records[0]?.['container-title']], ['Hiccups', 'Gut']);
  });

  it('keeps an article number', () => {
    assert.equal(read('TY  - JOUR\nTI  - T\nIS  - 7\nM1  - JCAP07(2023)006\nER  - ').records[0]?.number, 'JCAP07(2023)006');
  });

  it('keeps the order of authors whatever their tag, and their digits', () => {
    const { records } = read('TY  - JOUR\nA1  - Unit 2, Ward3\nAU  - Chen, Y.\nA1  - Das, Mira\nER  - ');
    assert.deepEqual(records[0]?.author, [{ family: 'Unit 2', given: 'Ward3' }, { family: 'Chen', given: 'Y.' }, { family: 'Das', given: 'Mira' }]);
  });

  it('reads given names first where a record knows no commas', () => {
    const authors = (...names: string[]): unknown => read(`TY  - JOUR\n${names.map((name) => `AU  - ${name}\n`).join('')}ER  - `).records[0]?.author;
    assert.deepEqual(authors('Mira Das', 'Jan Berg'), [{ family: 'Das', given: 'Mira' }, { family: 'Berg', given: 'Jan' }]);
    assert.deepEqual(authors('Mira Das'), [{ literal: 'Mira Das' }]);
    assert.deepEqual(authors('Chen, Y.; Das, M.', 'et al.'), [{ family: 'Chen', given: 'Y.' }, { family: 'Das', given: 'M.' }]);
  });

  it('tells an unknown type by its journal', () => {
    assert.deepEqual(read('TY  - Journ\nTI  - T\nJO  - Gut\nER  - \nTY  - Nothing\nTI  - T\nER  - ').records.map(({ type }) => type), ['article-journal', 'document']);
  });

  it('reads the notes of ProCite by their labels', () => {
    const notes = ['Place of Publication: Boston', 'Volume ID: 3', 'Call Number: QP 251', 'Notes: Of two parts: one', 'Packaging Method: Box'];
    const text = ['TY  - CHAP', 'N1  - Record ID: 40', 'A1  - Chen, Y.', 'N1  - Author Role: Eds.', 'T1  - Hiccups', 'VL  - 2nd', ...notes.map((note) => `N1  - ${note}`), 'ER  - '];
    assert.deepEqual(read(text.join('\n')).records, [{
      id: '40', type: 'chapter', title: 'Hiccups', editor: [{ family: 'Chen', given: 'Y.' }], edition: '2nd', 'publisher-place': 'Boston', volume: '3',
      'call-number': 'QP 251', note: 'Of two parts: one\nPackaging Method: Box',
    }]);
  });

  it('leaves such notes of others alone', () => {
    assert.equal(read('TY  - BOOK\nTI  - Hiccups\nVL  - 2\nN1  - Edition: second\nER  - ').records[0]?.note, 'Edition: second');
  });

  it('writes what it reads', () => {
    assert.deepEqual(read(formatById('ris')?.write?.([expected as CslItem]) ?? '').records, [expected]);
  });
});

describe('ris, crafted to take long', () => {
  it('takes time by its length alone', () => {
    const long = 50_000;
    for (const text of [
      `TY  - JOUR\nTI  - ${' '.repeat(long)}x\nER  - `, `TY  - JOUR\nTI  - T\n${' \n'.repeat(long)}ER  - `, `TY  - JOUR\nAB  - a\n${'b\n'.repeat(long)}ER  - `,
      `TY  - JOUR\n${'AU  - Chen, Y.\n'.repeat(5_000)}`, `TY  - JOUR\n${'AU  - Mira Das\n'.repeat(5_000)}`, `TY  - JOUR\nAU  - ${'Chen, Y.; '.repeat(5_000)}`,
      `TY  - JOUR\n${'PY  - 1995 Aug\n'.repeat(5_000)}`, `TY  - JOUR\n${'SN  - 1\n'.repeat(5_000)}`, `TY  - JOUR\n${'KW  - a\n'.repeat(5_000)}`,
      'TY  - JOUR\n'.repeat(5_000), `TY  - JOUR\nAU  - ${','.repeat(long)}\nUR  - ${';'.repeat(long)}\nN1  - ${'10.1/'.repeat(5_000)}\nDA  - ${'1/'.repeat(long)}\nER  - `,
    ]) {
      const start = process.cpuUsage().user;
      read(text);
      const seconds = (process.cpuUsage().user - start) / 1e6;
      assert.ok(seconds < 2, `${seconds} s for ${text.slice(0, 40)}`);
    }
  });

  it('reads group names with commas as EndNote writes them', () => {
    const { records } = read('TY  - RPRT\nAU  - Mayo Clinic,\nAU  - Ministry of Health,, Labour and Welfare\nTI  - T\nER  - ');
    assert.deepEqual(records[0]?.author, [{ literal: 'Mayo Clinic' }, { literal: 'Ministry of Health, Labour and Welfare' }]);
  });

  it('reads dates in words, and a day without its year', () => {
    const issued = (...lines_: string[]): unknown => read(`TY  - JOUR\nTI  - T\n${lines_.join('\n')}\nER  - `).records[0]?.issued;
    assert.deepEqual(issued('Y1  - 4-8 Aug. 2020'), { 'date-parts': [[2020, 8, 4], [2020, 8, 8]] });
    assert.deepEqual(issued('PY  - 2010', 'DA  - Spring'), { 'date-parts': [[2010]], season: 1 });
    assert.deepEqual(issued('PY  - 1995', 'DA  - 1995/8/'), { 'date-parts': [[1995, 8]] });
    assert.deepEqual(issued('PY  - 1995///'), { 'date-parts': [[1995]] });
    assert.deepEqual(issued('PY  - 1995-08-01'), { 'date-parts': [[1995, 8, 1]] });
  });

  it('parts a conference from its proceedings', () => {
    const item = read('TY  - CPAPER\nTI  - T\nT2  - 3rd Conference\nC3  - Proceedings of it\nC1  - Basel\nER  - ').records[0];
    assert.deepEqual([item?.['container-title'], item?.['event-title'], item?.['event-place']], ['Proceedings of it', '3rd Conference', 'Basel']);
  });
});
