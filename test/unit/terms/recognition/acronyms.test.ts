import assert from 'node:assert/strict';
import { isAcronym, isShortFor } from '../../../../src/core/terms/recognition/acronyms';

describe('isAcronym', () => {
  for (const word of ['LR', 'ALF', 'TNFα', 'A-T', 'WT1', 'SCAs', 'C3', 'mtDNA']) it(`takes ${word}`, () => assert.ok(isAcronym(word, 0, word.length)));
  for (const word of ['Rash', 'rash', 'Gout', 'a', 'The', 'LEUKOCYTOSIS', 'type 2', '2', '', '肝']) it(`refuses ${word}`, () => assert.ok(!isAcronym(word, 0, word.length)));
  it('looks at its stretch only', () => assert.ok(isAcronym('an LR is', 3, 5)));
});

describe('isShortFor', () => {
  const pairs = [['LR', 'leukemoid reaction'], ['DM', 'diabetes mellitus'], ['VHL', 'von Hippel-Lindau disease'], ['SCAs', 'spinocerebellar ataxia'], ['SCA3', 'spinocerebellar ataxia type 3'], ['A-T', 'ataxia-telangiectasia']] as const;
  for (const [short, long] of pairs) it(`takes ${short} for ${long}`, () => assert.ok(isShortFor(short, long)));
  const strangers = [['WT1', 'Wilms tumor'], ['HFE', 'hemochromatosis'], ['RB1', 'retinoblastoma'], ['MD', 'diabetes mellitus'], ['', 'gout'], ['LR', '']] as const;
  for (const [short, long] of strangers) {
    it(`refuses ${JSON.stringify(short)} for ${JSON.stringify(long)}`, () => assert.ok(!isShortFor(short, long)));
  }
});
