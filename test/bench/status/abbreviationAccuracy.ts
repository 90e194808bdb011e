import { readFileSync } from 'node:fs';
import type { Abbreviation } from '../../../src/core/terms/abbreviations';
import { sharedPath } from '../../support/shared';
import type * as Terms from '../ours/terms';

interface GoldMention {
  readonly s: number;
  readonly e: number;
  readonly t: string;
  readonly ids: readonly string[];
}

interface Document {
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/** As long as Schwartz and Hearst's short forms. */
const longestShort = 10;

/**
 * Prints how far the abbreviations found agree with corpora whose mentions have ids. A definition to find is a mention with
 * another one of the same id in brackets after it. One that is found is right where the short form and the long one, or a part of it, are mentions of the same id.
 */
export function abbreviationAccuracy({ abbreviationsOf }: typeof Terms): void {
  for (const corpus of ['ncbi_disease.train-dev', 'bc5cdr.train-dev', 'gsc_2024.first-114']) {
    const file = sharedPath('data', 'corpora', `${corpus}.jsonl`);
    if (!file) {
      console.log(`abbreviations, ${corpus}: skipped, no data here`);
      continue;
    }
    const counts = { gold: 0, found: 0, whole: 0, judged: 0, right: 0, uses: 0, usesRight: 0 };
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const document = JSON.parse(line) as Document;
      judge(document, abbreviationsOf(document.text), counts);
    }
    const part = (some: number, all: number) => `${(some / Math.max(1, all)).toFixed(3)} (${some} of ${all})`;
    console.log(`abbreviations, ${corpus}: recall ${part(counts.found, counts.gold)}, with the long form exact ${part(counts.whole, counts.gold)}`);
    console.log(`abbreviations, ${corpus}: precision ${part(counts.right, counts.judged)}; other uses of right ones that have the same id ${part(counts.usesRight, counts.uses)}`);
  }
}

type Counts = Record<'gold' | 'found' | 'whole' | 'judged' | 'right' | 'uses' | 'usesRight', number>;

function judge({ text, mentions }: Document, abbreviations: readonly Abbreviation[], counts: Counts): void {
  for (const [long, short] of goldPairs(text, mentions)) {
    counts.gold++;
    const found = abbreviations.find(({ shortSpan }) => shortSpan.start === short.s && shortSpan.end === short.e);
    if (found) counts.found++;
    if (found?.longSpan.start === long.s && found.longSpan.end === long.e) counts.whole++;
  }
  for (const { shortSpan, longSpan, short } of abbreviations) {
    const meant = mentions.filter(({ s, e }) => s === shortSpan.start && e === shortSpan.end);
    if (meant.length === 0) continue;
    counts.judged++;
    const isSame = (one: GoldMention) => meant.some((other) => sameId(one, other));
    if (!mentions.some((one) => one.s < longSpan.end && one.e > longSpan.start && isSame(one))) continue;
    counts.right++;
    for (const use of mentions) {
      if (use.t !== short || use.s === shortSpan.start) continue;
      counts.uses++;
      if (isSame(use)) counts.usesRight++;
    }
  }
}

function goldPairs(text: string, mentions: readonly GoldMention[]): (readonly [GoldMention, GoldMention])[] {
  return mentions.flatMap((long) =>
    mentions
      .filter((short) => short.s > long.e && /^\s*[([]$/.test(text.slice(long.e, short.s)) && /^[)\];,]/.test(text.slice(short.e)))
      .filter((short) => short.t.length <= longestShort && short.t.split(/\s/).length <= 2 && sameId(short, long))
      .map((short) => [long, short] as const));
}

function sameId(one: GoldMention, other: GoldMention): boolean {
  return one.ids.some((id) => other.ids.includes(id));
}
