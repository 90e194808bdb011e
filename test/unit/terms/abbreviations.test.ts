import assert from 'node:assert/strict';
import fc from 'fast-check';
import { abbreviationsOf } from '../../../src/core/terms/abbreviations';

function pairs(text: string): string[] {
  return abbreviationsOf(text).map(({ short, long }) => `${short}=${long}`);
}

describe('abbreviationsOf', () => {
  /** From Schwartz and Hearst's paper and the tests of its other implementations. */
  const published: Record<string, string[]> = {
    'Heat shock transcription factor (HSF) binds.': ['HSF=Heat shock transcription factor'],
    'Gcn5-related N-acetyltransferase (GNAT) is a family.': ['GNAT=Gcn5-related N-acetyltransferase'],
    'thyroid transcription factor 1 (TTF-1)': ['TTF-1=thyroid transcription factor 1'],
    'Spinal and bulbar muscular atrophy (SBMA) is an inherited motor neuron disease caused by the expansion of a polyglutamine tract within the androgen receptor (AR). SBMA can be caused by this easily.':
      ['SBMA=Spinal and bulbar muscular atrophy', 'AR=androgen receptor'],
    'blah SBMA (Spinal and bulbar muscular atrophy)': ['SBMA=Spinal and bulbar muscular atrophy'],
    'at the highest altitudes (Spenner et al., 1995).': [],
    'H2)]+(14)s.t. (1), (4).Similarly': [],
    'map expX (·) : R': [],
    '0,(3)with the following data: (3-i) (q̄': [],
    'dimension;(S-iii) The optimal control problem obtained in (S-ii) is con-verted': [],
    'z), πut (z)) )': [],
    'The emergency room (ER) was busy': ['ER=emergency room'],
  };
  for (const [text, expected] of Object.entries(published)) {
    it(`reads ${JSON.stringify(text.slice(0, 60))} as published`, () => assert.deepEqual(pairs(text), expected));
  }

  const cases: Record<string, Record<string, string[]>> = {
    'both orders': {
      'a leukemoid reaction (LR) was seen': ['LR=leukemoid reaction'],
      'an LR (leukemoid reaction) was seen': ['LR=leukemoid reaction'],
      'AST (aspartate aminotransferase) and ALT (alanine aminotransferase)': ['AST=aspartate aminotransferase', 'ALT=alanine aminotransferase'],
      'disseminated intravascular coagulation [DIC]': ['DIC=disseminated intravascular coagulation'],
      '(e.g., systemic lupus erythematosus [SLE])': ['SLE=systemic lupus erythematosus'],
      'deficiency of adenosine deaminase (ADA)': ['ADA=adenosine deaminase'],
      'acute respiratory distress syndrome ("ARDS")': ['ARDS=acute respiratory distress syndrome'],
      '**leukemoid reaction** (*LR*)': ['LR=leukemoid reaction'],
    },
    'what else stands in the brackets': {
      'granulocyte colony-stimulating factor (G-CSF; 5 µg/kg)': ['G-CSF=granulocyte colony-stimulating factor'],
      'the white blood cell count (WBC 30,000/mm3)': ['WBC=white blood cell count'],
      'erythrocyte sedimentation rate (ESR, 100 mm/h)': ['ESR=erythrocyte sedimentation rate'],
      'a leukemoid reaction (LR;': ['LR=leukemoid reaction'],
    },
    'plural, Greek, digits, hyphens': {
      'retroperitoneal lymph nodes (LNs)': ['LNs=lymph nodes'],
      'the lymph node (LNs)': ['LNs=lymph node'],
      'tumor necrosis factor alpha (TNF-α)': ['TNF-α=tumor necrosis factor alpha'],
      'tumor necrosis factor-α (TNFα)': ['TNFα=tumor necrosis factor-α'],
      'tumor necrosis factor-α (TNFa)': ['TNFa=tumor necrosis factor-α'],
      'three-dimensional (3D) views': ['3D=three-dimensional'],
      'interleukin-6 (IL-6)': ['IL-6=interleukin-6'],
      '5-hydroxytryptamine (5-HT)': ['5-HT=5-hydroxytryptamine'],
      'N-(2-hydroxypropyl)methacrylamide (HPMA)': ['HPMA=N-(2-hydroxypropyl)methacrylamide'],
      'Sjögren syndrome (SS)': ['SS=Sjögren syndrome'],
      'herpes simplex virus type 1 (HSV 1)': ['HSV 1=herpes simplex virus type 1'],
    },
    'lists of abbreviations': {
      'Abbreviations: LR, leukemoid reaction; WBC, white blood cell.': ['LR=leukemoid reaction', 'WBC=white blood cell'],
      '(CT = computed tomography; MRI = magnetic resonance imaging)': ['CT=computed tomography', 'MRI=magnetic resonance imaging'],
      'LR: leukemoid reaction': ['LR=leukemoid reaction'],
    },
    'what is none': {
      'the left lobe (left)': [],
      'patients were older men (men)': [],
      'he took aspirin (5 mg) and rested (see below)': [],
      'the liver (Fig. 1) and spleen (Table 2)': [],
      'at p (P < 0.05) and n (n = 5)': [],
      // Values of what was measured, by letters that also stand within the words before.
      'did not increase risk for cataracts (RR 0.9; 95% CI 0.8-1.1)': [],
      'anophthalmia or microphthalmos (AOR = 3.7; 95% CI, 1.1-12.2)': [],
      'produced by hypoventilation (pH 7.05 to 7.25)': [],
      'CT (contrast) was done': [],
      'CRP (about five times the normal limit) rose': [],
      'On CT, chest tumor was found': [],
      'CT, chest tube, and fluids': [],
      'leukemoid reaction. (LR)': [],
      'leukemoid reaction\n\n(LR)': [],
      'factor II (II)': [],
      '(LR)': [],
      'a (b': [],
    },
  };
  for (const [kind, texts] of Object.entries(cases)) {
    it(`knows ${kind}`, () => {
      for (const [text, expected] of Object.entries(texts)) assert.deepEqual(pairs(text), expected, text);
    });
  }

  it('keeps within its spans', () => {
    const text = 'leukemoid reaction (LR) of acute liver failure (ALF)';
    assert.deepEqual(abbreviationsOf(text, [{ start: 0, end: 10 }, { start: 10, end: 23 }]), []);
    assert.deepEqual(abbreviationsOf(text, [{ start: 24, end: text.length }]).map(({ short }) => short), ['ALF']);
  });

  it('never throws; the spans hold what is said of them', () => {
    const piece = fc.oneof(
      fc.constantFrom('leukemoid reaction ', '(LR)', '(', ')', '[', ']', ' ', ', ', '; ', ': ', '=', 'LR', 'α', '-', '.', '\n', '🩺', '\uD83D', '\u0301', '*'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
        const text = pieces.join('');
        for (const { short, long, shortSpan, longSpan } of abbreviationsOf(text)) {
          assert.equal(text.slice(shortSpan.start, shortSpan.end), short);
          assert.equal(text.slice(longSpan.start, longSpan.end), long);
          assert.ok(long.length > short.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time in proportion to the text', () => {
    for (const part of ['(', ')', '((a', '()', 'a(b)', '(LR', 'LR, ', 'a b (ab', '(AB)', ' (AB) ', 'x'.repeat(230) + '(AB) ', '[', 'α', 'A=', '🩺(', '. (', '(A,']) {
      const text = part.repeat(Math.ceil(1_000_000 / part.length));
      const begin = performance.now();
      abbreviationsOf(text);
      assert.ok(performance.now() - begin < 3000, `${JSON.stringify(part.slice(0, 10))}: ${performance.now() - begin} ms`);
    }
    const nested = '(a '.repeat(250_000) + ')'.repeat(250_000);
    const begin = performance.now();
    abbreviationsOf(nested);
    assert.ok(performance.now() - begin < 3000);
  });
});
