import assert from 'node:assert/strict';
import { readText } from '../../../src/core/formats/registry';

const read = (text: string) => readText(text, 'csl-json');
const ids = (text: string): string[] => read(text).records.map(({ id }) => id);

describe('cslJson', () => {
  it('reads a list, one item, and a list inside an object', () => {
    for (const text of ['[{"id": 1, "type": "book"}]', '{"id": "1", "type": "book"}', '{"references": [{"id": "1", "type": "book"}]}', '\uFEFF[{"id": "1", "type": "book"}]']) {
      assert.deepEqual(read(text).records, [{ id: '1', type: 'book' }], text);
    }
  });

  it('loses only what is broken', () => {
    const items = (bad: string): string => `[\n  {"id": "a", "type": "book"},\n  ${bad}\n  {"id": "c", "type": "book"}\n]`;
    assert.deepEqual(ids(items('{"id": "b", "type": "book",},')), ['a', 'b', 'c']); // a comma too many is forgiven
    assert.deepEqual(ids(items('{"id": "b", "type": "book"')), ['a', 'c']); // no closing brace
    assert.deepEqual(ids(items('{"id": "b, "type": "book"},')), ['a', 'c']); // no closing quote
    assert.deepEqual(ids(items('{"id": "b", "type": "book"}')), ['a', 'b', 'c']); // no comma between
    assert.deepEqual(ids('[{"id": "a", "type": "book"},{"id": "b", "type": "book"'), ['a']); // cut off
  });

  it('shows where the text is broken', () => {
    const text = '[\n  {"id": "a", "type": "book"},\n  {"id": "b", "type": book}\n]';
    const [problem] = read(text).problems;
    assert.equal(problem?.code, 'json-syntax');
    assert.equal(text.slice(0, problem.span?.start).split('\n').length, 3);
  });

  it('shows at which record something is wrong', () => {
    const text = '[\n  {"id": "a", "type": "book"},\n  {"id": "b", "type": "bok"}\n]';
    const [problem] = read(text).problems;
    assert.equal(problem?.code, 'type-unknown');
    assert.equal(text.slice(problem.span?.start, problem.span?.end), '{"id": "b", "type": "bok"}');
  });

  it('leaves empty dates out and reads texts as numbers', () => {
    const { records } = read('[{"id":"a","type":"book","issued":{"date-parts":[[]]}},{"id":"b","type":"book","issued":{"date-parts":[["2017","07",null]]}}]');
    assert.deepEqual(records.map(({ issued }) => issued), [undefined, { 'date-parts': [[2017, 7]] }]);
  });

  it('drops keys that reach a prototype', () => {
    const { records } = read('[{"id":"a","type":"book","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"custom":{"__proto__":{"polluted":1}}}]');
    assert.deepEqual(records, [{ id: 'a', type: 'book', custom: {} }]);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });

  it('makes a key for a record without one, and tells', () => {
    const { records, problems } = read('[{"type":"book","title":"On Hiccups","issued":{"date-parts":[[1995]]}}]');
    assert.equal(records[0]?.id, 'hiccups1995');
    assert.deepEqual(problems.map(({ code }) => code), ['record-without-id']);
  });
});
