import assert from 'node:assert/strict';
import fc from 'fast-check';
import { letterCaseOf } from '../../../src/core/terms/letterCase';
import { NameSpellings } from '../../../src/core/terms/nameSpellings';
import { NameTokens } from '../../../src/core/terms/nameTokens';
import { nameVariants } from '../../../src/core/terms/nameVariants';
import { PlainNames } from '../../../src/core/terms/plainNames';
import { allSteps, type Steps } from '../../../src/core/terms/steps';
import { Tokeniser } from '../../../src/core/terms/tokenise';
import { Tokens } from '../../../src/core/terms/tokens';

/** One way to say a name: its text, its words, and whether its capitals count. */
type Said = readonly [text: string, words: readonly string[], letterCase: number];

function wordsOf({ count, spelling, word, joined, facts }: NameTokens): string[] {
  return Array.from({ length: count }, (_, at) => [spelling[at], word[at], joined[at], facts[at]].join());
}

/** As any name is read, plain or not: by its text. */
function saidByText(name: string, spellings: NameSpellings): Said[] {
  return nameVariants(name).map((variant) => {
    const tokens = new NameTokens();
    const parted = new Tokens();
    new Tokeniser(spellings, parted).begin(variant, 0, variant.length).read(Infinity);
    tokens.setTo(parted, spellings);
    return [variant, wordsOf(tokens), letterCaseOf(variant, false)];
  });
}

/** @returns undefined for a name that is not plain */
function saidByWords(name: string, spellings: NameSpellings, steps: Steps = allSteps): Said[] | undefined {
  const plain = new PlainNames(spellings, steps);
  const bytes = new TextEncoder().encode(`(x) ${name} (y)`);
  if (!plain.read(bytes, 4, bytes.length - 4)) return undefined;
  const said: Said[] = [[plain.text(), wordsOf(plain.tokens), plain.letterCaseOf(plain.tokens)]];
  if (plain.toBare()) said.push([plain.text(), wordsOf(plain.variant), plain.letterCaseOf(plain.variant)]);
  if (plain.toTurned()) said.push([plain.text(), wordsOf(plain.variant), plain.letterCaseOf(plain.variant)]);
  return said;
}

const piece = fc.constantFrom(
  'carcinoma', 'Squamous Cell', 'IL', 'il', '6', '12', 'X', 'ray', 'ALL', 'LN', 'NOS', 'DIAGNOSIS', 'and', 'Of', 'without', 'in', 'in2', '2in', 'a', 'x'.repeat(99),
  ' ', ' ', ' ', '-', '-', '--', ' -', ', ', ', ', ', ', ',', ' (', '(', ')', ')', ' (procedure)', ' (a, b)', '[', '.', ';', '+', '/', '"', "'s", '_', '*', 'é', '\n',
);
const anyName = fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(''));

describe('PlainNames', () => {
  it('reads and varies names as their texts are', () => {
    const spellings = new NameSpellings(allSteps);
    let plain = 0;
    fc.assert(
      fc.property(anyName, (name) => {
        const said = saidByWords(name, spellings);
        if (!said) return;
        plain++;
        assert.deepEqual(said, saidByText(name, spellings));
      }),
      { numRuns: 5000 },
    );
    assert.ok(plain > 1000, `only ${plain} names were plain`);
  });

  it('takes what nearly all names are made of, and leaves the rest', () => {
    const spellings = new NameSpellings(allSteps);
    const taken = (name: string, steps?: Steps) => saidByWords(name, spellings, steps)?.map(([text]) => text);
    assert.deepEqual(taken('Carcinoma, Squamous-Cell (2)'), ['Carcinoma, Squamous-Cell (2)', 'Carcinoma, Squamous-Cell', 'Squamous-Cell Carcinoma']);
    assert.deepEqual(taken('cell, T, CD4, naive'), ['cell, T, CD4, naive', 'naive CD4 T cell']);
    assert.deepEqual(taken('a, b, c, d, e'), ['a, b, c, d, e']);
    for (const name of ["Crohn's disease", 'my_file', 'Ménière', 'Leukocytosis, NOS', ' liver', 'x'.repeat(101), 'x '.repeat(200)]) assert.equal(taken(name), undefined, name);
    for (const step of ['hyphen', 'letterDigit', 'nosAndBrackets', 'commaInversion', 'caseSensitiveShort'] as const) {
      assert.equal(taken('liver abscess', { ...allSteps, [step]: false }), undefined, step);
    }
  });
});
