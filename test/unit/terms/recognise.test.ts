import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Concept } from '../../../src/core/terms/concept';
import { findMentions, mentionAt } from '../../../src/core/terms/recognise';
import { compileTermIndex } from '../../../src/core/terms/termIndex';

function concept(name: string, more: Partial<Concept> = {}): Concept {
  const lists = { synonyms: [], abbreviations: [], xrefs: [], broader: [] };
  return { id: `casebook:${name}`, name, ...lists, terminology: 'casebook', ...more };
}

const index = compileTermIndex([
  concept('leukemoid reaction'),
  concept('liver'),
  concept('liver abscess'),
  concept('pyogenic liver abscess'),
  concept('mucoepidermoid carcinoma'),
  concept('non-small cell carcinoma'),
  concept('tumor'),
  concept('metastasis'),
  concept('diagnosis'),
  concept('bacillus'),
  concept('carcinoma'),
  concept('vertebra'),
  concept('biopsy'),
  concept('headache'),
  concept('bacterium'),
  concept('hemorrhage'),
  concept('edema'),
  concept('sulfate'),
  concept('randomization'),
  concept('interleukin-1 alpha', { abbreviations: ['IL-1 alpha'] }),
  concept('interleukin-6', { abbreviations: ['IL-6'] }),
  concept('tumor necrosis factor alpha', { abbreviations: ['TNF-α'] }),
  concept('acute lymphoblastic leukemia', { abbreviations: ['ALL'] }),
  concept('pus'),
  concept('computed tomography', { abbreviations: ['CT'] }),
  concept('ELISA'),
  concept('Hodgkin lymphoma'),
  concept('Carcinoma, Squamous Cell'),
  concept('Sinusitis, NOS'),
  concept('aspiration (procedure)'),
  concept('E. coli'),
  concept('CD4+ T cell'),
  concept('type 2 diabetes'),
  concept('Ménière disease'),
  concept('X-ray'),
  concept('lymph node', { abbreviations: ['LN'] }),
  concept('肝膿瘍'),
]);

function found(text: string): string[] {
  return findMentions(index, text).map(({ start, end, concepts }) => `${text.slice(start, end)}=${concepts[0]?.name ?? ''}`);
}

/** What the text says, and the one name found in it: from the first to the last character, unless said otherwise. */
const spellings: Record<string, Record<string, string>> = {
  capitals: { 'Leukemoid Reaction': 'leukemoid reaction', 'LEUKEMOID REACTION': 'leukemoid reaction', Pus: 'pus' },
  plurals: {
    'leukemoid reactions': 'leukemoid reaction', metastases: 'metastasis', diagnoses: 'diagnosis', bacilli: 'bacillus',
    carcinomas: 'carcinoma', carcinomata: 'carcinoma', vertebrae: 'vertebra', biopsies: 'biopsy', headaches: 'headache',
    bacteria: 'bacterium', 'liver abscesses': 'liver abscess', LNs: 'lymph node', ELISAs: 'ELISA',
  },
  'British spelling': {
    'leukaemoid reaction': 'leukemoid reaction', tumours: 'tumor', haemorrhages: 'hemorrhage', oedema: 'edema',
    œdema: 'edema', sulphate: 'sulfate', randomisation: 'randomization',
  },
  'hyphens and spaces': {
    'liver-abscess': 'liver abscess', 'liver\u2011abscess': 'liver abscess', 'liver  abscess': 'liver abscess',
    'liver\u00A0abscess': 'liver abscess', 'muco-epidermoid carcinoma': 'mucoepidermoid carcinoma',
    'nonsmall cell carcinoma': 'non-small cell carcinoma', 'non small-cell carcinoma': 'non-small cell carcinoma',
    'X ray': 'X-ray', Xray: 'X-ray', 'x-rays': 'X-ray',
  },
  'letters, digits and Greek': {
    'IL-6': 'interleukin-6', IL6: 'interleukin-6', 'IL 6': 'interleukin-6', 'Interleukin 6': 'interleukin-6',
    'IL-1α': 'interleukin-1 alpha', IL1α: 'interleukin-1 alpha', 'IL-1 alpha': 'interleukin-1 alpha',
    'IL-1-Alpha': 'interleukin-1 alpha', 'interleukin-1α': 'interleukin-1 alpha', 'TNFα': 'tumor necrosis factor alpha',
    'TNF-alpha': 'tumor necrosis factor alpha', TNFalpha: 'tumor necrosis factor alpha', 'type II diabetes': 'type 2 diabetes',
  },
  'line breaks': {
    'leukemoid\nreaction': 'leukemoid reaction', 'leukemoid\r\n   reaction': 'leukemoid reaction',
    'leukemoid\n> > reaction': 'leukemoid reaction', 'leuke-\nmoid reaction': 'leukemoid reaction',
    'leuke\u00ADmoid reaction': 'leukemoid reaction', 'leukemoid \\\nreaction': 'leukemoid reaction',
  },
  emphasis: { 'leukemoid** reaction': 'leukemoid reaction', 'leukemoid_ reaction': 'leukemoid reaction' },
  'accents': { 'Meniere disease': 'Ménière disease', 'Me\u0301nie\u0300re’s disease': 'Ménière disease' },
  'possessives': { "Hodgkin's lymphoma": 'Hodgkin lymphoma', 'Hodgkin’s lymphoma': 'Hodgkin lymphoma', 'Hodgkins lymphoma': 'Hodgkin lymphoma' },
  'how terminologies write': {
    'squamous cell carcinoma': 'Carcinoma, Squamous Cell', sinusitis: 'Sinusitis, NOS', aspiration: 'aspiration (procedure)',
  },
  punctuation: { 'E. coli': 'E. coli', 'E coli': 'E. coli', 'CD4+ T-cells': 'CD4+ T cell' },
};

describe('findMentions', () => {
  for (const [kind, texts] of Object.entries(spellings)) {
    it(`knows names in spite of ${kind}`, () => {
      for (const [text, name] of Object.entries(texts)) assert.deepEqual(found(text), [`${text}=${name}`]);
    });
  }

  const nothing = [
    'all', 'All', 'Elisa', 'elisa', 'il-6', 'PUS', 'deliver', 'my_liver_file', 'IL-60', 'IL6R', 'leukemoid\n\nreaction',
    'leukemoid\n>\n> reaction', 'leukemoid. Reaction', 'leukemoid, reaction', 'leukemoid\n* reaction', 'leukemoid—reaction', 'C-T', '',
  ];
  for (const text of nothing) {
    it(`finds nothing in ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), []));
  }

  it('takes the longest name, and what is left after it', () => {
    assert.deepEqual(found('pyogenic liver abscess, liver abscess, pyogenic liver'), [
      'pyogenic liver abscess=pyogenic liver abscess',
      'liver abscess=liver abscess',
      'liver=liver',
    ]);
  });

  it('leaves the possessive out of the mention', () => assert.deepEqual(found('the liver’s edge'), ['liver=liver']));

  it('counts in UTF-16 behind emoji', () => {
    assert.deepEqual(findMentions(index, '🩺👩‍⚕️liver').map(({ start, end }) => [start, end]), [[7, 12]]);
  });

  it('finds ideographs without spaces around', () => assert.deepEqual(found('患者は肝膿瘍とIL-6の上昇'), ['肝膿瘍=肝膿瘍', 'IL-6=interleukin-6']));

  it('keeps within its spans', () => {
    const text = 'liver abscess';
    assert.deepEqual(findMentions(index, text, [{ start: 0, end: 6 }, { start: 6, end: 13 }]).map(({ end }) => end), [5]);
    assert.deepEqual(findMentions(index, text, [{ start: -5, end: 99 }]).map(({ end }) => end), [13]);
    assert.deepEqual(findMentions(index, text, []), []);
  });

  it('puts the user’s concept first, then the one whose name it is', () => {
    const three = compileTermIndex([
      concept('likelihood ratio', { abbreviations: ['LR'] }),
      concept('LR'),
      concept('leukemoid reaction', { abbreviations: ['LR'], terminology: 'glossary' }),
    ]);
    const [mention] = findMentions(three, 'LR');
    assert.deepEqual(mention?.concepts.map(({ name }) => name), ['leukemoid reaction', 'LR', 'likelihood ratio']);
  });

  const piece = fc.oneof(
    fc.constantFrom(...Object.values(spellings).flatMap(Object.keys)),
    fc.constantFrom(' ', '\n', '\n\n', '\r\n', '-', ', ', '**', '_', '> ', '’s', '\u00AD', '\u0301', '🩺', '\uD83D', '\uDE00', 'α'),
    fc.string({ unit: 'binary' }),
  );
  const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('never throws; gives mentions in order, within their spans, that mentionAt gives as well', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const cut = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const spans = [{ start: 0, end: cut[0] ?? 0 }, { start: cut[1] ?? 0, end: text.length }];
        let last = 0;
        for (const mention of findMentions(index, text, spans)) {
          assert.ok(mention.start >= last && mention.start < mention.end);
          assert.ok(spans.some(({ start, end }) => start <= mention.start && mention.end <= end));
          assert.ok(mention.concepts.length > 0);
          assert.deepEqual(mentionAt(index, text, spans, mention.start), mention);
          assert.deepEqual(mentionAt(index, text, spans, mention.end - 1), mention);
          last = mention.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds a name wherever it stands', () => {
    const marks = ['', ' ', '. ', '(', '*', '\n\n', '“', '🩺'];
    fc.assert(
      fc.property(fc.constantFrom(...index.concepts), fc.constantFrom(...marks, 'the '), fc.constantFrom(...marks, ' of'), ({ name }, before, after) => {
        const text = `${before}${name}${after}`;
        const mention = mentionAt(index, text, undefined, before.length);
        assert.equal(mention?.start, before.length);
        assert.equal(mention.concepts[0]?.name, name);
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    const repeated = compileTermIndex([concept(Array(24).fill('a').join(' ')), concept('b-'.repeat(12))]);
    for (const text of ['a '.repeat(200_000), 'a-'.repeat(200_000), 'a'.repeat(400_000), '-'.repeat(400_000), '\n'.repeat(400_000), 'b-b '.repeat(100_000), '\u0301'.repeat(400_000), '_'.repeat(400_000), "'".repeat(400_000)]) {
      const begin = performance.now();
      findMentions(repeated, text);
      assert.ok(performance.now() - begin < 10_000, JSON.stringify(text.slice(0, 4)));
    }
  });
});

describe('mentionAt', () => {
  it('prefers what begins at the offset also where two spans touch', () => {
    const text = 'feverliver abscess';
    const spans = [{ start: 0, end: 5 }, { start: 5, end: text.length }];
    assert.equal(mentionAt(index, text, spans, 5)?.start, 5);
  });

  it('holds the beginning and the end of a mention', () => {
    const text = 'a liver abscess.';
    for (const at of [2, 8, 14, 15]) assert.equal(mentionAt(index, text, undefined, at)?.start, 2);
    for (const at of [-1, 0, 1, 16, 99]) assert.equal(mentionAt(index, text, undefined, at), undefined);
  });

  it('looks in the span that holds the offset only', () => {
    const text = '`liver` liver';
    assert.equal(mentionAt(index, text, [{ start: 7, end: 13 }], 3), undefined);
    assert.equal(mentionAt(index, text, [{ start: 7, end: 13 }], 9)?.start, 8);
  });
});
