import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordForm } from '../../../src/core/terms/wordForm';

const same: string[][] = [
  ['tumor', 'tumour', 'tumours', 'Tumors', 'TUMOR'],
  ['leukemia', 'leukaemia', 'leukaemias', 'leukæmia'],
  ['esophagus', 'oesophagus'],
  ['diarrhea', 'diarrhoea'],
  ['toe', 'toes'],
  ['shoe', 'shoes'],
  ['diagnosis', 'diagnoses'],
  ['necrosis', 'necroses'],
  ['disease', 'diseases'],
  ['abscess', 'abscesses'],
  ['virus', 'viruses'],
  ['headache', 'headaches'],
  ['reflex', 'reflexes'],
  ['biopsy', 'biopsies'],
  ['carcinoma', 'carcinomas', 'carcinomata'],
  ['bacterium', 'bacteria'],
  ['bacillus', 'bacilli'],
  ['nucleus', 'nuclei'],
  ['vertebra', 'vertebrae', 'vertebras'],
  ['appendix', 'appendices', 'appendixes'],
  ['arthritis', 'arthritides'],
  ['ganglion', 'ganglia'],
  ['center', 'centre', 'centres'],
  ['localization', 'localisation', 'localisations'],
  ['analyzed', 'analysed'],
  ['mouse', 'mice'],
  ['LN', 'LNs'],
  ['alpha', 'α', 'Α', 'ά'],
  ['mu', 'µ', 'μ'],
  ['II', '2'],
  ['Ménière', 'Meniere', 'Me\u0301nie\u0300re'],
  ['fibrosis', 'ﬁbrosis', 'fib\u00ADrosis'],
];

const different: [string, string][] = [
  ['shoes', 'she'],
  ['test', 'testis'], ['rat', 'rate'], ['spin', 'spine'], ['mass', 'mas'], ['arthritis', 'arthritic'], ['ileum', 'ilium'],
  ['serous', 'serum'], ['hour', 'hor'], ['uterus', 'ureters'], ['colon', 'colony'], ['C', '100'],
];

describe('wordForm', () => {
  it('is the same for the spellings of a word', () => {
    for (const [first = '', ...others] of same) {
      for (const other of others) assert.equal(wordForm(other), wordForm(first), `${first}, ${other}`);
    }
  });

  it('is different for different words', () => {
    for (const [a, b] of different) assert.notEqual(wordForm(a), wordForm(b));
  });

  it('never throws, and is never empty for letters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(typeof wordForm(text), 'string')));
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => assert.notEqual(wordForm(word), '')));
  });
});
