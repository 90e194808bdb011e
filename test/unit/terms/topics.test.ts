import assert from 'node:assert/strict';
import { readGlossary } from '../../../src/core/terms/glossary';
import { resolveBroader } from '../../../src/core/terms/resolveBroader';
import { compileTermIndex } from '../../../src/core/terms/termIndex';
import { topicsOf } from '../../../src/core/terms/topics';

const text = `terms:
  - {name: infection}
  - {name: abscess, broader: infection}
  - {name: liver}
  - {name: liver abscess, broader: abscess}
  - {name: fever}
`;
const index = compileTermIndex(resolveBroader(readGlossary(text, { uri: '', terminology: 'casebook' }), []).concepts);

function ranked(title: string, abstract: string, background?: Parameters<typeof topicsOf>[2]): string[] {
  return topicsOf({ title, abstract }, index, background).map(({ name, count, weight }) => `${name} ${count} ${weight.toFixed(2)}`);
}

describe('topicsOf', () => {
  it('gives nothing for nothing', () => assert.deepEqual(topicsOf({ title: '', abstract: '' }, index), []));

  it('weighs the title threefold and repetition less and less', () => {
    assert.deepEqual(ranked('Fever', 'Liver, liver. Infection.'), ['fever 1 1.00', 'liver 2 0.81', 'infection 1 0.48']);
  });

  it('weighs what is more specific higher, and does not count its parts', () => {
    assert.deepEqual(ranked('', 'liver abscess, infection'), ['liver abscess 1 1.00', 'infection 1 0.83']);
  });

  it('takes in what a full text speaks of often, a mention as a quarter of one in the abstract', () => {
    const topics = topicsOf({ title: '', abstract: 'fever fever', full: 'fever fever fever fever; abscess abscess abscess; liver liver; infection infection infection infection' }, index);
    // fever: 1 + ln(2 + 4/4); infection: 1 + ln(4/4); abscess, one step down: (3/4) * 1.1; liver stands there but twice.
    assert.deepEqual(topics.map(({ name, count, weight }) => `${name} ${count} ${weight.toFixed(2)}`), ['fever 6 1.00', 'infection 4 0.48', 'abscess 3 0.39']);
  });

  it('weighs what is rare in the library higher', () => {
    const background = { papers: 100, papersWith: new Map([['casebook:fever', 90], ['casebook:liver', 3]]) };
    assert.deepEqual(ranked('', 'fever, liver', background), ['liver 1 1.00', 'fever 1 0.03']);
    assert.deepEqual(ranked('', 'fever, liver', { papers: 0, papersWith: new Map() }), ['fever 1 1.00', 'liver 1 1.00']);
  });
});
