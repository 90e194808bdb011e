import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findMentions } from '../../../src/core/terms/recognise';
import { type ScanMode, scan } from '../../../src/core/terms/scan';
import { allSteps, type StepName } from '../../../src/core/terms/steps';
import { compileTermIndex, type TermIndex } from '../../../src/core/terms/termIndex';
import { TermSearch } from '../../../src/core/terms/termSearch';
import { conceptNamed } from './concepts';

const index = compileTermIndex(
  ['liver', 'liver abscess', 'pyogenic liver abscess', 'abscess', 'abscess rupture', 'X-ray', 'ray', 'ray film'].map((name) => conceptNamed(name)),
);

function found(text: string, mode: ScanMode, in_ = index): string[] {
  const { count, start, end } = scan(in_.search, text, undefined, mode);
  return Array.from({ length: count }, (_, at) => text.slice(start[at], end[at]));
}

describe('scan', () => {
  it('finds every name that stands there, nested and overlapping ones too, the longest of a beginning first', () => {
    assert.deepEqual(found('pyogenic liver abscess rupture', 'all'), ['pyogenic liver abscess', 'liver abscess', 'liver', 'abscess rupture', 'abscess']);
    assert.deepEqual(found('pyogenic liver abscess rupture', 'longest'), ['pyogenic liver abscess']);
  });

  it('counts a name once that can be parted in two ways', () => {
    assert.deepEqual(found('an X-ray film', 'all'), ['X-ray', 'ray film', 'ray']);
  });

  it('tells words apart by each of their letters, of however many', () => {
    for (let length = 4; length <= 40; length++) {
      const word = 'q'.repeat(length);
      const named = compileTermIndex([conceptNamed(word)]);
      const others = Array.from({ length }, (_, at) => `${word.slice(0, at)}z${word.slice(at + 1)}`);
      const text = [`${word}q`, word.slice(1), ...others, `[${word}]`, `${word}}`].join(' ');
      assert.deepEqual(found(text, 'all', named), [word, word], `${length} letters`);
    }
  });

  it('bears a text that is one word of 10 MB, and names of 10,000 characters', () => {
    const name = `liver ${'x'.repeat(10_000)}`;
    const words = Array.from({ length: 2000 }, () => 'liver').join(' ');
    const long = compileTermIndex([name, words, 'liver'].map((one) => conceptNamed(one)));
    const begin = process.cpuUsage();
    assert.deepEqual(found('x'.repeat(10_000_000), 'all', long), []);
    assert.deepEqual(found(`${'x'.repeat(10_000_000)} liver`, 'all', long), ['liver']);
    assert.ok(process.cpuUsage(begin).user < 10_000_000);
    assert.deepEqual(found(name, 'longest', long), ['liver']);
    assert.deepEqual(new Set(found(words, 'longest', long)), new Set(['liver']));
  });

  it('has the longest matches among all of them', () => {
    const words = fc.constantFrom('liver', 'abscess', 'pyogenic', 'rupture', 'X', 'ray', 'film', 'the', '.', '-', '\n\n');
    fc.assert(
      fc.property(fc.array(words), fc.constantFrom(' ', ''), (pieces, between) => {
        const text = pieces.join(between);
        const all = new Set(spansOf(text, 'all'));
        const longest = spansOf(text, 'longest');
        for (const span of longest) assert.ok(all.has(span), span);
        assert.equal(all.size, spansOf(text, 'all').length);
        assert.equal(longest.length, findMentions(index, text).length);
      }),
    );
  });
});

function spansOf(text: string, mode: ScanMode): string[] {
  const { count, start, end } = scan(index.search, text, undefined, mode);
  return Array.from({ length: count }, (_, at) => `${start[at] ?? 0}-${end[at] ?? 0}`);
}

describe('a search of several indexes', () => {
  const names = [
    'liver', 'liver abscess', 'pyogenic liver abscess', 'abscess', 'X-ray', 'ray film', 'CD4+ T cell', 'T cell', 'E. coli', 'IL-6', 'LR',
    'non-small cell carcinoma', 'cell', 'small-cell', 'pus', '肝膿瘍', '肝',
  ];
  const concepts = names.map((name) => conceptNamed(name));
  const words = fc.constantFrom(...names, 'the', '.', '-', '+', '\n\n', 'nonsmall', 'Xray', '’s', '🩺');
  const rows = (search: TermSearch<TermIndex>, text: string, mode: ScanMode) => {
    const { count, start, end, index, names: found } = scan(search, text, undefined, mode);
    const all = Array.from({ length: count }, (_, at) => `${start[at] ?? 0}-${end[at] ?? 0}`);
    assert.ok([...found.subarray(0, count)].every((one) => one !== 0) && [...index.subarray(0, count)].every((one) => one < search.indexes.length));
    return [...new Set(all)];
  };

  it('finds what one index of all the names finds, however they are spread', () => {
    fc.assert(
      fc.property(fc.array(words), fc.constantFrom(' ', '', '-'), fc.array(fc.nat(2), { minLength: names.length, maxLength: names.length }), (pieces, between, which) => {
        const text = pieces.join(between);
        const parts = [0, 1, 2].map((part) => compileTermIndex(concepts.filter((_, at) => which[at] === part)));
        const together = new TermSearch([compileTermIndex(concepts)]);
        for (const mode of ['longest', 'all'] as const) assert.deepEqual(rows(new TermSearch(parts), text, mode), rows(together, text, mode));
      }),
    );
  });

  it('gives the concepts of all where names are equally long, the first index’s first', () => {
    const parts = [['liver abscess', 'a'], ['liver', 'b'], ['liver abscess', 'c']].map(([name = '', id = '']) => compileTermIndex([conceptNamed(name, { id })]));
    const mentions = findMentions(new TermSearch(parts), 'liver abscess, liver');
    assert.deepEqual(mentions.map(({ concepts: some }) => some.map(({ id }) => id)), [['a', 'c'], ['b']]);
    const [first] = findMentions(new TermSearch(parts.toReversed()), 'liver abscess');
    assert.deepEqual(first?.concepts.map(({ id }) => id), ['c', 'a']);
  });

  it('knows which concepts of them mean the same, by their cross-references', () => {
    const glossary = compileTermIndex([
      conceptNamed('leukocytosis', { xrefs: ['HP:9', 'HP:1'] }), conceptNamed('white count', { xrefs: ['HP:1'] }), conceptNamed('pus'),
    ]);
    const big = compileTermIndex([conceptNamed('fever', { id: 'HP:2' }), conceptNamed('leukocytosis', { id: 'HP:1' })]);
    const search = new TermSearch([glossary, big]);
    assert.equal(search.meaningOf(0, 0), search.meaningOf(1, 1));
    const meanings = [search.meaningOf(0, 0), search.meaningOf(0, 1), search.meaningOf(0, 2), search.meaningOf(1, 0)];
    assert.equal(new Set(meanings).size, 4);
  });

  it('refuses indexes of different steps', () => {
    const odd = compileTermIndex(concepts, { ...allSteps, plural: false });
    assert.throws(() => new TermSearch([odd, index]), RangeError);
  });
});

/** By step: a name, and a text that holds it only if the step is taken. */
const needs: Readonly<Record<StepName, readonly (readonly [string, string])[]>> = {
  plural: [['liver abscess', 'liver abscesses'], ['lymph node', 'lymph nodes'], ['foot', 'feet'], ['LN', 'LNs'], ['biopsy', 'biopsies']],
  latinPlural: [['metastasis', 'metastases'], ['bacillus', 'bacilli'], ['carcinoma', 'carcinomata'], ['cortex', 'cortices'], ['vertebra', 'vertebrae']],
  possessive: [['Hodgkin lymphoma', "Hodgkin's lymphoma"]],
  hyphen: [['liver abscess', 'liver-abscess'], ['X-ray', 'X ray'], ['X-ray', 'Xray'], ['mucoepidermoid', 'muco-epidermoid'], ['leukemoid', 'leuke-\nmoid']],
  letterDigit: [['IL 6', 'IL6'], ['CD4', 'CD 4']],
  greek: [['IL 1 alpha', 'IL 1 α'], ['TNF-alpha', 'TNF-α']],
  numerals: [['type 2 diabetes', 'type II diabetes']],
  british: [['leukemia', 'leukaemia'], ['tumor', 'tumour'], ['randomization', 'randomisation']],
  commaInversion: [['Carcinoma, Squamous Cell', 'squamous cell carcinoma']],
  nosAndBrackets: [['Sinusitis, NOS', 'sinusitis'], ['aspiration (procedure)', 'aspiration']],
  caseSensitiveShort: [],
  wordClasses: [
    ['kidney disease', 'renal damage'], ['Liver Diseases', 'hepatic dysfunction'], ['Skin Neoplasms', 'skin tumour'], ['cancer of the rectum', 'carcinoma of the rectum'],
    ['kidney disease', 'nephropathy'], ['liver damage', 'hepatotoxicity'], ['Eye Diseases', 'ocular illness'], ['kidney disease', 'renal toxicity'],
    ['Neurologic Disorders', 'neurologic deficits'], ['nervous system disease', 'nervous system sequelae'],
  ],
  qualifiers: [['C3 deficiency, autosomal recessive', 'C3 deficiency'], ['retinal dystrophy, X-linked', 'retinal dystrophy'], ['Sexual Dysfunctions, Psychological', 'sexual dysfunction']],
  impliedModifier: [['drug toxicity', 'toxicity'], ['Overdose, Drug', 'overdose'], ['neurotoxicity syndrome', 'neurotoxicity'], ['neurotoxicity syndrome', 'neurotoxic'], ['diabetes mellitus', 'diabetes'], ['diabetes mellitus', 'diabetic'],
    ['Angina Pectoris', 'angina'], ['Bone Fractures', 'fracture'], ['urinary incontinence', 'incontinence'], ['Incontinence, Urinary', 'incontinence'], ['Urinary Stress Incontinence', 'stress incontinence'],
    ['Pathologic Calcification', 'calcification'], ['infarction', 'infarcts'], ['neoplasia', 'malignancy'],
  ],
  eponyms: [['Lesch-Nyhan syndrome', 'Lesch-Nyhan'], ['Von Willebrand Disease', 'von Willebrand']],
  adjectives: [['hypertension', 'hypertensive'], ['Diabetes', 'diabetic'], ['ischaemia', 'ischemic'], ['depression', 'depressed'], ['epilepsy', 'epileptic'], ['necrosis', 'necrotic'],
    ['embolism', 'embolic'], ['acromegaly', 'acromegalic'], ['akinesia', 'akinetic'], ['hypothyroidism', 'hypothyroid'], ['dysphoria', 'dysphoric'], ['glaucoma', 'glaucomatous'],
    ['parkinsonism', 'parkinsonian'], ['amnesia', 'amnesic'], ['tachycardia', 'tachycardic'], ['cachexia', 'cachectic'], ['dysarthria', 'dysarthric'], ['dyspepsia', 'dyspeptic'],
    ['dyslexia', 'dyslexic'], ['asthma', 'asthmatic'], ['eczema', 'eczematous'], ['fever', 'febrile'], ['jaundice', 'icteric'], ['migraine', 'migrainous'],
    ['stupor', 'stuporous'], ['syncope', 'syncopal'], ['diarrhea', 'diarrheal'], ['delirium', 'delirious'], ['hyperactivity', 'hyperactive'], ['hirsutism', 'hirsute'],
  ],
  deficiency: [['C5 deficiency', 'C5-deficient'], ['C5 deficiency', 'deficiency of C5'], ['HIV infections', 'HIV-infected']],
  inheritance: [['hereditary disease', 'autosomal recessive disorder'], ['Genetic disorder', 'X-linked recessive disease']],
};

/** By step: a name, and a text that it must not be found in, near as it is. */
const refused: Partial<Record<StepName, readonly (readonly [string, string])[]>> = {
  wordClasses: [
    ['cancer of the kidney', 'cancer of the renal pelvis'], ['disease progression', 'syndrome progression'], ['kidney', 'renal'], ['disease', 'disorder'],
    ['kidney stone', 'liver stone'], ['renal artery', 'renal arterial'],
  ],
  qualifiers: [['hepatitis B virus, susceptibility to', 'hepatitis B virus'], ['diabetes, type 2', 'diabetes'], ['diabetes, juvenile-onset', 'diabetes']],
  impliedModifier: [['drug use', 'use'], ['bone cyst', 'cyst'], ['urinary tract infection', 'tract infection'], ['drug eruption, fixed', 'eruption'], ['Down syndrome', 'Down']],
  eponyms: [['Lesch-Nyhan syndrome', 'lesch-nyhan'], ['Late-Onset Disease', 'Late-Onset'], ['Wilson disease', 'Wilson'], ['Central Nervous System Disease', 'central nervous system']],
  adjectives: [['hemolysis', 'hemolytic'], ['eosinophilia', 'eosinophilic'], ['breast cancer', 'breast cancerous'], ['carcinoma', 'carcinomatous'], ['thyroidism', 'thyroidistic']],
  deficiency: [['C5 deficiency', 'C5'], ['coinfection', 'co-infected'], ['virus infection', 'virus']],
  inheritance: [['kidney disease', 'autosomal recessive kidney']],
};

describe('steps', () => {
  for (const [step, cases] of Object.entries(needs)) {
    for (const [name, text] of cases) {
      it(`${step}: ${JSON.stringify(text)} is ${name} by this step alone`, () => {
        const without = compileTermIndex([conceptNamed(name)], { ...allSteps, [step]: false });
        assert.deepEqual(found(text, 'longest', compileTermIndex([conceptNamed(name)])), [text]);
        assert.notDeepEqual(found(text, 'longest', without), [text]);
        // A name is found as it is written, whatever steps are taken.
        assert.deepEqual(found(name, 'longest', without), [name]);
      });
    }
  }

  for (const [step, cases] of Object.entries(refused)) {
    for (const [name, text] of cases) {
      it(`${step}: ${JSON.stringify(text)} is not ${name}`, () => {
        assert.ok(!found(text, 'all', compileTermIndex([conceptNamed(name)])).includes(text));
      });
    }
  }

  it('wordClasses: prefers the name itself to what its words stand for', () => {
    const concepts = [conceptNamed('kidney disease'), conceptNamed('renal damage'), conceptNamed('kidney dysfunction')];
    const [mention] = findMentions(compileTermIndex(concepts), 'renal damage');
    assert.deepEqual(mention?.concepts.map(({ name }) => name), ['renal damage']);
  });

  it('caseSensitiveShort: keeps ALL from being all', () => {
    const concepts = [conceptNamed('acute lymphoblastic leukemia', { abbreviations: ['ALL'] })];
    assert.deepEqual(found('all', 'longest', compileTermIndex(concepts)), []);
    assert.deepEqual(found('all', 'longest', compileTermIndex(concepts, { ...allSteps, caseSensitiveShort: false })), ['all']);
  });

  it('finds names wherever they stand in a long text without punctuation, whatever words are between, and however many', () => {
    const names = ['liver', 'pyogenic liver abscess', 'X-ray', 'ray film', 'abscess rupture', 'Xray'];
    const wanted: string[] = [];
    let text = '';
    // More words than are read at a time, and more different ones than are remembered.
    for (let at = 0; at < 150_000; at++) {
      const name = at % 7 === 0 || at % 1024 < 3 ? names[at % names.length] : undefined;
      text += `${name ?? `q${[...at.toString(20)].map((digit) => 'bcdfghjklmnpqrstvwxz'.charAt(parseInt(digit, 20))).join('')}`}${at % 11 === 0 ? '\n' : ' '}`;
      if (name !== undefined) wanted.push(name);
    }
    for (let time = 0; time < 2; time++) assert.deepEqual(found(text, 'longest'), wanted);
  });
});
