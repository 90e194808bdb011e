import assert from 'node:assert/strict';
import type { Concept } from '../../../src/core/terms/concept';
import { defaultOptions } from '../../../src/core/terms/recognition/options';
import { Recogniser } from '../../../src/core/terms/recognition/recogniser';
import { compileTermIndex } from '../../../src/core/terms/termIndex';

const concept = (id: string, name: string, abbreviation: string): Concept => ({ id, name, synonyms: [], abbreviations: [abbreviation], xrefs: [], broader: [], terminology: 'casebook' });
const index = compileTermIndex([concept('t:reaction', 'leukemoid reaction', 'LR'), concept('t:ratio', 'likelihood ratio', 'LR')]);
const find = (text: string, senses: readonly (readonly [string, string])[]): string[][] =>
  new Recogniser(index.search, { ...defaultOptions, picks: new Map(senses) }).recognise(text).map(({ concepts }) => concepts.map(({ id }) => id));

describe('senses', () => {
  it('puts the concept first that the user decided for', () => {
    assert.deepEqual(find('The LR was high.', []), [['t:reaction', 't:ratio']]);
    assert.deepEqual(find('The LR was high.', [['lr', 't:ratio']]), [['t:ratio', 't:reaction']]);
  });

  it('makes nothing of a decision for what the name does not mean, and touches no other name', () => {
    assert.deepEqual(find('The LR was high.', [['lr', 't:gone']]), [['t:reaction', 't:ratio']]);
    assert.deepEqual(find('A leukemoid reaction.', [['leukemoid reaction', 't:ratio']]), [['t:reaction']]);
  });
});
