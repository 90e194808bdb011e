import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cslYaml, readCslYaml } from '../../../src/core/formats/cslYaml';
import { readText } from '../../../src/core/formats/registry';

const read = (text: string) => readText(text, 'csl-yaml');
const codes = (text: string): string[] => read(text).problems.map(({ code }) => code);
const item = (lines: string): string => `references:\n- id: a\n  type: book\n  title: T\n${lines}`;

describe('cslYaml', () => {
  it('reads a list under references, in a metadata block, a bare list, and one item alone', () => {
    for (const text of [item(''), `---\n${item('')}---\n\n# Text: with a colon\n`, '- id: a\n  type: book\n  title: T\n', 'id: a\ntype: book\ntitle: T\n']) {
      assert.deepEqual(read(text).records, [{ id: 'a', type: 'book', title: 'T' }], text);
    }
  });

  it('keeps numbers as they are written', () => {
    const { records } = read(item('  volume: 010\n  issue: 1.10\n  page: 1e3\n  number: 12345678901234567890\n  version: 0x1f\n  edition: 2\n'));
    const [record] = records;
    assert.deepEqual(['volume', 'issue', 'page', 'number', 'version', 'edition'].map((name) => record?.[name]), ['010', '1.10', '1e3', '12345678901234567890', '0x1f', '2']);
  });

  it('keeps titles that YAML takes for something else', () => {
    for (const title of ['True', 'NO', '2020-01-01', '1.0', '.5', '+1', '.inf']) assert.equal(read(`- id: a\n  type: book\n  title: ${title}\n`).records[0]?.title, title);
  });

  it('reads every way to write a date', () => {
    const dates: Record<string, unknown> = {
      '1995': { 'date-parts': [[1995]] },
      '1995-08-01': { 'date-parts': [[1995, 8, 1]] },
      '1999-10-14/2010-01-23': { 'date-parts': [[1999, 10, 14], [2010, 1, 23]] },
      '{year: 2012, month: 5}': { 'date-parts': [[2012, 5]] },
      '[{year: 2011, month: 1}, {year: 2011, month: 2}]': { 'date-parts': [[2011, 1], [2011, 2]] },
      '{date-parts: [["1997", 6, 13]]}': { 'date-parts': [[1997, 6, 13]] },
      '{date-parts: [1997, 6, 13]}': { 'date-parts': [[1997, 6, 13]] },
      '1985~': { 'date-parts': [[1985]], circa: true },
    };
    for (const [text, date] of Object.entries(dates)) assert.deepEqual(read(item(`  issued: ${text}\n`)).records[0]?.issued, date, text);
  });

  it('tells a date that is none, and keeps it', () => {
    const text = item('  issued: forthcoming\n');
    assert.deepEqual(read(text).records[0]?.issued, { literal: 'forthcoming' });
    const [problem] = read(text).problems;
    assert.equal(problem?.code, 'date-invalid');
    assert.equal(text.slice(problem.span?.start, problem.span?.end), 'forthcoming');
  });

  it('tells a date of which only a part can be read', () => {
    const codes = (date: string): string[] => read(item(`  issued: ${date}\n`)).problems.map(({ code }) => code);
    for (const date of ['1995-13-40', '1995-08-32', '1995-13']) assert.deepEqual(codes(date), ['date-invalid'], date);
    for (const date of ['1995', '1995-08', '1995-08-31', '-0044-03-15']) assert.deepEqual(codes(date), [], date);
  });

  it('makes one text of lists, one list of one name, and takes other spellings', () => {
    const { records } = read(item('  keyword: [a, b]\n  author: {family: Doe, given: [Al]}\n  doi: 10.1/x\n  isbn: 1\n'));
    assert.deepEqual(records[0], { id: 'a', type: 'book', title: 'T', keyword: 'a, b', author: [{ family: 'Doe', given: 'Al' }], DOI: '10.1/x', ISBN: '1' });
  });

  it('loses only the record that is broken, and shows where', () => {
    const text = 'references:\n- id: a\n  type: book\n  title: "unclosed\n- id: b\n  type: book\n  title: ok\ncase: 1\n';
    const { records, problems, beside } = readCslYaml(text);
    assert.deepEqual(records.map(({ id }) => id), ['b']);
    assert.equal(beside.get('case'), 1);
    assert.deepEqual(problems.map(({ code }) => code), ['yaml-syntax']);
    assert.match(text.slice(problems[0]?.span?.start, problems[0]?.span?.end), /unclosed/);
  });

  it('keeps a record with a key written twice, and tells', () => {
    const { records, problems } = read(item('  title: Second\n'));
    assert.equal(records[0]?.title, 'Second');
    assert.deepEqual(problems.map(({ code }) => code), ['yaml-syntax']);
  });

  it('shows what is wrong with a record at its place', () => {
    const text = item('') + '- type: book\n  title: no id\n- id: c d\n  type: bok\n  title: x\n';
    const found = read(text).problems.map(({ code, span }) => [code, text.slice(span?.start, span?.end)]);
    assert.deepEqual(found, [['record-without-id', 'type: book'], ['type-unknown', 'bok'], ['citekey-invalid', 'c d']]);
  });

  it('tells what is no list', () => {
    assert.deepEqual(codes('references: 5\n'), ['not-a-list']);
    assert.deepEqual(codes('references:\n- 5\n- id: a\n  type: book\n'), ['wrong-type']);
  });

  it('does not let aliases grow without end', () => {
    const bomb = `${Array.from({ length: 30 }, (_, level) => `x${level}: &x${level} [${level === 0 ? '1' : `*x${level - 1}, *x${level - 1}, *x${level - 1}`}]`).join('\n')}\nreferences:\n- id: a\n  type: book\n  custom: *x29\n- id: b\n  type: book\n  title: ok\n- &c {id: c, type: book, title: t, custom: *c}\n`;
    const { records } = read(bomb);
    assert.ok(records.some(({ id }) => id === 'b'));
    assert.ok(JSON.stringify(records).length < 10_000_000);
  });

  it('never runs a tag, and touches no prototype', () => {
    const { records } = read('references:\n- id: a\n  type: book\n  title: T\n  __proto__: {polluted: yes}\n  constructor: {x: 1}\n  custom: {__proto__: {polluted: yes}}\n');
    assert.deepEqual(records, [{ id: 'a', type: 'book', title: 'T', custom: {} }]);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
    assert.deepEqual(codes('references:\n- id: a\n  type: book\n  title: !!js/function "function () {}"\n').includes('yaml-syntax'), true);
  });

  it('writes what it reads, whatever the text', () => {
    const record = fc.record({ id: fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/), type: fc.constant('book'), title: fc.string({ unit: 'binary', maxLength: 300 }), abstract: fc.lorem({ maxCount: 60 }), volume: fc.string() }, { noNullPrototype: true });
    fc.assert(fc.property(fc.array(record, { minLength: 1, maxLength: 3 }), (records) => {
      assert.deepEqual(read(cslYaml.write?.(records) ?? '').records, records);
    }));
  });
});
