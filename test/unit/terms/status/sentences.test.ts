import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentencesOf } from '../../../../src/core/terms/status/sentences';

function parted(text: string): string[] {
  return sentencesOf(text, [{ start: 0, end: text.length }]).map((pieces) => pieces.map(({ start, end }) => text.slice(start, end)).join('').trim());
}

describe('sentencesOf', () => {
  const texts: Record<string, string[]> = {
    'two sentences': ['He had fever.', 'It rose.'],
    'questions and exclamations': ['Why?', 'Because!', 'And so on.'],
    'a closing bracket and quotation mark': ['(He had fever.)', 'He said “no.”', 'It rose.'],
    'titles and shortened words': ['Dr. Chen saw Fig. 2 and Refs. 3–5, e.g. Table 1, i.e. The one.', 'It rose.'],
    'numbers': ['It was 5.5 cm in 1995.', 'It grew to 6.2 cm.', 'It cost No. 5 dearly.'],
    'initials': ['J. B. Smith found E. coli and S. aureus.', 'It rose.'],
    'a letter that is no initial': ['He had hepatitis B.', 'The liver was large.'],
    'a list’s number': ['1. Fever of the patient.'],
    'a word after a number': ['WBC was 100,000.', 'Fever rose.'],
    'Chinese': ['患者发热。', '白细胞增多。'],
  };
  for (const [what, sentences] of Object.entries(texts)) {
    it(`knows ${what}`, () => assert.deepEqual(parted(sentences.join(what === 'Chinese' ? '' : ' ')), sentences));
  }

  it('goes on over what stands between prose', () => {
    const text = 'No fever [@a] was seen [@b]. The rest';
    const spans = [{ start: 0, end: 9 }, { start: 13, end: 23 }, { start: 27, end: text.length }];
    assert.deepEqual(sentencesOf(text, spans).map((pieces) => pieces.length), [3, 1]);
  });

  it('leaves out no prose, in linear time', () => {
    const piece = fc.oneof(fc.constantFrom('. ', 'A', 'a', '.', '?', ')', '"', ' ', '5', 'Dr', '\n', 'é', '🩺', '。'), fc.string({ unit: 'binary', maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(piece).map((pieces) => pieces.join('')), (text) => {
        const pieces = sentencesOf(text, [{ start: 0, end: text.length }]).flat();
        assert.equal(pieces.map(({ start, end }) => text.slice(start, end)).join(''), text);
      }),
      { numRuns: 1000 },
    );
    for (const part of ['.', '. ', 'A. ', '.)', '.*', '1. ', 'a.', '? ', '. .']) {
      const text = part.repeat(1_000_000 / part.length);
      const begin = performance.now();
      sentencesOf(text, [{ start: 0, end: text.length }]);
      assert.ok(performance.now() - begin < 5000, JSON.stringify(part));
    }
  });
});
