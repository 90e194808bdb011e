import assert from 'node:assert/strict';
import { CitingWork } from '../../../src/core/citing/citingWork';
import type { CslItem } from '../../../src/core/library/record';
import { locatorTermsOf } from '../../../src/core/notes/locatorTerms';
import { readingOrder } from '../../../src/core/citing/readingOrder';
import type { Note } from '../../../src/core/notes/note';
import { parseNote } from '../../../src/core/notes/parseNote';
import { asPandocWrites } from '../../support/asPandocWrites';
import { askedLanguages, askedOf, askedStyles, type PandocAnswers, readPandocFile } from '../../support/pandocAnswers';
import { styleAssets } from '../../unit/citing/styleAssets';
import { knownReasons, namedNotes, reasonsFor } from './differences';

const work = styleAssets().then((assets) => new CitingWork(assets));
const notes = Object.entries(readPandocFile<Readonly<Record<string, string>>>('notes.json'));
const answers = readPandocFile<PandocAnswers>('pandoc.json');
const references = readPandocFile<readonly CslItem[]>('references.json');

/** Held against pandoc 3.9 (pandoc-wasm 1.1), whose answers `pandoc.json` holds; `test/bench/pandocCiting.ts` wrote it. */
describe('citations as pandoc has them', () => {
  const touched = new Map<string, number>();
  let renderings = 0;

  for (const [name, text] of notes) {
    it(`reads: ${name}`, () => {
      const note = parseNote(text);
      const cites = inReadingOrder(note, note.citations).map(({ items, authorInText }) =>
        items.map(({ key, suppressAuthor, prefix }, index) => ({
          key,
          mode: suppressAuthor ? 'SuppressAuthor' : authorInText && index === 0 ? 'AuthorInText' : 'NormalCitation',
          prefix: asPandocWrites(prefix),
        })),
      );
      assert.deepEqual(cites, answers.notes[name]?.cites.map((items) => items.map(({ key, mode, prefix }) => ({ key, mode, prefix }))));
    });
  }

  for (const style of askedStyles) {
    for (const language of askedLanguages) {
      it(`renders in ${style}, ${language}`, async () => {
        const found: string[] = [];
        for (const [place, [name, text]] of notes.entries()) {
          if (!askedOf(place).some((one) => one.style === style && one.language === language)) continue;
          const expected = answers.notes[name]?.rendered[`${style} ${language}`];
          assert.ok(expected, `pandoc has not been asked about "${name}"`);
          const theirs = expected.map((places) => places.map((at) => answers.texts[at] ?? ''));
          const note = parseNote(text, locatorTermsOf(language));
          const rendered = await (await work).renderNote(note, references, { style: { id: style }, locale: language });
          const ours = [inReadingOrder(note, rendered.citations), rendered.bibliography].map((list) => list.map((one) => one.text));
          const why = reasonsFor({ style, language, name, isNote: rendered.format === 'note', ours, theirs });
          renderings++;
          for (const reason of why ?? []) touched.set(reason, (touched.get(reason) ?? 0) + 1);
          if (!why) found.push([name, ...theirs.flat().map((one) => `  pandoc: ${one}`), ...ours.flat().map((one) => `  ours:   ${one}`)].join('\n'));
        }
        assert.equal(found.join('\n'), '');
      });
    }
  }

  it('differ for no reason that is none', () => {
    console.log(`      ${renderings} renderings, of which differ:`);
    for (const [reason, count] of [...touched].sort(([, one], [, other]) => other - one)) console.log(`      ${count} ${reason}`);
    assert.deepEqual([...knownReasons, ...Object.values(namedNotes)].filter((reason) => !touched.has(reason)), []);
  });
});

/** pandoc has footnotes where they are referred to. A citation within another comes with it. */
function inReadingOrder<One>(note: Note, all: readonly One[]): readonly One[] {
  return all.length === note.citations.length ? readingOrder(note).flatMap(({ index }) => all[index] ?? []) : all;
}
