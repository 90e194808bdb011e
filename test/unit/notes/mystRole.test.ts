import assert from 'node:assert/strict';
import { keyOccurrences, writtenKey } from '../../../src/core/library/keyOccurrences';
import { parseNote } from '../../../src/core/notes/parseNote';

/** `A` in the sentence, `N` not, `S` without the author. */
function cited(text: string): string {
  return parseNote(text).citations.map(({ items, authorInText, role }) => `${role ?? 'pandoc'}: ${items
    .map(({ key, prefix, suffix, locator, suppressAuthor }) => `${suppressAuthor ? 'S' : authorInText ? 'A' : 'N'} ${prefix && `${prefix} `}${key}${locator ? ` <${locator.label} ${locator.value}>` : ''}${suffix}`)
    .join('; ')}`).join(' | ');
}

describe('MyST roles that cite', () => {
  const cases: readonly (readonly [text: string, expected: string])[] = [
    ['Seen {cite:p}`a,b`.', 'cite:p: N a; N b'],
    ['{cite:t}`a` saw; {cite}`b ; c`', 'cite:t: A a | cite: A b; A c'],
    ['{cite:p}`{see}1977:nelson{p. 1166}, {also, e.g.}b{}`', 'cite:p: N see 1977:nelson <page 1166>; N also, e.g. b'],
    ['{cite:p}`a{and passim}` {cite:year}`b` {cite:author}`c` {cite:alp}`d`', 'cite:p: N a, and passim | cite:year: S b | cite:author: N c | cite:alp: N d'],
    ['{cite:p}``a`` {cite:p}`10.1000/x.1`', 'cite:p: N a | cite:p: N 10.1000/x.1'],
    ['[@x] {cite:p}`a` @y', 'pandoc: N x | cite:p: N a | pandoc: A y'],
    ['# On {cite:p}`a`\n\n| x | {cite:t}`b` |\n|---|---|\n\n> {cite:p}`c`\n\nA^[{cite:p}`d`]', 'cite:p: N a | cite:t: A b | cite:p: N c | cite:p: N d'],
    ['`a` {math}`a` {cite:p} `a` \\{cite:p}`a` {cite:p}` `\n\n```\n{cite:p}`a`\n```', ''],
  ];
  for (const [text, expected] of cases) it(`are read: ${JSON.stringify(text)}`, () => assert.equal(cited(text), expected));

  it('have the exact places of their keys, and are no words', () => {
    const text = 'One word {cite:p}`{see} a{p. 3},\nb2` more `code`.';
    const note = parseNote(text);
    assert.deepEqual(note.citations.map(({ span }) => text.slice(span.start, span.end)), ['{cite:p}`{see} a{p. 3},\nb2`']);
    assert.deepEqual(note.citations[0]?.items.map(({ keySpan }) => text.slice(keySpan.start, keySpan.end)), ['a', 'b2']);
    assert.deepEqual(note.prose.map(({ start, end }) => text.slice(start, end)), ['One word', 'more']);
    assert.deepEqual(note.verbatim.map(({ start, end }) => text.slice(start, end)), ['`code`']);
  });

  it('are found when a key is renamed', () => {
    const text = 'See {cite:p}`a,b` and [@a].';
    const places = keyOccurrences(text, 'note').filter(({ key }) => key === 'a');
    const renamed = places.reduceRight((now, place) => now.slice(0, place.span.start) + writtenKey(place, 'x.') + now.slice(place.span.end), text);
    assert.equal(renamed, 'See {cite:p}`x.,b` and [@{x.}].');
  });
});
