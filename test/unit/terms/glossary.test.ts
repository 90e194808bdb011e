import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readGlossary } from '../../../src/core/terms/glossary';
import { resolveBroader } from '../../../src/core/terms/resolveBroader';

const origin = { uri: 'file:///notes/glossary.yaml', terminology: 'glossary' };

/** Each problem's code with the text it stands on. */
function problemsOf(text: string): string[] {
  return readGlossary(text, origin).problems.map(({ code, span }) => `${code}: ${span ? text.slice(span.start, span.end) : ''}`);
}

function namesOf(text: string): string[] {
  return readGlossary(text, origin).concepts.map(({ name }) => name);
}

describe('readGlossary', () => {
  it('reads all that an entry can say', () => {
    const text = `# mine
terms:
  - name: leukemoid reaction
    synonyms: [leukaemoid reaction]
    abbreviations: [LR]
    definition: >-
      A white cell count above 50
      without leukemia.
    type: Finding
    ids: [MESH:D007955]
    broader: [leukocytosis]
`;
    const { concepts, broaderNames, problems } = readGlossary(text, origin);
    assert.deepEqual(problems, []);
    assert.deepEqual(concepts, [
      {
        id: 'glossary:leukemoid-reaction',
        name: 'leukemoid reaction',
        synonyms: ['leukaemoid reaction'],
        abbreviations: ['LR'],
        definition: 'A white cell count above 50 without leukemia.',
        type: 'Finding',
        xrefs: ['MESH:D007955'],
        broader: [],
        terminology: 'glossary',
        source: { uri: origin.uri, span: { start: text.indexOf('name:'), end: text.length - 1 } },
      },
    ]);
    assert.deepEqual(broaderNames.map(({ name, span }) => [name, text.slice(span.start, span.end)]), [['leukocytosis', 'leukocytosis']]);
  });

  it('takes one text for a list of one, and numbers for text', () => {
    const [concept] = readGlossary('terms: [{name: 22q11, synonyms: 007, abbreviations: [1e3]}]', origin).concepts;
    assert.deepEqual([concept?.name, concept?.synonyms, concept?.abbreviations], ['22q11', ['007'], ['1e3']]);
  });

  for (const text of ['', '# nothing yet\n', 'terms:\n', 'terms: []', '---\n...\n', '\uFEFFterms:\n']) {
    it(`takes ${JSON.stringify(text)} for a glossary without terms`, () => {
      assert.deepEqual(readGlossary(text, origin), { concepts: [], broaderNames: [], problems: [] });
    });
  }

  const mistakes: [what: string, text: string, problems: string[], names: string[]][] = [
    ['a root that is no map', '- name: a', ['wrong-type: - name: a'], []],
    ['terms that are no list', 'terms: {name: a}', ['not-a-list: {name: a}'], []],
    ['an entry without name', 'terms:\n  - synonyms: [a]\n  - name: b', ['term-without-name: synonyms: [a]'], ['b']],
    ['an empty name', 'terms:\n  - name: " "\n  - name: b', ['term-without-name: name: " "'], ['b']],
    ['an entry that is text', 'terms: [a, {name: b}]', ['wrong-type: a'], ['b']],
    ['an unknown key', 'terms: [{name: a, synonim: b}]', ['unknown-key: synonim'], ['a']],
    ['a key twice', 'terms: [{name: a, name: b}]', ['yaml-syntax: name'], ['a']],
    ['a list for a text', 'terms: [{name: a, type: [b]}]', ['wrong-type: [b]'], ['a']],
    ['a map within a list', 'terms: [{name: a, synonyms: [b, {c: d}]}]', ['wrong-type: {c: d}'], ['a']],
    ['a malformed id', 'terms: [{name: a, ids: [D007955, MESH:D1]}]', ['id-malformed: D007955'], ['a']],
    ['a name twice', 'terms: [{name: a b}, {name: c}, {name: A  b}]', ['term-duplicate: A  b'], ['a b', 'c']],
    ['an unclosed bracket', 'terms:\n  - name: a\n  - name: [b\n', ['yaml-syntax: ', 'wrong-type: [b', 'term-without-name: name: [b'], ['a']],
    ['a tab for indentation', 'terms:\n  - name: a\n  - name: b\n\tsynonyms: c', ['yaml-syntax: \tsynonyms: c'], ['a', 'b\tsynonyms: c']],
  ];
  for (const [what, text, problems, names] of mistakes) {
    it(`tells of ${what}, and reads the rest`, () => {
      if (what !== 'a tab for indentation') {
        assert.deepEqual(problemsOf(text), problems);
        assert.deepEqual(namesOf(text), names);
      } else {
        assert.ok(problemsOf(text).some((problem) => problem.startsWith('yaml-syntax')));
        assert.equal(namesOf(text)[0], 'a');
      }
    });
  }

  it('guesses what a mistyped key was to be', () => {
    const [problem] = readGlossary('terms: [{name: a, defintion: b}]', origin).problems;
    assert.deepEqual(problem?.code === 'unknown-key' && problem.params.suggestion, 'definition');
    const [far] = readGlossary('terms: [{name: a, colour: b}]', origin).problems;
    assert.deepEqual(far?.code === 'unknown-key' && far.params.suggestion, undefined);
  });

  it('says in which line a name stands already', () => {
    const [problem] = readGlossary('terms:\n  - name: a\n  - name: A', origin).problems;
    assert.deepEqual(problem?.params, { name: 'A', other: 'a', line: 2 });
  });

  it('leaves a name of 10,000 characters out', () => {
    const long = 'x'.repeat(10_000);
    assert.deepEqual(namesOf(`terms: [{name: ${long}}, {name: a, synonyms: [${long}, b]}]`), ['a']);
    assert.equal(problemsOf(`terms: [{name: ${long}}]`)[0]?.slice(0, 13), 'text-too-long');
  });

  it('reads aliases, but not a bomb of them', () => {
    assert.deepEqual(readGlossary('terms: [{name: a, synonyms: &s [b]}, {name: c, synonyms: *s}]', origin).concepts[1]?.synonyms, ['b']);
    const bomb = `terms:\n  - &a {name: a, synonyms: [${'x,'.repeat(1000)}]}\n${'  - *a\n'.repeat(10_000)}`;
    const codes = new Set(readGlossary(bomb, origin).problems.map(({ code }) => code));
    assert.ok(codes.has('aliases-too-many'));
    assert.deepEqual(problemsOf('terms: &t [*t]'), ['wrong-type: *t']);
  });

  it('takes no list inside of 10,000 lists, which would end the process', () => {
    for (const text of [`terms: ${'- '.repeat(10_000)}`, `terms:\n${'- '.repeat(10_000)}`, `terms: ${'['.repeat(10_000)}`]) {
      assert.deepEqual(readGlossary(text, origin).problems.map(({ code }) => code), ['yaml-syntax']);
    }
  });

  it('leaves prototypes alone', () => {
    const text = 'terms: [{name: __proto__, synonyms: [constructor]}, {__proto__: {polluted: 1}, name: toString}]\n__proto__: {polluted: 1}';
    assert.deepEqual(namesOf(text), ['__proto__', 'toString']);
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });

  it('gives ids of their own to names that differ in signs only', () => {
    const { concepts } = readGlossary('terms: [{name: C3+}, {name: C3-}, {name: 肝}, {name: IL-1α}]', origin);
    assert.deepEqual(concepts.map(({ id }) => id), ['glossary:c3', 'glossary:c3--2', 'glossary:肝', 'glossary:il-1-alpha']);
  });

  it('never throws, and points into the text', () => {
    const line = fc.oneof(
      fc.constantFrom('terms:', '  - name: a', '    synonyms: [b', '    synonyms: c', '    ids: [x]', '  - &a', '  - *a', '? x', '  - |', '"', '%', '---', '!!map'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, newLine) => {
        const text = lines.join(newLine);
        for (const { span } of readGlossary(text, origin).problems) {
          assert.ok(!span || (0 <= span.start && span.start <= span.end && span.end <= text.length));
        }
      }),
      { numRuns: 100 },
    );
    // Mocha keeps whole stack traces, of which the parser makes hundreds here.
    for (const text of ['['.repeat(2_000), '{a: '.repeat(200), '- '.repeat(2_000), 'a: '.repeat(200)]) readGlossary(text, origin);
  });
});

describe('resolveBroader', () => {
  it('finds names in the file before those of others, and synonyms', () => {
    const builtIn = readGlossary('terms: [{name: leukocytosis, synonyms: [high white count]}, {name: sign}]', { ...origin, terminology: 'casebook' });
    const text = 'terms: [{name: a, broader: [High white count, sign, sign]}, {name: sign}]';
    const { concepts, problems } = resolveBroader(readGlossary(text, origin), builtIn.concepts);
    assert.deepEqual(problems, []);
    assert.deepEqual(concepts[0]?.broader, ['casebook:leukocytosis', 'glossary:sign']);
  });

  it('tells of unknown names and of circles', () => {
    const text = 'terms: [{name: a, broader: [b, x]}, {name: b, broader: [c]}, {name: c, broader: [a]}, {name: d, broader: d}]';
    const { concepts, problems } = resolveBroader(readGlossary(text, origin), []);
    assert.deepEqual(
      problems.map(({ code, span }) => `${code} ${text.slice(span?.start, span?.end)}`),
      ['broader-unknown x', 'broader-cycle a', 'broader-cycle d'],
    );
    assert.deepEqual(concepts.map(({ broader }) => broader), [['glossary:b'], ['glossary:c'], [], []]);
  });
});
