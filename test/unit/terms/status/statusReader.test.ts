import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../../../src/core/text';
import { sentencesOf } from '../../../../src/core/terms/status/sentences';
import { affirmed, type MentionStatus } from '../../../../src/core/terms/status/status';
import { StatusReader } from '../../../../src/core/terms/status/statusReader';
import { type LabelledText, labelledSentences, readMarks } from './labelled';

const reader = new StatusReader();

function read(text: string, pieces: readonly Span[], mentions: readonly Span[]): MentionStatus[] {
  const statuses: MentionStatus[] = mentions.map(() => affirmed);
  const placed = { count: mentions.length, startOf: (place: number) => mentions[place]?.start ?? 0, endOf: (place: number) => mentions[place]?.end ?? 0 };
  reader.readAll(text, [pieces], placed, (place, status) => (statuses[place] = status));
  return statuses;
}

function statuses({ text, mentions }: LabelledText): MentionStatus[] {
  return sentencesOf(text, [{ start: 0, end: text.length }]).flatMap((pieces) => {
    const start = pieces[0]?.start ?? 0;
    const end = pieces.at(-1)?.end ?? 0;
    return read(text, pieces, mentions.filter((mention) => mention.start >= start && mention.start < end));
  });
}

function cueAndScope(marked: string): (string | undefined)[] {
  const labelled = readMarks(marked);
  const [status] = statuses(labelled);
  const words = (span?: { start: number; end: number }) => span && labelled.text.slice(span.start, span.end);
  return [status?.kind, words(status?.cue), words(status?.scope)];
}

describe('StatusReader', () => {
  it('tells the cue and what it speaks of', () => {
    assert.deepEqual(cueAndScope('There was no evidence of infection or {n:abscess}; fever rose.'), ['negated', 'no evidence of', 'infection or abscess']);
    assert.deepEqual(cueAndScope('On examination, the liver and {o:spleen} were normal.'), ['normal', 'were normal', 'the liver and spleen']);
    assert.deepEqual(cueAndScope('He had {a:fever}.'), ['affirmed', undefined, undefined]);
  });

  const cases: Record<string, string[]> = {
    'what ends a scope': [
      'No {n:fever} was noted, but a {a:cough} was.', 'He had no {n:fever} and complained of {a:cough}.', 'No {n:fever}; {a:cough}.',
      'No {n:fever}. {a:Cough} was noted.', 'No {n:fever} was caused by the {a:abscess}.', '(no {n:fever}) and {a:cough}',
    ],
    'lists': ['no {n:fever}, {n:chills}, or {n:rash}', '{n:Fever}, {n:chills}, and {n:rash} were absent.', 'neither {n:fever} nor {n:rash}'],
    'what only looks like a cue': ['no increase in {a:pain}', 'not only {a:fever}', 'Gram-negative {a:sepsis}', 'no doubt about {a:sepsis}'],
    'capitals': ['NO {n:FEVER}', 'No {n:fever}'],
    'names that contain a cue': ['{a:absence of the uterus} was found', '{a:family history}'],
    'citations between the words': ['no {n:fever} [1] or {n:rash}'],
  };
  for (const [kind, sentences] of Object.entries(cases)) {
    it(`knows ${kind}`, () => {
      for (const sentence of sentences) {
        const labelled = readMarks(sentence);
        assert.deepEqual(statuses(labelled).map(({ kind: found }) => found), labelled.mentions.map(({ kind: wanted }) => wanted), sentence);
      }
    });
  }

  it('agrees with the labelled sentences: negation F1 at least .90, all kinds .90 of the mentions', () => {
    const pairs = labelledSentences().flatMap((labelled) => {
      const found = statuses(labelled);
      return labelled.mentions.map(({ kind }, at) => ({ kind, found: found[at]?.kind }));
    });
    assert.ok(pairs.length > 400);
    const hits = pairs.filter(({ kind, found }) => kind === 'negated' && found === 'negated').length;
    const all = pairs.filter(({ kind }) => kind === 'negated').length + pairs.filter(({ found }) => found === 'negated').length;
    assert.ok((2 * hits) / all >= 0.9, `F1 ${(2 * hits) / all}`);
    assert.ok(pairs.filter(({ kind, found }) => kind === found).length / pairs.length >= 0.9);
  });

  it('never throws; gives each mention a status whose spans lie in the sentence', () => {
    const piece = fc.oneof(
      fc.constantFrom('no ', 'not ', 'fever', ', ', ' and ', ' or ', 'was ', 'were negative', 'which ', 'but ', '; ', '(', ')', 'history of ', '3-week ', 'mother ', 'normal ', '. The ', '’s', '🩺', '\uD83D'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.array(fc.nat(80)), (pieces, offsets) => {
        const text = pieces.join('');
        const mentions = offsets.sort((a, b) => a - b).map((start) => ({ start, end: start + 3 })).filter(({ end }) => end <= text.length);
        const found = read(text, [{ start: 0, end: text.length }], mentions);
        assert.equal(found.length, mentions.length);
        for (const { cue, scope } of found) {
          for (const span of [cue, scope]) assert.ok(!span || (span.start >= 0 && span.start < span.end && span.end <= text.length));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('takes time in proportion to the sentence', () => {
    for (const part of ['no fever ', 'no ', 'was ', 'and ', ', ', '(', ')', 'no (', 'was negative ', 'mother had ', 'years ago ', 'history of history ', 'might be ', 'a', '-', '\u0301', 'no fever or possible history of normal ']) {
      const text = part.repeat(Math.ceil(500_000 / part.length));
      const mentions = Array.from({ length: 20_000 }, (_, at) => ({ start: at * 20, end: at * 20 + 5 }));
      const begin = performance.now();
      read(text, [{ start: 0, end: text.length }], mentions);
      assert.ok(performance.now() - begin < 5000, `${JSON.stringify(part)}: ${performance.now() - begin} ms`);
    }
  });
});
