import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Concept } from '../../../src/core/terms/concept';
import { findMentions } from '../../../src/core/terms/recognise';
import { scan } from '../../../src/core/terms/scan';
import { exactSteps } from '../../../src/core/terms/steps';
import { compileTermIndex, type TermIndex } from '../../../src/core/terms/termIndex';
import { ReferenceScan } from '../../support/terms/referenceScan';
import { builtInGlossary } from './builtInGlossary';
import { conceptNamed } from './concepts';

/** What the quick way finds by names' own words, said as the slow way says it. */
function found(index: TermIndex, text: string): string[] {
  return findMentions(index, text).map(({ start, end, concepts }) => `${start}-${end} ${concepts.map(({ id }) => id).sort().join()}`);
}

function spansOfAll(index: TermIndex, text: string): string[] {
  const { count, start, end } = scan(index.search, text, undefined, 'all');
  return Array.from({ length: count }, (_, at) => `${start[at] ?? 0}-${end[at] ?? 0}`);
}

const word = fc.constantFrom(
  'liver', 'Liver', 'abscess', 'abscesses', 'IL', '6', '60', 'α', 'β', 'αβ', 'αβγ', 'λόγος', 'X', 'ray', 'Xray', 'T', 'cell', 'CD4', 'II', 'i', 'LN', 'LNs', 'all', 'ALL',
  'tumour', 'Ménière', 'Me\u0301nie\u0300re', 'ß', '肝', '膿瘍', 'の', 'E', 'coli', 'my_file', '_', 'of', 'a', 'b', 'ab', 'x'.repeat(101), '½', '²',
);
const between = fc.constantFrom(
  ' ', ' ', ' ', '-', '--', '\u2011', '', '', '  ', '\n', '\r\n', '\n\n', '\n> ', '\n  - ', '-\n  ', '*', '**', '_', "'", '’s ', "'s", '’S-', '. ', ', ', '+', '/', '(', '—',
  '\u00AD', '\u200B', '\u0301', '🩺', '\uD83D', '\uDE00', '\u00A0', '\u2028', '\u0085', '\\', '\t', 'µ', '\u0000',
);
const text = fc.array(fc.tuple(word, between), { maxLength: 14 }).map((pieces) => pieces.flat().join(''));

interface Entry {
  readonly words: readonly string[];
  readonly between: readonly string[];
  readonly abbreviation: boolean;
}

const entry: fc.Arbitrary<Entry> = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 4 }),
  between: fc.array(between, { minLength: 4, maxLength: 4 }),
  abbreviation: fc.boolean(),
});

/** Words with something between, and what is then left over. */
function written(words: readonly string[], gaps: readonly string[]): string {
  return words.map((one, at) => (at === 0 ? '' : (gaps[at] ?? ' ')) + one).join('');
}

/** How names are written otherwise: other things between their words, two words in one. */
const rewriting = fc.array(fc.tuple(fc.nat(), fc.array(fc.oneof(fc.constantFrom('-', '--', '', ' '), between), { minLength: 4, maxLength: 4 }), between), { maxLength: 6 });

describe('scan, against trying every row of words', () => {
  it('finds the same in any text, with any names', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 12 }), rewriting, text, (entries, rewritten, said) => {
        const concepts: Concept[] = entries.map((one, at) => {
          const name = written(one.words, one.between);
          return conceptNamed(one.abbreviation ? `the ${at}` : name, { id: `t:${at}`, abbreviations: one.abbreviation ? [name] : [] });
        });
        const reference = new ReferenceScan(concepts);
        const index = compileTermIndex(concepts, exactSteps);
        const others = rewritten.map(([which, gaps, after]) => written(entries[which % entries.length]?.words ?? [], gaps) + after).join('');
        for (const one of [others, said + others, entries.map((some) => written(some.words, some.between)).join(' ')]) {
          assert.deepEqual(found(index, one), reference.find(one, 'longest'));
          // Words are read in another way once they are known.
          assert.deepEqual(found(index, one), reference.find(one, 'longest'));
          assert.deepEqual(spansOfAll(index, one), reference.find(one, 'all').map((match) => match.split(' ')[0]));
        }
      }),
      { numRuns: 1500 },
    );
    // A memory for each of the searches takes an engine a millisecond.
  }).timeout(60_000);

  it('finds the same in parts of a text', () => {
    const concepts = ['liver abscess', 'IL-6', 'X-ray', 'Ménière', 'cell', '肝膿瘍', 'E. coli'].map((one) => conceptNamed(one));
    const reference = new ReferenceScan(concepts);
    const { search } = compileTermIndex(concepts, exactSteps);
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (said, a, b) => {
        const [start = 0, end = 0] = [a % (said.length + 1), b % (said.length + 1)].sort((x, y) => x - y);
        const matches = scan(search, said, [{ start, end }]);
        const spans = Array.from({ length: matches.count }, (_, at) => `${matches.start[at] ?? 0}-${matches.end[at] ?? 0}`);
        assert.deepEqual(spans, reference.find(said, 'longest', start, end).map((match) => match.split(' ')[0]));
      }),
      { numRuns: 1500 },
    );
  });

  it('finds the same of the built-in glossary in its own definitions', () => {
    const { concepts } = builtInGlossary();
    const reference = new ReferenceScan(concepts);
    const index = compileTermIndex(concepts, exactSteps);
    const all = concepts.map(({ definition }) => definition ?? '').join('\n');
    assert.deepEqual(found(index, all), reference.find(all, 'longest'));
    assert.ok(found(index, all).length > 1000);
  });
});
