import assert from 'node:assert/strict';
import { frontMatterPlace } from '../../../src/core/notes/frontMatterPlaces';
import { frontMatterIn, parseNote } from '../../../src/core/notes/parseNote';
import { NoteParser } from '../../../src/core/notes/noteParser';

/** Each as pandoc 3.9 has it: how many blocks of metadata there are. */
const asked: readonly (readonly [text: string, blocks: number])[] = [
  ['---\nlang: de\n---\n\ntext\n\n---\nlang: fr\n---\n\nmore\n', 2],
  ['text\n\n---\na: 2\n...\nmore\n', 1],
  ['text\n---\na: 2\n---\n\nmore\n', 0],
  ['text\n\n---\n\na: 2\n---\n\nmore\n', 0],
  ['text\n\n---\na: 2\n\nmore\n', 0],
  ['text\n\n---\nhello\n---\n\nmore\n', 0],
  ['text\n\n---\nSome words [@a].\n\n---\n\nmore\n', 0],
  ['text\n\n----\na: 2\n---\n\nmore\n', 0],
  ['x\n\n ---\na: 2\n---\n\nmore\n', 0],
  ['x\n\n---\na: 2\n\nb: 3\n---\n\nmore\n', 1],
  ['x\n\n---\n---\n\nmore\n', 1],
  ['x\n\n---\n# comment\n---\n\nmore\n', 1],
  ['x\n\n---  \na: 1\n---  \n\nmore\n', 1],
  ['x\n\n---  ---\na:   1\n---  ---\n\nmore\n', 0],
  ['x\n\n---\na: 1\n---', 1],
  ['```\nx\n```\n---\na: 1\n---\n\nx', 1],
  ['```\n\n---\na: 1\n---\n\n```\n', 0],
  ['::: x\nfoo\n\n---\na: 1\n---\n\n:::\n', 1],
  ['x\r\n\r\n---\r\na: 1\r\n---\r\n\r\nmore', 1],
  ['---\na: 1\n---\n---\nb: 1\n---\nmore', 2],
  ['H\n===\n---\na: 1\n---\n\nx', 1],
  ['- a\n\n---\na: 1\n---\n\nx', 1],
  ['x[^1]\n\n[^1]: foo\n\n---\na: 1\n---\n\nx', 1],
  ['> a\n\n---\na: 1\n---\n\nx', 1],
  ['| a | b |\n|---|---|\n| 1 | 2 |\n\n---\na: 1\n---\n\nx', 1],
  ['\n\n---\na: 1\n---\n\nx', 1],
  ['---\n\na: 1\n---\n\nx', 0],
];

describe('metadata blocks', () => {
  for (const [text, count] of asked) {
    it(`are ${count} in ${JSON.stringify(text)}`, () => assert.equal(parseNote(text).frontMatter?.blocks.length ?? 0, count));
  }

  it('count field by field, the last first, and have exact places', () => {
    const text = '---\nlang: fr\nbibliography: [a.bib]\nreferences: [{id: x}]\n---\n\nA [@a, S. 3].\n\n---\nlang: de\nreferences: [{id: y}]\n---\n\nB.\n\n---\ncsl: apa\n...\n';
    const { frontMatter, citations, prose, verbatim } = parseNote(text);
    assert.deepEqual([frontMatter?.lang, frontMatter?.csl, frontMatter?.bibliography, frontMatter?.references], ['de', 'apa', ['a.bib'], [{ id: 'y' }]]);
    assert.deepEqual(citations[0]?.items[0]?.locator, { label: 'page', value: '3' });
    assert.deepEqual(frontMatter?.blocks.map(({ start, end }) => text.slice(start, end).replace(/\n[^]*\n/, ' ')), ['--- ---', '--- ---', '--- ...']);
    assert.deepEqual(verbatim, frontMatter?.blocks);
    assert.deepEqual(prose.map(({ start, end }) => text.slice(start, end)).join('|'), 'A [|, S. 3].|B.');
    const place = frontMatter && frontMatterPlace(text, frontMatter, ['lang'], 'de');
    assert.equal(place?.start, text.indexOf('de\n'));
    assert.deepEqual(frontMatterIn(text), frontMatter);
  });

  it('that are being written are told to be broken, at their place; words between two rules are words', () => {
    const text = 'A.\n\n---\ncsl: apa\ntitle: [a: b\n---\n';
    const [problem] = parseNote(text).frontMatter?.problems ?? [];
    assert.equal(problem?.code, 'yaml-syntax');
    assert.ok(text.slice(0, problem.span?.start).includes('csl: apa'), JSON.stringify(problem.span));
    assert.equal(parseNote(text).frontMatter?.csl, 'apa');
    const { frontMatter, citations } = parseNote('A.\n\n---\nNote: this: is\n\nwritten [@a].\n\n---\n');
    assert.equal(frontMatter, undefined);
    assert.equal(citations.length, 1);
  });

  it('come and go with the line that closes them, however far off', () => {
    const parser = new NoteParser();
    const body = 'Words [@a].\n\n'.repeat(3000);
    const open = `${body}---\ncsl: apa\n\nx: [v]\n`;
    const styleOf = (text: string): string | undefined => (parser.update(text), parser.note.frontMatter?.csl);
    assert.equal(styleOf(open + body), undefined);
    assert.equal(parser.note.citations.length, 6000);
    assert.equal(styleOf(`${open}---\n\n${body}`), 'apa');
    assert.equal(styleOf(`${open}--\n\n${body}`), undefined);
  });
});
