import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frontMatterOf } from '../../../src/core/notes/frontMatter';
import { locatorTermsOf } from '../../../src/core/notes/locatorTerms';
import { pandocMarkdown } from '../../../src/core/notes/markdown';
import { blockAtStart, type MetadataBlock } from '../../../src/core/notes/metadataBlock';
import type { Note } from '../../../src/core/notes/note';
import { noLabels, readPart } from '../../../src/core/notes/notePart';
import { NoteParser } from '../../../src/core/notes/noteParser';
import { textChange } from '../../../src/core/notes/textChange';
import { Random } from '../../fuzz/random';
import { root } from '../../support/paths';

/** Every note of pandoc's comparison in one text, twice, so that it has several parts. */
const notes = JSON.parse(readFileSync(join(root, 'test', 'golden', 'citing', 'notes.json'), 'utf8')) as Readonly<Record<string, string>>;
const real = `---\nlang: en\nnocite: "@x"\n---\n\n${Object.values(notes).join('\n\n').repeat(2)}\n`;

const pieces = ['{cite:p}`a,{see}b{p. 3}`', '{cite:t}', 
  '\n', '\n\n', ' ', '    ', '> ', '- ', '1. ', '```', '~~~\n', '<!--', '-->', '[@a]', '[@a; ', '@b [foo]', '(@ex) ', '[foo]: http://x\n', ']', '`', '$', '| a | b |\n|---|---|\n',
  '[^1]', '[^1]: ', ': ', ':::', '# ', '===\n', '---\n', '...\n', '<div>', '<pre>', '\\', '{', '}', '\r\n', '@', 'word', '<?', '* * *\n', '\t', '😀', 'lang: de\n', '\ufeff',
  '\n\n---\nlang: fr\n', '\n\n---\nnocite: "@x"\n---\n', '\n\n---\nlang: de\n\nx: [1\n', '\n---\n', '\n...\n\n', '[@a, S. 3]', '[@b, art. 3]',
];

/** The text parsed in one go, as it was before it was parsed in parts. */
function whole(text: string): object {
  const start = blockAtStart(text);
  const from = start?.span.end ?? 0;
  const body = text.slice(from);
  const tree = pandocMarkdown.parse(body);
  const read = (terms = locatorTermsOf(undefined), labels = noLabels) => readPart(body, tree, 0, body.length, terms, labels);
  const { metadata, labels: { examples, links } } = read();
  const within = metadata.map((block) => shifted(block, from) as MetadataBlock);
  const frontMatter = frontMatterOf(start ? [start, ...within] : within);
  const { prose, verbatim, citations, footnotes } = read(locatorTermsOf(frontMatter?.lang), { examples: new Set(examples), links: new Set(links) });
  return { ...(frontMatter && { frontMatter }), ...shifted({ prose, verbatim, citations, footnotes }, from) };
}

function shifted(value: object, by: number): object {
  return JSON.parse(JSON.stringify(value), (key, one: unknown) => (typeof one === 'number' && ['start', 'end', 'at'].includes(key) ? one + by : one)) as object;
}

function inParts(note: Note): object {
  const front = blockAtStart(note.text) ? 1 : 0;
  const { frontMatter, prose, citations, footnotes } = note;
  return JSON.parse(JSON.stringify({ frontMatter, prose, verbatim: note.verbatim.slice(front), citations, footnotes })) as object;
}

describe('NoteParser', () => {
  it('reads after any edits what a parse of the whole text reads', function () {
    this.timeout(60_000);
    const random = new Random(20261126);
    const pick = (count: number) => random.below(count);
    for (let round = 0; round < 30; round++) {
      let text = round % 3 === 0 ? real : Array.from({ length: 150 + pick(300) }, () => pieces[pick(pieces.length)] ?? '').join(round % 3 === 1 ? '' : ' text ');
      const parser = new NoteParser();
      parser.update(text);
      for (let edit = 0; edit < 12; edit++) {
        assert.deepEqual(inParts(parser.note), whole(text), `round ${round}, edit ${edit}: ${JSON.stringify(text)}`);
        const start = pick(text.length + 1);
        const end = pick(4) === 0 ? Math.min(text.length, start + pick(200)) : start;
        const inserted = pick(5) === 0 && end > start ? '' : (pieces[pick(pieces.length)] ?? '');
        text = text.slice(0, start) + inserted + text.slice(end);
        parser.update(text);
        // Some versions come before the last one has been parsed.
        if (pick(4) === 0) parser.advance(500);
      }
    }
  });

  it('takes several changes at once, far from each other', () => {
    const parser = new NoteParser();
    const before = 'A paragraph of some words [@a].\n\n'.repeat(2000);
    parser.update(before);
    const parts = new Set(parser.note.parts.map(({ part }) => part));
    const places = [10, 40_000, 66_000];
    let after = before;
    for (const at of places.toReversed()) after = `${after.slice(0, at)}[@new]${after.slice(at)}`;
    parser.update(after, places.map((at) => ({ start: at, end: at, length: 6 })));
    assert.deepEqual(inParts(parser.note), whole(after));
    const changed = parser.note.parts.filter(({ part }) => !parts.has(part));
    assert.ok(changed.length <= 12, `${changed.length} of ${parts.size} parts were parsed again`);
  });

  it('finds what stands at a place', () => {
    const parser = new NoteParser();
    parser.update(`---\na: b\n---\n\n${'Words [@a] and `code`.\n\n'.repeat(300)}`);
    const { note } = parser;
    for (const at of [0, 5, 14, 20, 25, 3000, note.text.length]) {
      const touches = ({ start, end }: { start: number; end: number }) => start <= at + 30 && at <= end;
      assert.deepEqual(note.citationsIn(at, at + 30), note.citations.filter(({ span }) => touches(span)));
      assert.deepEqual(note.proseIn(at, at + 30), note.prose.filter(touches));
      assert.deepEqual(note.verbatimIn(at, at + 30), note.verbatim.filter(touches));
    }
  });
});

describe('textChange', () => {
  it('finds the stretch that differs', () => {
    const long = 'x'.repeat(10_000);
    assert.deepEqual(textChange('abc', 'abc'), []);
    assert.deepEqual(textChange('aa', 'aaa'), [{ start: 2, end: 2, length: 1 }]);
    assert.deepEqual(textChange(`${long}a${long}`, `${long}bc${long}`), [{ start: 10_000, end: 10_001, length: 2 }]);
    assert.deepEqual(textChange('', 'a'), [{ start: 0, end: 0, length: 1 }]);
  });
});
