import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultOptions } from '../../../../src/core/terms/recognition/options';
import type { RecognitionStep } from '../../../../src/core/terms/recognition/recognitionSteps';
import { Recogniser } from '../../../../src/core/terms/recognition/recogniser';
import { compileTermIndex } from '../../../../src/core/terms/termIndex';
import { TermSearch } from '../../../../src/core/terms/termSearch';
import { conceptNamed } from '../concepts';
import { recogniserOf, said, without } from './said';

/** What a text says by the rule, and by all others without it. */
interface Case {
  readonly names: readonly string[];
  readonly text: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
}

const cases: Readonly<Record<Exclude<RecognitionStep, 'wordBags' | 'senseContext' | 'status'>, readonly Case[]>> = {
  stopNames: [
    { names: ['disease', 'sepsis'], text: 'The disease began as sepsis.', with: ['sepsis: sepsis'], without: ['disease: disease', 'sepsis: sepsis'] },
    { names: ['Lesions', 'skin lesion'], text: 'Two lesions, one a skin lesion.', with: ['skin lesion: skin lesion'], without: ['lesions: Lesions', 'skin lesion: skin lesion'] },
    { names: ['Rare Diseases', 'gout'], text: 'A rare syndrome, a rare disorder; gout.', with: ['gout: gout'],
      without: ['rare syndrome: Rare Diseases', 'rare disorder: Rare Diseases', 'gout: gout'] },
    { names: ['Disease Progression', 'gout'], text: 'No disease progression; gout.', with: ['gout: gout'], without: ['disease progression: Disease Progression', 'gout: gout'] },
  ],
  definedAbbreviations: [
    {
      names: ['acute liver failure'], text: 'Acute liver failure (ALF) is rare. Two patients had ALF, and six ALFs were seen.',
      with: ['Acute liver failure: acute liver failure', 'ALF: acute liver failure', 'ALF: acute liver failure', 'ALFs: acute liver failure'],
      without: ['Acute liver failure: acute liver failure'],
    },
    // The long form says more than a name does, and its head is the name.
    {
      names: ['dyskinesia'], text: 'Levodopa-induced dyskinesia (LID) was severe. LID went away.',
      with: ['dyskinesia: dyskinesia', 'LID: dyskinesia', 'LID: dyskinesia'], without: ['dyskinesia: dyskinesia'],
    },
    // Before its definition it is not known yet; defined as something without a name, it is not what a terminology has under it.
    { names: ['Alzheimer disease = AD', 'gout'], text: 'AD. Atrial dose (AD) in gout: AD. Alzheimer disease.', with: ['AD: Alzheimer disease', 'gout: gout', 'Alzheimer disease: Alzheimer disease'],
      without: ['AD: Alzheimer disease', 'AD: Alzheimer disease', 'gout: gout', 'AD: Alzheimer disease', 'Alzheimer disease: Alzheimer disease'] },
  ],
  abbreviationsInNames: [
    {
      names: ['factor X deficiency', 'adrenal leukodystrophy', 'neonatal adrenal leukodystrophy'],
      text: 'Adrenal leukodystrophy (ALD) was found. Neonatal ALD is worse.',
      with: ['Adrenal leukodystrophy: adrenal leukodystrophy', 'ALD: adrenal leukodystrophy', 'Neonatal ALD: neonatal adrenal leukodystrophy'],
      without: ['Adrenal leukodystrophy: adrenal leukodystrophy', 'ALD: adrenal leukodystrophy', 'ALD: adrenal leukodystrophy'],
    },
    {
      names: ['pyruvate kinase deficiency'], text: 'Pyruvate kinase (PK) deficiency. In PK deficiency, PK is low.',
      with: ['Pyruvate kinase (PK) deficiency: pyruvate kinase deficiency', 'PK deficiency: pyruvate kinase deficiency'], without: [],
    },
  ],
  undefinedAcronyms: [
    { names: ['Wilms tumor = WT1', 'sepsis'], text: 'WT1 is expressed in sepsis.', with: ['sepsis: sepsis'], without: ['WT1: Wilms tumor', 'sepsis: sepsis'] },
    // Spelled, but not what the acronym is short for: a gene.
    { names: ['Wilms tumor = WT1'], text: 'WT1 is lost in Wilms tumor.', with: ['Wilms tumor: Wilms tumor'], without: ['WT1: Wilms tumor', 'Wilms tumor: Wilms tumor'] },
    { names: ['diabetes mellitus = DM'], text: 'DM was treated; diabetes mellitus is common.', with: ['DM: diabetes mellitus', 'diabetes mellitus: diabetes mellitus'],
      without: ['DM: diabetes mellitus', 'diabetes mellitus: diabetes mellitus'] },
  ],
  coordination: [
    { names: ['breast cancer', 'ovarian cancer'], text: 'Breast and ovarian cancer run in families.', with: ['Breast and ovarian cancer: breast cancer, ovarian cancer'], without: ['ovarian cancer: ovarian cancer'] },
    {
      names: ['liver metastasis', 'lymph node metastasis'], text: 'There were liver and lymph node metastases.',
      with: ['liver and lymph node metastases: liver metastasis, lymph node metastasis'], without: ['lymph node metastases: lymph node metastasis'],
    },
    { names: ['colon cancer', 'breast cancer', 'ovarian cancer'], text: 'Of colon, breast, and/or ovarian cancers', with: ['colon, breast, and/or ovarian cancers: colon cancer, breast cancer, ovarian cancer'],
      without: ['ovarian cancers: ovarian cancer'] },
    { names: ['cleft lip', 'cleft palate'], text: 'A cleft lip and palate was closed.', with: ['cleft lip and palate: cleft lip, cleft palate'], without: ['cleft lip: cleft lip'] },
    { names: ['diabetes type 1', 'diabetes type 2'], text: 'in diabetes type 1 or 2', with: ['diabetes type 1 or 2: diabetes type 1, diabetes type 2'], without: ['diabetes type 1: diabetes type 1'] },
    { names: ['renal failure', 'liver failure'], text: 'renal/liver failure', with: ['renal/liver failure: renal failure, liver failure'], without: ['liver failure: liver failure'] },
    // What stands before the conjunction is no name with the head.
    { names: ['ovarian cancer', 'breast cancer'], text: 'smoking and ovarian cancer', with: ['ovarian cancer: ovarian cancer'], without: ['ovarian cancer: ovarian cancer'] },
    { names: ['ovarian cancer', 'breast cancer'], text: 'of the breast. And ovarian cancer', with: ['ovarian cancer: ovarian cancer'], without: ['ovarian cancer: ovarian cancer'] },
  ],
  adjectiveBeforeName: [
    { names: ['hemorrhage', 'cystitis'], text: 'A hemorrhagic cystitis.', with: ['hemorrhagic cystitis: cystitis, hemorrhage'], without: ['hemorrhagic: hemorrhage', 'cystitis: cystitis'] },
    { names: ['hypertension', 'stroke'], text: 'hypertensive, stroke', with: ['hypertensive: hypertension', 'stroke: stroke'], without: ['hypertensive: hypertension', 'stroke: stroke'] },
    { names: ['hypersensitivity', 'myocarditis'], text: 'hypersensitivity myocarditis', with: ['hypersensitivity: hypersensitivity', 'myocarditis: myocarditis'],
      without: ['hypersensitivity: hypersensitivity', 'myocarditis: myocarditis'] },
  ],
  modifiers: [
    { names: ['gastric cancer'], text: 'Familial gastric cancer', with: ['Familial gastric cancer: gastric cancer'], without: ['gastric cancer: gastric cancer'] },
    { names: ['ichthyosis'], text: 'an X-linked recessive ichthyosis', with: ['X-linked recessive ichthyosis: ichthyosis'], without: ['ichthyosis: ichthyosis'] },
    { names: ['ichthyosis'], text: 'sporadic, ichthyosis; unfamilial ichthyosis', with: ['ichthyosis: ichthyosis', 'ichthyosis: ichthyosis'], without: ['ichthyosis: ichthyosis', 'ichthyosis: ichthyosis'] },
    { names: ['ichthyosis'], text: 'adult ichthyosis', with: ['ichthyosis: ichthyosis'], without: ['ichthyosis: ichthyosis'] },
  ],
  organs: [
    { names: ['hemangioblastoma'], text: 'A cerebellar hemangioblastoma', with: ['cerebellar hemangioblastoma: hemangioblastoma'], without: ['hemangioblastoma: hemangioblastoma'] },
    { names: ['polyp'], text: 'familial colorectal polyps', with: ['familial colorectal polyps: polyp'], without: ['polyps: polyp'] },
    { names: ['polyp'], text: 'colorectal, polyps; liver polyps; precolonic polyps', with: ['polyps: polyp', 'polyps: polyp', 'polyps: polyp'], without: ['polyps: polyp', 'polyps: polyp', 'polyps: polyp'] },
  ],
  rephrased: [
    { names: ['kidney disease'], text: 'Impaired renal function was found.', with: ['Impaired renal function: kidney disease'], without: [] },
    { names: ['cognitive dysfunction'], text: 'a decline of cognitive functions', with: ['decline of cognitive functions: cognitive dysfunction'], without: [] },
    { names: ['left ventricular dysfunction'], text: 'impairment in the left ventricular function', with: ['impairment in the left ventricular function: left ventricular dysfunction'], without: [] },
    { names: ['memory disorder'], text: 'Impaired memory; disturbances of memory', with: ['Impaired memory: memory disorder', 'disturbances of memory: memory disorder'], without: [] },
    { names: ['nervous system disease', 'enlarged liver'], text: 'Disorders of the nervous system, enlargement of the liver', with: ['Disorders of the nervous system: nervous system disease', 'enlargement of the liver: enlarged liver'], without: [] },
    // Of liver cells, of a normal function, of a part that was reduced on purpose, over a full stop.
    { names: ['liver disease', 'enlarged liver'], text: 'impairment of liver cells; normal liver function; reduced liver; a loss of the liver. Impaired. Liver function', with: [], without: [] },
  ],
};

describe('recogniser', () => {
  for (const [step, all] of Object.entries(cases)) {
    for (const one of all) {
      it(`${step}: ${one.text}`, () => {
        assert.deepEqual(said(recogniserOf(one.names), one.text), one.with);
        assert.deepEqual(said(recogniserOf(one.names, without(step as RecognitionStep)), one.text), one.without);
      });
    }
  }

  it('passes over no name that a glossary defines, and counts its acronyms undefined', () => {
    const own = conceptNamed('lesion', { terminology: 'glossary', abbreviations: ['LSN'] });
    assert.deepEqual(said(recogniserOf([own, 'disease']), 'a lesion (no disease), an LSN'), ['lesion: lesion', 'LSN: lesion']);
  });

  it('passes over what the user says, in any spelling', () => {
    const recogniser = recogniserOf(['liver tumor', 'disease'], { stopNames: ['liver tumour'] });
    assert.deepEqual(said(recogniser, 'Liver tumors, disease'), ['disease: disease']);
  });

  it('passes over what only follows from a name that a glossary defines', () => {
    const own = conceptNamed('toxicity', { terminology: 'glossary' });
    assert.deepEqual(said(recogniserOf([own]), 'toxic; toxicity'), ['toxic: toxicity', 'toxicity: toxicity']);
    assert.deepEqual(said(recogniserOf([own], { stopNames: ['toxic', 'toxicity'] }), 'toxic; toxicity'), ['toxicity: toxicity']);
  });

  it('passes over words that say a name by what they stand for, and these words only', () => {
    assert.deepEqual(said(recogniserOf(['kidney disease']), 'renal damage, renal disease'), ['renal damage: kidney disease', 'renal disease: kidney disease']);
    assert.deepEqual(said(recogniserOf(['kidney disease'], { stopNames: ['renal damage'] }), 'renal damage, renal disease'), ['renal disease: kidney disease']);
  });

  it('passes over what the user says where a rule would make a mention of it', () => {
    const names = ['polyp', 'hemorrhage', 'cystitis', 'kidney disease', 'breast cancer', 'ovarian cancer'];
    const text = 'Colonic polyps, hemorrhagic cystitis, impaired renal function, breast and ovarian cancer';
    const stopped = ['colonic polyp', 'hemorrhagic cystitis', 'impaired renal functions', 'breast and ovarian cancers'];
    assert.deepEqual(said(recogniserOf(names), text).map((one) => one.split(':')[0]), ['Colonic polyps', 'hemorrhagic cystitis', 'impaired renal function', 'breast and ovarian cancer']);
    assert.deepEqual(said(recogniserOf(names, { stopNames: stopped }), text).map((one) => one.split(':')[0]), ['polyps', 'hemorrhagic', 'cystitis', 'ovarian cancer']);
  });

  it('passes over an acronym where it is told so in capitals', () => {
    const names = ['advanced glycation end product = AGE'];
    const text = 'advanced glycation end product, AGE';
    assert.equal(said(recogniserOf(names, { stopNames: ['age'] }), text).length, 2);
    assert.equal(said(recogniserOf(names, { stopNames: ['AGE'] }), text).length, 1);
  });

  it('passes over age, not AGE', () => {
    const names = ['age', 'advanced glycation end product = AGE'];
    assert.deepEqual(said(recogniserOf(names), 'age: advanced glycation end product, AGE'), ['advanced glycation end product: advanced glycation end product', 'AGE: advanced glycation end product']);
  });

  it('passes over numbers', () => assert.deepEqual(said(recogniserOf(['1', 'gout']), 'gout in 1 of 2'), ['gout: gout']));

  it('says how a mention was found', () => {
    const text = 'Acute liver failure (ALF); breast and liver cancer; gout';
    const vias = recogniserOf(['acute liver failure', 'breast cancer', 'liver cancer', 'gout']).recognise(text).map(({ via }) => via);
    assert.deepEqual(vias, [undefined, 'abbreviation', 'coordination', undefined]);
  });

  it('takes the meaning that the user chose for the words of a mention, or else for the name in it', () => {
    const meanings = [conceptNamed('polyp', { id: 'MESH:1', terminology: 'mesh' }), conceptNamed('Polyp', { id: 'HP:1', terminology: 'hp' })];
    const meant = (picks: readonly (readonly [string, string])[]) => recogniserOf(meanings, { picks: new Map(picks) }).recognise('colonic polyps')[0]?.concepts[0]?.id;
    assert.deepEqual([meant([]), meant([['colonic polyps', 'HP:1']]), meant([['polyps', 'HP:1']])], ['MESH:1', 'HP:1', 'HP:1']);
    assert.equal(meant([['polyps', 'MESH:1'], ['colonic polyps', 'HP:1']]), 'HP:1');
  });

  it('keeps within its spans', () => {
    const text = 'breast and ovarian cancer (familial gout) gout';
    const recogniser = recogniserOf(['breast cancer', 'ovarian cancer', 'gout']);
    const spans = [{ start: 7, end: 25 }, { start: 35, end: 46 }];
    assert.deepEqual(recogniser.recognise(text, spans).map(({ start, end }) => text.slice(start, end)), ['ovarian cancer', 'gout', 'gout']);
    assert.deepEqual(recogniser.recognise(text, []), []);
    const impaired = 'impaired renal function';
    assert.equal(recogniserOf(['kidney disease']).recognise(impaired, [{ start: 0, end: 23 }]).length, 1);
    assert.deepEqual(recogniserOf(['kidney disease']).recognise(impaired, [{ start: 0, end: 20 }]), []);
    assert.deepEqual(recogniserOf(['kidney disease']).recognise(impaired, [{ start: 1, end: 23 }]), []);
  });

  it('finds names within names where they are asked for', () => {
    const text = 'a pyogenic liver abscess';
    const names = ['pyogenic liver abscess', 'liver abscess', 'abscess', 'liver'];
    const [mention] = recogniserOf(names, { nested: true }).recognise(text);
    assert.deepEqual(mention?.nested?.map(({ start, end }) => text.slice(start, end)), ['liver abscess', 'liver', 'abscess']);
    assert.deepEqual(recogniserOf(names).recognise(text).map(({ nested }) => nested), [undefined]);
  });

  const words = fc.constantFrom(
    'breast', 'ovarian', 'cancer', 'and', 'or', '/', ',', '(', ')', '.', 'ALF', 'ALFs', 'acute', 'liver', 'failure', 'familial', 'X-linked', '-', '\n\n', '🩺', 'hemorrhagic', 'cystitis', 'disease', 'DM', 'impaired', 'function', 'impairment of', '',
  );
  const names = ['breast cancer', 'ovarian cancer', 'acute liver failure', 'liver', 'failure', 'hemorrhage', 'cystitis', 'disease', 'diabetes = DM'];

  it('gives mentions in order, apart, within their spans, with concepts, whatever the text', () => {
    const nested = recogniserOf(names, { nested: true });
    const plain = recogniserOf(names);
    fc.assert(
      fc.property(fc.array(words), fc.constantFrom(' ', ''), fc.nat(), fc.nat(), (pieces, between, a, b) => {
        const text = pieces.join(between);
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        for (const recogniser of [nested, plain]) {
          let before = start;
          for (const mention of recogniser.recognise(text, [{ start, end }])) {
            assert.ok(mention.start >= before && mention.end > mention.start && mention.end <= end && mention.concepts.length > 0);
            for (const one of mention.nested ?? []) assert.ok(one.start >= mention.start && one.end <= end);
            before = mention.end;
          }
        }
      }),
    );
  });

  it('takes an acronym and the name that it is not short for thousands of times', () => {
    const text = 'HFE hemochromatosis. '.repeat(20_000);
    assert.equal(recogniserOf(['hemochromatosis = HFE']).recognise(text).length, 20_000);
  }).timeout(10_000);

  it('takes several indexes, the first one’s concepts first and each meaning once', () => {
    const own = compileTermIndex([conceptNamed('liver failure', { id: 'glossary:lf', terminology: 'glossary', xrefs: ['MESH:1'] })]);
    const big = compileTermIndex([conceptNamed('Liver Failure', { id: 'MESH:1', terminology: 'mesh' }), conceptNamed('liver failure', { id: 'HP:1', terminology: 'hp' })]);
    const [mention] = new Recogniser(new TermSearch([own, big]), defaultOptions).recognise('liver failure');
    assert.deepEqual(mention?.concepts.map(({ id }) => id), ['glossary:lf', 'HP:1']);
  });
});
