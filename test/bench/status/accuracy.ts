import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Span } from '../../../src/core/text';
import type { StatusKind } from '../../../src/core/terms/status/status';
import { sharedPath } from '../../support/shared';
import { labelledSentences } from '../../unit/terms/status/labelled';
import type * as Terms from '../ours/terms';
import { negexNegates } from './negex';

/** What one mention is by hand, by us and by NegEx. */
interface Judged {
  readonly gold: StatusKind;
  readonly ours: StatusKind;
  readonly negex: boolean;
}

const kinds: readonly StatusKind[] = ['negated', 'possible', 'historical', 'family', 'normal', 'affirmed'];

/** Prints how far the status of mentions agrees with what was read out of texts by hand, and NegEx beside. */
export function statusAccuracy(ours: typeof Terms): void {
  const read = readerOf(ours);
  report('our own sentences', labelledSentences().flatMap(({ text, mentions }) => mentions.map((mention) => judged(text, mention, mention.kind, read))));
  const abstracts = labelledAbstracts();
  for (const set of ['seen', 'seen later', 'kept back']) {
    const some = abstracts.filter((one) => one.set === set);
    if (some.length === 0) console.log(`abstracts (${set}): skipped, no data here`);
    else report(`abstracts (${set})`, some.map(({ text, mention, kind }) => judged(text, mention, kind, read)));
  }
}

type Read = (text: string, mention: Span) => { readonly sentence: Span; readonly kind: StatusKind };

function readerOf({ StatusReader, sentencesOf }: typeof Terms): Read {
  const reader = new StatusReader();
  return (text, mention) => {
    for (const pieces of sentencesOf(text, [{ start: 0, end: text.length }])) {
      const [piece] = pieces;
      if (!piece || mention.start < piece.start || piece.end <= mention.start) continue;
      let kind: StatusKind = 'affirmed';
      reader.readAll(text, [pieces], { count: 1, startOf: () => mention.start, endOf: () => mention.end }, (_, status) => (kind = status.kind));
      return { sentence: piece, kind };
    }
    return { sentence: { start: 0, end: text.length }, kind: 'affirmed' };
  };
}

function judged(text: string, { start, end }: Span, gold: StatusKind, read: Read): Judged {
  const { sentence, kind } = read(text, { start, end });
  const within = { start: start - sentence.start, end: end - sentence.start };
  return { gold, ours: kind, negex: negexNegates(text.slice(sentence.start, sentence.end), within) };
}

function report(what: string, all: readonly Judged[]): void {
  console.log(`${what}: ${all.length} mentions, ${all.filter(({ gold }) => gold === 'negated').length} negated`);
  for (const kind of kinds) {
    if (!all.some(({ gold }) => gold === kind)) continue;
    console.log(`${what}, ${kind}: ${figures(all, ({ gold }) => gold === kind, ({ ours }) => ours === kind)}`);
  }
  console.log(`${what}, negated by NegEx: ${figures(all, ({ gold }) => gold === 'negated', ({ negex }) => negex)}`);
  console.log(`${what}, all kinds: ${share(all, ({ gold, ours }) => gold === ours)} right`);
}

function figures(all: readonly Judged[], wanted: (one: Judged) => boolean, found: (one: Judged) => boolean): string {
  const scores = resamples(all).map((sample) => scoreOf(sample, wanted, found).f1).sort((a, b) => a - b);
  const { precision, recall, f1 } = scoreOf(all, wanted, found);
  const at = (part: number) => (scores[Math.floor(part * (scores.length - 1))] ?? 0).toFixed(3);
  return `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)} [${at(0.025)}-${at(0.975)}]`;
}

function scoreOf(all: readonly Judged[], wanted: (one: Judged) => boolean, found: (one: Judged) => boolean): { precision: number; recall: number; f1: number } {
  const both = all.filter((one) => wanted(one) && found(one)).length;
  const precision = both / Math.max(1, all.filter(found).length);
  const recall = both / Math.max(1, all.filter(wanted).length);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(Number.MIN_VALUE, precision + recall) };
}

function share(all: readonly Judged[], test: (one: Judged) => boolean): string {
  return (all.filter(test).length / all.length).toFixed(3);
}

/** The same mentions drawn again with replacement, a thousand times: the bootstrap's percentiles are the interval. */
function resamples(all: readonly Judged[]): Judged[][] {
  let seed = 1995;
  const next = () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x7fffffff;
  return Array.from({ length: 1000 }, () => all.flatMap(() => all[Math.floor(next() * all.length)] ?? []));
}

interface LabelledAbstract {
  readonly set: string;
  readonly text: string;
  readonly mention: Span;
  readonly kind: StatusKind;
}

function labelledAbstracts(): LabelledAbstract[] {
  const file = path.resolve(__dirname, '..', '..', 'data', 'status', 'abstracts.tsv');
  const texts = new Map<string, ReadonlyMap<string, string>>();
  return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).flatMap((line) => {
    const [set = '', corpus = '', id = '', start, end, kind] = line.split('\t');
    if (!texts.has(corpus)) texts.set(corpus, textsOf(corpus));
    const text = texts.get(corpus)?.get(id);
    return text === undefined ? [] : [{ set, text, mention: { start: Number(start), end: Number(end) }, kind: kind as StatusKind }];
  });
}

function textsOf(corpus: string): ReadonlyMap<string, string> {
  const file = sharedPath('data', 'corpora', `${corpus}.jsonl`);
  if (!file) return new Map();
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => JSON.parse(line) as { id: string; text: string }).map(({ id, text }) => [id, text]));
}
