import assert from 'node:assert/strict';
import { newPaperFile, readPaperFile } from '../../../src/core/library/paperFile';
import type { CslItem } from '../../../src/core/library/record';

const record: CslItem = {
  id: 'chen1995', type: 'article-journal', title: 'Hiccups', author: [{ family: 'Chen', given: 'Y. M.' }], issued: { 'date-parts': [[1995, 8, 1]] },
  'container-title': 'Gut', issue: '4', page: '168-172', language: 'en', abstract: 'We report a male patient with hiccups that would not go away. '.repeat(6).trim(),
  custom: { subjects: ['Oncology'], 'cited-by': { Scopus: 17 } },
};

describe('paperFile', () => {
  it('writes a file that a person can read', () => {
    assert.equal(newPaperFile({ ...record, abstract: 'Short: with a colon.' }), `references:
  - id: chen1995
    type: article-journal
    title: Hiccups
    author:
      - family: Chen
        given: Y. M.
    issued:
      date-parts: [[1995, 8, 1]]
    container-title: Gut
    issue: '4'
    page: 168-172
    language: en
    abstract: 'Short: with a colon.'
    custom:
      subjects:
        - Oncology
      cited-by:
        Scopus: 17
`);
  });

  it('folds a long abstract', () => {
    const text = newPaperFile(record);
    assert.match(text, /^ {4}abstract: >-\n {6}We report/m);
    assert.ok(text.split('\n').every((line) => line.length <= 106));
  });

  it('reads back what it wrote', () => {
    const { paper, problems } = readPaperFile(newPaperFile(record));
    assert.deepEqual(problems, []);
    assert.deepEqual(paper?.record, record);
    assert.deepEqual(paper.subjects, ['Oncology']);
  });

  it('puts the keys in one order, whatever the record has', () => {
    const shuffled = Object.fromEntries(Object.entries({ ...record, archive: 'x' }).reverse()) as CslItem;
    assert.equal(newPaperFile(shuffled), newPaperFile({ ...record, archive: 'x' }));
  });

  it('takes the keywords for subjects where the portal named none', () => {
    assert.deepEqual(readPaperFile('references:\n- id: a\n  type: book\n  title: T\n  keyword: x, y\n').paper?.subjects, ['x', 'y']);
  });

  it('keeps annotations and case as they stand', () => {
    const { paper } = readPaperFile(`${newPaperFile(record)}annotations:\n  - target: {source: chen1995.pdf}\ncase:\n  patients: 1\n  sex: [male]\n`);
    assert.deepEqual(paper?.annotations, [{ target: { source: 'chen1995.pdf' } }]);
    assert.deepEqual(paper.case, { patients: 1, sex: ['male'] });
  });

  it('keeps the record where the annotations are broken, and the other way round', () => {
    const broken = readPaperFile(`${newPaperFile(record)}annotations:\n  - "open\n`);
    assert.deepEqual(broken.paper?.record, record);
    assert.deepEqual(broken.problems.map(({ code }) => code), ['yaml-syntax']);
  });

  it('knows where the citekey stands', () => {
    for (const text of [newPaperFile(record), '# a\nreferences:\n- type: book\n  title: "id: x"\n  id: "chen1995"\n', '{"references": [{"type": "book", "id": "chen1995", "title": "x"}]}']) {
      const { paper } = readPaperFile(text);
      assert.equal(text.slice(paper?.idSpan?.start, paper?.idSpan?.end).replace(/"/g, ''), 'chen1995', text);
    }
  });

  it('tells what is wrong', () => {
    const codes = (text: string): string[] => readPaperFile(text).problems.map(({ code }) => code);
    assert.deepEqual(codes(' \n'), ['file-empty']);
    assert.deepEqual(codes('foo: 1\n'), ['nothing-found']);
    assert.deepEqual(codes('references: []\n'), ['nothing-found']);
    assert.deepEqual(codes('references:\n- id: a\n  type: book\n'), ['record-without-title']);
    assert.deepEqual(codes('references:\n- {id: a, type: book, title: A}\n- {id: b, type: book, title: B}\n'), ['several-records']);
    assert.deepEqual(codes('references: [\n'), ['yaml-syntax']);
  });
});
