import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { detectFormat, readText } from '../../../src/core/formats/registry';
import { newPaperFile, readPaperFile } from '../../../src/core/library/paperFile';
import { sharedPath } from '../../support/shared';

const page = `Hiccups after thoracotomy

A. Chen, B. van der Berg*

Research output: Contribution to journal › Article › peer-review

We report hiccups.

Original language	English
Pages (from-to)	168-172
Journal	Gut
Volume	12
Publication status	Published - 30 Jun 2018
`;

function read(text: string) {
  const { records, problems } = readText(text, 'portal-text');
  return { record: records[0], count: records.length, problems, missing: problems.flatMap((each) => (each.code === 'field-missing' ? [each.params.field] : [])) };
}

describe('portalText', () => {
  describe('the page of the 1995 paper', () => {
    const file = sharedPath('records', 'leukemoid-reaction-portal-page.txt');
    const text = file === undefined ? '' : readFileSync(file, 'utf8');

    it('is read right in every field', function () {
      if (file === undefined) this.skip();
      const { record, count } = read(text);
      assert.equal(count, 1);
      const { abstract, ...rest } = record ?? { id: '', type: '' };
      assert.deepEqual(rest, {
        id: 'chen1995',
        type: 'article-journal',
        title: 'Leukemoid reaction resulting from multiple cytokine production in metastatic mucoepidermoid carcinoma with central necrosis',
        author: [
          { family: 'Chen', given: 'Y. M.' }, { family: 'Whang-Peng', given: 'J.' }, { family: 'Liu', given: 'J. M.' },
          { family: 'Chao', given: 'Y.' }, { family: 'Lai', given: 'C. R.' }, { family: 'Wang', given: 'S. Y.' },
          { family: 'Perng', given: 'R. P.' },
        ],
        issued: { 'date-parts': [[1995, 8, 1]] },
        'container-title': 'Japanese Journal of Clinical Oncology',
        issue: '4',
        page: '168-172',
        'number-of-pages': '5',
        language: 'en',
        custom: {
          subjects: ['Oncology', 'Radiology Nuclear Medicine and imaging', 'Cancer Research'],
          'cited-by': { Scopus: 17 },
        },
      });
      assert.match(String(abstract), /^We report a male patient .* pyogenic liver abscess\.$/);
    });

    it('tells that it says neither volume nor DOI, and makes none up', function () {
      if (file === undefined) this.skip();
      const { record, missing } = read(text);
      assert.deepEqual(missing, ['volume', 'DOI']);
      assert.equal(record?.volume, undefined);
      assert.equal(record?.DOI, undefined);
    });

    it('is detected as a portal page', function () {
      if (file === undefined) this.skip();
      assert.equal(detectFormat(text)?.id, 'portal-text');
    });

    it('comes back from its paper file unchanged, with its subject areas', function () {
      if (file === undefined) this.skip();
      const { record } = read(text);
      assert.ok(record);
      const { paper, problems } = readPaperFile(newPaperFile(record));
      assert.deepEqual(problems, []);
      assert.deepEqual(paper?.record, record);
      assert.deepEqual(paper?.subjects, ['Oncology', 'Radiology Nuclear Medicine and imaging', 'Cancer Research']);
    });
  });

  describe('real pages', () => {
    const cases = sharedPath('data', 'formats', 'elsevier-pure-text.jsonl');

    it('all give their record, and one', function () {
      if (cases === undefined) this.skip();
      for (const line of readFileSync(cases, 'utf8').trim().split('\n')) {
        const { name, input, expected } = JSON.parse(line) as { name: string; input: string; expected: Record<string, unknown>[] };
        const { records } = readText(input, 'portal-text');
        assert.equal(records.length, 1, name);
        for (const [key, value] of Object.entries(expected[0] ?? {})) assert.deepEqual(records[0]?.[key], value, `${name}: ${key}`);
      }
    });
  });

  describe('half a page', () => {
    it('takes the rest of a line for no title', () => {
      const { record, missing } = read(`. Sample\n\n${page.slice(page.indexOf('Research output'))}`);
      assert.equal(record?.title, undefined);
      assert.equal(record?.['container-title'], 'Gut');
      assert.ok(missing.includes('title'));
    });

    it('gives what is there without a table', () => {
      const { record, missing } = read(page.slice(0, page.indexOf('Original')));
      assert.equal(record?.title, 'Hiccups after thoracotomy');
      assert.deepEqual(record.author, [{ family: 'Chen', given: 'A.' }, { 'non-dropping-particle': 'van der', family: 'Berg', given: 'B.' }]);
      assert.deepEqual(missing, ['issued', 'container-title', 'volume', 'issue', 'page', 'DOI']);
    });

    it('gives what is there without a head', () => {
      const { record, missing } = read(page.slice(page.indexOf('Original')));
      assert.equal(record?.['container-title'], 'Gut');
      assert.equal(record.type, 'article-journal');
      assert.deepEqual(missing, ['title', 'author', 'issue', 'DOI']);
    });

    it('never throws, wherever it is cut', () => {
      for (let at = 0; at < page.length; at += 1) {
        readText(page.slice(0, at), 'portal-text');
        readText(page.slice(at), 'portal-text');
      }
    });
  });

  describe('the property table', () => {
    const table = (line: string): string => page.replace(/^Publication status.*$/m, line);
    it('takes an empty date for none', () => {
      for (const line of ['Publication status	Published - ', 'State	Published -', 'Publication statusPublished -']) {
        const { record, missing } = read(table(line));
        assert.equal(record?.issued, undefined, line);
        assert.ok(missing.includes('issued'), line);
      }
    });

    it('reads British and American dates', () => {
      const dates: Record<string, number[]> = { '30 Jun 2018': [2018, 6, 30], 'Jun 30 2018': [2018, 6, 30], 'Jul 2023': [2023, 7], '2016': [2016] };
      for (const [text, parts] of Object.entries(dates)) {
        assert.deepEqual(read(table(`State	Published - ${text}`)).record?.issued, { 'date-parts': [parts] }, text);
      }
    });

    it('reads labels with a tab, a space, bars, a colon or nothing after them', () => {
      for (const mark of ['\t', ' ', '', ': ']) {
        const { record } = read(page.replace(/\t/g, mark));
        assert.deepEqual([record?.page, record?.['container-title'], record?.volume, record?.language], ['168-172', 'Gut', '12', 'en'], JSON.stringify(mark));
      }
      assert.equal(read(page.replace(/^(.*)\t(.*)$/gm, '| $1 | $2 |')).record?.['container-title'], 'Gut');
    });
  });

  it('keeps HTML and command links in titles as the text they are', () => {
    const title = 'Hiccups <img src=x onerror=alert(1)> and [more](command:evil) of them';
    assert.equal(read(page.replace('Hiccups after thoracotomy', title)).record?.title, title);
  });

  it('refuses what is too large to be a page', () => {
    assert.deepEqual(read('a page. '.repeat(300_000)).problems.map(({ code }) => code), ['file-too-large']);
  });

  it('does not merge two works', () => {
    const text = 'Chen, Y. M. (1995). Hiccups one. Gut, 1(4), 168-172.\n\nLi, B. (2018). Something else. Gut, 17(2), 12-19.\n';
    assert.deepEqual(readText(text).records.map(({ title }) => title), ['Hiccups one', 'Something else']);
  });

  it('finds nothing in a note', () => {
    for (const text of ['# Notes\n\nWe saw hiccups [@chen1995].\n', 'Buy milk.\n', 'Dear all,\n\nthe meeting is at 5.\n']) {
      assert.equal(detectFormat(text), undefined, text);
      assert.deepEqual(read(text).count, 0, text);
    }
  });
});
