import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseNote } from '../../../src/core/notes/parseNote';
import type { Concept } from '../../../src/core/terms/concept';
import { flatSpans } from '../../../src/core/terms/document/flatSpans';
import { DocumentTerms } from '../../../src/core/terms/documentTerms';
import { Recogniser } from '../../../src/core/terms/recognition/recogniser';
import { optionsWithout } from '../../../src/core/terms/recognition/stepsOff';
import { StatusReader } from '../../../src/core/terms/status/statusReader';
import { compileTermIndex } from '../../../src/core/terms/termIndex';

function concept(name: string, abbreviations: string[] = []): Concept {
  return { id: name, name, synonyms: [], abbreviations, xrefs: [], broader: [], terminology: 'casebook' };
}

/** One whose acronyms count only where they are spelled out. */
function foreign(name: string, ...synonyms: string[]): Concept {
  return { ...concept(name), synonyms, terminology: 'mesh' };
}

const index = compileTermIndex([
  concept('fever'), concept('liver abscess'), concept('leukemoid reaction'), concept('likelihood ratio', ['LR']), concept('lymph node', ['LN']),
  concept('computed tomography', ['CT']), concept('CT scan'), concept('E. coli'), concept('tumor necrosis factor alpha', ['TNF-α']), concept('herpes simplex virus'),
  foreign('diabetes mellitus', 'DM'), foreign('myotonic dystrophy', 'DM'), foreign('common cold', 'cold'), foreign('low temperature', 'cold'), foreign('breast cancer'),
  foreign('ovarian cancer'), foreign('pyruvate kinase deficiency'),
]);
const recogniser = new Recogniser(index.search);
const status = new StatusReader();

function update(terms: DocumentTerms, text: string): void {
  terms.update(text, flatSpans(parseNote(text).prose));
}

function made(text: string): DocumentTerms {
  const terms = new DocumentTerms(recogniser, status);
  update(terms, text);
  return terms;
}

/** What each mention is: `words=concept`, with its status where that is not affirmed. */
function found(text: string): string[] {
  return made(text).mentionsIn(0, text.length).map(({ start, end, concepts, status: { kind }, via }) =>
    `${text.slice(start, end)}=${concepts[0]?.name ?? ''}${kind === 'affirmed' ? '' : ` ${kind}`}${via ? ' via' : ''}`);
}

describe('DocumentTerms', () => {
  it('tells the status of what stands in the prose', () => {
    assert.deepEqual(found('# Fever\n\nNo fever [@a] or liver abscess was seen. `fever`\n\n- fever\n'), ['Fever=fever', 'fever=fever negated', 'liver abscess=liver abscess negated', 'fever=fever']);
  });

  it('takes abbreviations for what the text says they are; before the definition, where they mean nothing else', () => {
    assert.deepEqual(found('TCR rose. A tumor cell reaction (TCR). TCR.').length, 0);
    assert.deepEqual(found('LKR rose. A leukemoid reaction (LKR).')[0], 'LKR=leukemoid reaction via');
    assert.deepEqual(found('LR rose. A leukemoid reaction (LR) was seen.\n\nNo LR.'), [
      'LR=likelihood ratio', 'leukemoid reaction=leukemoid reaction', 'LR=leukemoid reaction via', 'LR=leukemoid reaction negated via',
    ]);
  });

  it('takes each use for what the last definition before it says', () => {
    assert.deepEqual(found('A leukemoid reaction (LR): LR.\n\nA likelihood ratio (LR): LR.').filter((one) => one.startsWith('LR')), [
      'LR=leukemoid reaction via', 'LR=leukemoid reaction via', 'LR=likelihood ratio via', 'LR=likelihood ratio via',
    ]);
  });

  it('takes an abbreviation of something that no concept is for nothing else', () => {
    assert.deepEqual(found('The lower ramus (LR) and the LR.'), []);
    assert.deepEqual(found('The LR.'), ['LR=likelihood ratio']);
  });

  it('knows plurals, hyphens, Greek, spaces, and longer names that hold a short form', () => {
    assert.deepEqual(found('lymph nodes (LNs), LN, LNs, LN-positive, LNX'), ['lymph nodes=lymph node', 'LNs=lymph node via', 'LN=lymph node via', 'LNs=lymph node via', 'LN=lymph node via']);
    assert.deepEqual(found('tumor necrosis factor alpha (TNF-α). TNFα, TNF-α.').slice(1), ['TNF-α=tumor necrosis factor alpha via', 'TNFα=tumor necrosis factor alpha via', 'TNF-α=tumor necrosis factor alpha via']);
    assert.deepEqual(found('herpes simplex virus (HS V). HS V and HSV').slice(1), ['HS V=herpes simplex virus via', 'HS V=herpes simplex virus via', 'HSV=herpes simplex virus via']);
    assert.deepEqual(found('computed tomography (CT). A CT scan.').at(-1), 'CT scan=CT scan');
  });

  it('goes on over names with a full stop', () => assert.deepEqual(found('It was E. coli. Fever.'), ['E. coli=E. coli', 'Fever=fever']));

  it('holds a mention’s beginning and end, and of two that touch the second', () => {
    const terms = made('fever-LR x');
    assert.deepEqual([0, 5, 6, 8, 9].map((at) => terms.mentionAt(at)?.start), [0, 0, 6, 6, undefined]);
  });

  it('takes from headings what they say of all below them, where a text says nothing else itself', () => {
    const kinds = (text: string): string[] => made(text).mentionsIn(0, text.length).map(({ concepts, status: { kind } }) => `${concepts[0]?.name ?? ''} ${kind}`);
    assert.deepEqual(kinds('# Case\n\nFever.\n\n## Family history\n\nFever. No liver abscess.\n\n### Mother\n\n- fever\n\n## Course\n\nFever.'), [
      'fever affirmed', 'fever family', 'liver abscess negated', 'fever family', 'fever affirmed',
    ]);
    for (const heading of ['## **Family History:**', 'Family history\n---', '# 2.1 Family history {#fh}', '# FH']) assert.deepEqual(kinds(`${heading}\n\nFever.`), ['fever family'], heading);
    for (const heading of ['# Past medical history', '# PMH', '# Past Medical and Surgical History', 'Medical history\n===']) assert.deepEqual(kinds(`${heading}\n\nFever.`), ['fever historical'], heading);
    for (const heading of ['# History', '# History of present illness', '# Past medical and family history', '**Family history**', '# Family historians', `# Family history ${'of '.repeat(20)}`]) {
      assert.deepEqual(kinds(`${heading}\n\nFever.`), ['fever affirmed'], heading);
    }
  });

  it('takes it from headings too that the text does not mark, where they are told', () => {
    const text = 'A case\n\nFever.\n\nFamily history\n\nFever.\n\nMother\n\nFever.\n\nCourse\n\nFever.';
    const headings = new Map(Object.entries({ 'A case': 1, 'Family history': 2, Mother: 3, Course: 2 }).map(([words, level]) => [text.indexOf(words), level]));
    const terms = new DocumentTerms(recogniser, status);
    terms.update(text, flatSpans(parseNote(text).prose), undefined, headings);
    const of = (): string[] => terms.mentionsIn(0, text.length).map((one) => one.status.kind);
    assert.deepEqual(of(), ['affirmed', 'family', 'family', 'affirmed']);
    const { start, status: { cue } } = terms.mentionsIn(0, text.length)[1] ?? assert.fail();
    assert.equal(text.slice(cue?.start, cue?.end), 'Family history');
    assert.ok(start > (cue?.end ?? 0));
  });

  it('says which heading says so, wherever that stands', () => {
    const terms = made('## Family history\n\nOne.\n\nFever.');
    update(terms, '## Family history\n\nMany words.\n\nFever.');
    assert.deepEqual(terms.mentionsIn(0, 99)[0]?.status, { kind: 'family', cue: { start: 3, end: 17 } });
    update(terms, '## Family matters\n\nMany words.\n\nFever.');
    assert.deepEqual(terms.mentionsIn(0, 99)[0]?.status, { kind: 'affirmed' });
  });

  it('tells no status where that step is off', () => {
    const text = '# Family history\n\nNo fever.';
    const terms = new DocumentTerms(new Recogniser(index.search, optionsWithout(['status'])), status);
    update(terms, text);
    assert.deepEqual(terms.mentionsIn(0, text.length).map((one) => one.status), [{ kind: 'affirmed' }]);
  });

  it('counts what the document speaks of', () => {
    const [fever, abscess] = made('Fever. No fever. A liver abscess.').counts();
    assert.deepEqual([fever?.concept.name, fever?.count, fever?.statuses, fever?.offsets], ['fever', 2, { affirmed: 1, negated: 1 }, [0, 10]]);
    assert.equal(abscess?.concept.name, 'liver abscess');
  });

  it('counts all that a mention means at once, and no other meaning', () => {
    const terms = made('No breast and ovarian cancer. Ovarian cancer. A common cold or a cold.');
    assert.deepEqual(terms.mentionsIn(0, 30)[0]?.meant, 2);
    assert.deepEqual(terms.counts().map(({ concept, count, statuses }) => [concept.name, count, statuses]), [
      ['breast cancer', 1, { negated: 1 }], ['ovarian cancer', 2, { negated: 1, affirmed: 1 }], ['common cold', 2, { affirmed: 2 }],
    ]);
  });

  it('moves the spans of cues and scopes along', () => {
    const terms = made('One.\n\nNo fever.');
    update(terms, 'Two words.\n\nNo fever.');
    assert.deepEqual(terms.mentionsIn(0, 99)[0]?.status, { kind: 'negated', cue: { start: 12, end: 14 }, scope: { start: 15, end: 20 } });
  });

  const pieces = [
    'DM', 'diabetes mellitus', 'myotonic dystrophy', ' cold ', 'common cold', 'low temperature', 'breast and ovarian cancer', 'pyruvate kinase (PK)', 'PK deficiency',
    'No fever was seen', 'A leukemoid reaction (LR)', 'LR', 'A likelihood ratio (LR)', 'The lower ramus (LR)', 'liver abscess', ' and ', ', ', '. ', '.', 'The ', 'He had ', '\n', '\n\n', '\n- ', '\n# ', '\n> ', '\n## Family history\n', '\n# Past history', '\n### ', 'Family history\n---\n',
    ' [@a] ', '`code`', '```\n', '$x$', '(', ')', 'CT', 'computed tomography (CT)', 'E. coli', 'TNF-α', 'Dr. ', '<!-- ', ' -->', '| a | b |\n', '🩺', 'é', '---\n', 'history of ', '[^1]', 'hepatitis B. ',
    `${'He had no fever and a liver abscess. '.repeat(20)}`, `${'Words without end '.repeat(60)}`,
  ];
  const piece = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) });
  const sentences = fc.array(fc.constantFrom<string>('He had fever. ', 'DM was seen. ', 'Diabetes mellitus. ', 'A cold. ', 'A common cold. ', 'Low temperature. ', 'No fever. ', 'Liver abscess. ', 'It was hepatitis B. ', 'A leukemoid reaction (LR) rose. ', 'LR. ', 'dr. ', 'The '), { minLength: 8, maxLength: 30 });
  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(900)), insert: fc.array(piece, { maxLength: 3 }), joins: fc.boolean() });

  it('is after any changes what it would be of the whole text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(piece, { maxLength: 25 }), sentences), fc.constantFrom(1, 100, 2000), fc.array(edit, { minLength: 1, maxLength: 12 }), (parts, longUnit, edits) => {
        let text = parts.join('');
        const terms = new DocumentTerms(recogniser, status, longUnit);
        update(terms, text);
        edits.forEach(({ at, remove, insert, joins }, number) => {
          const start = joins ? Math.max(0, text.indexOf('. ', Math.floor(at * text.length))) : Math.floor(at * text.length);
          const [next = ''] = text.slice(start + 2);
          // A small letter after a full stop joins two sentences, a capital parts them.
          if (joins) text = text.slice(0, start) + '. ' + (next === next.toLowerCase() ? next.toUpperCase() : next.toLowerCase()) + text.slice(start + 3);
          else text = text.slice(0, start) + insert.join('') + text.slice(start + remove);
          update(terms, text);
          // Not after each, so that what was not asked for meanwhile is held, too.
          if (number % 2 === 0) return;
          const whole = made(text);
          assert.deepEqual(terms.mentionsIn(0, text.length), whole.mentionsIn(0, text.length));
          assert.deepEqual(terms.counts(), whole.counts());
          assert.deepEqual(terms.mentionAt(start), whole.mentionAt(start));
        });
      }),
      { numRuns: 400 },
    );
  });

  it('finds anew what depends on other paragraphs when those change', () => {
    const names = (terms: DocumentTerms) => terms.mentionsIn(0, 999).map(({ concepts }) => concepts[0]?.name);
    const terms = made('DM.\n\nx\n\nA cold.');
    assert.deepEqual(names(terms), ['common cold']);
    update(terms, 'DM.\n\ndiabetes mellitus\n\nA cold.');
    assert.deepEqual(names(terms), ['diabetes mellitus', 'diabetes mellitus', 'common cold']);
    update(terms, 'DM.\n\nlow temperature\n\nA cold.');
    assert.deepEqual(names(terms), ['low temperature', 'low temperature']);
  });

  it('is after paragraphs were replaced what it would be of the whole text', () => {
    const paragraph = fc.constantFrom('DM', 'Diabetes mellitus', 'A cold', 'Common cold', 'Low temperature', 'Diabetes mellitus (DM)', 'Likelihood ratio (DM)', 'Likelihood (DM)', 'Myotonic dystrophy', 'x');
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 2, maxLength: 6 }), fc.array(fc.tuple(fc.nat(5), paragraph), { maxLength: 6 }), (first, changes) => {
        const paragraphs = [...first];
        const terms = made(paragraphs.join('\n\n'));
        for (const [at, words] of changes) {
          terms.mentionsIn(0, 999);
          paragraphs[at % paragraphs.length] = words;
          update(terms, paragraphs.join('\n\n'));
        }
        const text = paragraphs.join('\n\n');
        assert.deepEqual(terms.mentionsIn(0, text.length), made(text).mentionsIn(0, text.length));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes time in proportion to the text, whatever stands in it', () => {
    for (const part of ['((((', 'leukemoid reaction (LR) ', 'leukemoid reaction (LR)\n\n', 'no fever ', '. ', '1. ', 'AB (', 'LR, LR; ', '患者发热。', '🩺', 'x-', 'a']) {
      const text = part.repeat(Math.ceil(100_000 / part.length));
      const begin = process.cpuUsage(); // the machine may be busy with other things
      const terms = new DocumentTerms(recogniser, status);
      terms.update(text, flatSpans([{ start: 0, end: text.length }]));
      terms.mentionsIn(0, text.length);
      terms.update(`x${text}`, flatSpans([{ start: 0, end: text.length + 1 }]));
      terms.mentionsIn(0, text.length);
      const ms = process.cpuUsage(begin).user / 1000;
      assert.ok(ms < 1500, `${JSON.stringify(part)}: ${ms} ms`);
    }
  });

  it('holds 200,000 paragraphs', () => {
    const text = 'fever\n\n'.repeat(200_000);
    const spans = flatSpans(Array.from({ length: 200_000 }, (_, at) => ({ start: at * 7, end: at * 7 + 5 })));
    const terms = new DocumentTerms(recogniser, status);
    terms.update(text, spans);
    assert.equal(terms.counts()[0]?.count, 200_000);
  });
});
