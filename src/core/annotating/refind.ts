import type { Span } from '../text';
import { type Annotation, positionOf, quoteOf } from './annotation';
import { type ExpectedPlace, ExpectedPlaces } from './expectedPlaces';
import { type FoldedText, foldText } from './foldedText';
import { type Candidate, candidatesIn, hasKeptContext, type Pattern, sharedContext } from './quoteMatch';
import { scanSeeds, seedLength } from './seedScan';

/**
 * Where an annotation's words stand now. `exact`: they and what stands around them are the same, but for what was put
 * in between or is farther away. `moved`: they were found with as good a score as is asked for, but they or what stands around
 * them changed; a person should confirm it.
 * `orphaned`: they were not found, or not surely. `whole`: it is on the source or page as a whole, and has no words.
 */
export type Refound =
  | { readonly state: 'exact'; readonly span: Span }
  | { readonly state: 'moved'; readonly span: Span; readonly score: number }
  | { readonly state: 'orphaned' }
  | { readonly state: 'whole' };

/**
 * Finds the words of annotations in a text that may have changed since they were made.
 *
 * The method is Hypothesis's (`match-quote.ts` of hypothesis/client): of the places where the quote stands with the fewest
 * errors the one counts where quote, prefix, suffix and position together agree best, weighed 50, 20, 20 and 2. Unlike
 * there, texts are compared folded (see `FoldedText`), all quotes are looked for in one pass, what stands near and was
 * found tells where to expect the rest, and a place whose score is too low, or hardly better than another's, is none.
 *
 * @returns for each annotation where it is, in their order; spans are in UTF-16 code units of `text`
 */
export function refind(text: string, annotations: readonly Annotation[]): Refound[] {
  const quick = annotations.map((annotation) => quickly(text, annotation));
  const rest = annotations.filter((_, index) => quick[index] === undefined);
  const searched = rest.length === 0 ? [] : new QuoteSearch(text).find(rest);
  let next = 0;
  return quick.map((each) => each ?? searched[next++] ?? { state: 'orphaned' });
}

/** The words stand where they stood, and so does what is around them. */
function quickly(text: string, annotation: Annotation): Refound | undefined {
  const quote = quoteOf(annotation);
  const position = positionOf(annotation);
  if (!quote && !position) return { state: 'whole' };
  if (!quote) {
    // Nothing tells whether these are the same words still.
    return position && position.end <= text.length ? { state: 'moved', span: { start: position.start, end: position.end }, score: 0 } : { state: 'orphaned' };
  }
  const { exact, prefix = '', suffix = '' } = quote;
  if (!position || prefix + suffix === '') return undefined;
  const before = Math.max(position.start - prefix.length, 0);
  return text.startsWith(prefix + exact + suffix, before) && before + prefix.length === position.start
    ? { state: 'exact', span: { start: position.start, end: position.start + exact.length } }
    : undefined;
}

/** How many places are looked at closely. */
const maxPlaces = 10;

/** A place with fewer parts of a quote than this is worth a look only as one of the first. */
const fewVotes = 3;

/** Places that are nearer together than this, in letters, are looked at together. */
const nearby = 48;

/**
 * What is asked of a place, chosen with `npm run bench -- annotating --tuning`: with less, wrong words begin to be found.
 * Words that stand where they are expected need a lower score. Where the score is lower still the quote must be long
 * enough, or as much of its context with it, in letters, as does not stand elsewhere by chance.
 */
const least = {
  score: { expected: 0.78, unexpected: 0.9, unknown: 0.9 },
  quote: 0.6,
  wholeQuote: 0.95,
  loneLength: 34,
  contextLength: 57,
};

/** By how much a place must be better than the next best; less is a matter of luck. */
const lead = 0.02;

/** How much better a place is for being where it was expected. */
const expectedBonus = 0.1;

/** What it costs to begin or end within a word: `males` is not in `females`. */
const wordPenalty = 0.1;

const isLetter = /[\p{L}\p{N}]/u;

type Expectation = 'expected' | 'unexpected' | 'unknown';

interface Judged extends Candidate {
  readonly expectation: Expectation;
  readonly worth: number;
}

class QuoteSearch {
  private readonly folded: FoldedText;

  constructor(private readonly text: string) {
    this.folded = foldText(text);
  }

  find(annotations: readonly Annotation[]): Refound[] {
    const patterns = annotations.map((annotation) => this.pattern(annotation));
    const starts = scanSeeds(this.folded.codes, patterns.map(({ prefix, exact, suffix }) => prefix + exact + suffix));
    const candidates = patterns.map((pattern, index) => this.search(pattern, starts[index] ?? []));
    const landmarks = candidates.flatMap((found, index) => this.landmark(annotations[index], found));
    const expected = new ExpectedPlaces(landmarks);
    return patterns.map((pattern, index) => {
      const position = annotations[index] && positionOf(annotations[index]);
      return this.judged(pattern, candidates[index] ?? [], position && expected.of(position.start));
    });
  }

  private pattern(annotation: Annotation): Pattern {
    const quote = quoteOf(annotation);
    const [prefix = '', exact = '', suffix = ''] = [quote?.prefix, quote?.exact, quote?.suffix].map((part) => {
      const folded = foldText(part ?? '');
      return folded.slice(0, folded.length);
    });
    const position = positionOf(annotation);
    const isWord = { start: !isLetter.test(quote?.prefix?.slice(-1) ?? 'a'), end: !isLetter.test(quote?.suffix?.slice(0, 1) ?? 'a') };
    return { prefix, exact, suffix, hint: position && this.folded.offsetOf(position.start), isWord };
  }

  /** Words that were surely found, with their places before and now. */
  private landmark(annotation: Annotation | undefined, [best, next]: readonly Candidate[]): { before: number; now: number }[] {
    const position = annotation && positionOf(annotation);
    if (!best || !position || !isSame(best) || (next && best.score - next.score < 0.1)) return [];
    return [{ before: position.start, now: this.folded.original(best).start }];
  }

  private search(pattern: Pattern, starts: readonly number[]): Candidate[] {
    const candidates: Candidate[] = [];
    if (pattern.exact === '') return candidates;
    if (pattern.prefix.length + pattern.exact.length + pattern.suffix.length < seedLength) return this.alone(pattern);
    const clusters = clustersOf(starts);
    const most = clusters[0]?.votes ?? 0;
    for (const [rank, { from, to, votes }] of clusters.slice(0, maxPlaces).entries()) {
      // A place with far fewer of the quote's parts than another can hardly be better, and not at all where that is a good one.
      if (candidates.some(({ score }) => score > 0.9) ? votes < most * 0.6 : rank > 2 && (votes < most * 0.2 || votes < fewVotes)) break;
      candidates.push(...this.near(pattern, from + pattern.prefix.length, to + pattern.prefix.length));
    }
    return distinct(candidates);
  }

  /** A few letters without a context are found as whole words only; where they stand several times, nobody can tell which are meant. */
  private alone(pattern: Pattern): Candidate[] {
    const isWord = { start: true, end: true };
    const found = candidatesIn(this.folded, { start: 0, end: this.folded.length }, pattern, true);
    return distinct(found.filter((candidate) => this.tornWords(candidate, { ...pattern, isWord }) === 0));
  }

  /** What stands between two places, at which the quote would begin. */
  private near(pattern: Pattern, from: number, to: number, isWhole = false): Candidate[] {
    const slack = 16 + Math.ceil(pattern.exact.length * 0.2);
    const start = Math.max(0, from - slack - 12);
    const end = Math.min(this.folded.length, to + pattern.exact.length + slack + 12);
    return end > start ? candidatesIn(this.folded, { start, end }, pattern, isWhole) : [];
  }

  private around(pattern: Pattern, { at, reach }: ExpectedPlace): Candidate[] {
    return this.near(pattern, this.folded.offsetOf(at - reach), this.folded.offsetOf(at + reach), true);
  }

  private judged(pattern: Pattern, found: readonly Candidate[], expected: ExpectedPlace | undefined): Refound {
    const isNear = (candidate: Span): boolean => expected !== undefined && Math.abs(this.folded.original(candidate).start - expected.at) <= expected.reach;
    const [first] = found;
    const isFound = first !== undefined && (isSame(first) || (first.score > 0.9 && isNear(first)));
    const more = expected && !isFound && pattern.exact !== '' ? this.around(pattern, expected) : [];
    const judged = distinct([...found, ...more]).map((candidate): Judged => {
      const isExpected = isNear(candidate);
      const expectation = isExpected ? 'expected' : expected ? 'unexpected' : 'unknown';
      const worth = candidate.score + (isExpected ? expectedBonus : 0) - wordPenalty * this.tornWords(candidate, pattern);
      return { ...candidate, expectation, worth };
    }).toSorted((one, other) => other.worth - one.worth);
    return this.chosen(pattern, judged);
  }

  /** How many of its ends are in the midst of a word where the quote's are not. */
  private tornWords(candidate: Candidate, { isWord }: Pattern): number {
    const { start, end } = this.folded.original(candidate);
    const begins = isWord.start && isLetter.test(this.text.slice(Math.max(start - 1, 0), start));
    const ends = isWord.end && isLetter.test(this.text.slice(end, end + 1));
    return Number(begins) + Number(ends);
  }

  private chosen(pattern: Pattern, candidates: readonly Judged[]): Refound {
    const [best, rival] = candidates.filter(({ quote }) => quote >= least.quote);
    const isTakenOut = candidates.some(({ quote, prefix, suffix }) => quote < least.quote && prefix > 0.9 && suffix > 0.9);
    if (!best || !this.isEnough(best, pattern, isTakenOut)) return { state: 'orphaned' };
    const isClear = !rival || best.worth - rival.worth >= lead;
    if (!isClear && !(isSame(best) && best.expectation !== 'unexpected')) return { state: 'orphaned' };
    const span = this.folded.original(best);
    const isTheSame = isSame(best) || (best.quote === 1 && hasKeptContext(this.folded, best, pattern));
    return isTheSame && isClear && best.expectation !== 'unexpected' ? { state: 'exact', span } : { state: 'moved', span, score: best.score };
  }

  /** @param isTakenOut its context stands somewhere without it: what is found elsewhere is another, if it is not long */
  private isEnough(candidate: Judged, pattern: Pattern, isTakenOut: boolean): boolean {
    const { worth, quote, expectation } = candidate;
    if (candidate.prefix > 0.9 && candidate.suffix > 0.9) return true;
    const isWhole = quote >= least.wholeQuote;
    if (isWhole && pattern.exact.length >= least.loneLength) return true;
    if (isTakenOut) return false;
    if (isWhole && sharedContext(this.folded, candidate, pattern) >= least.contextLength) return true;
    return worth - (expectation === 'expected' ? expectedBonus : 0) >= least.score[expectation];
  }
}

/** The quote's words, and on both sides what stood there. */
function isSame({ quote, prefix, suffix }: Candidate): boolean {
  return quote === 1 && prefix > 0.9 && suffix > 0.9;
}

interface Cluster {
  readonly from: number;
  readonly to: number;
  readonly votes: number;
}

/** Places near together as one, those with most votes first. */
function clustersOf(starts: readonly number[]): Cluster[] {
  const clusters: { from: number; to: number; votes: number }[] = [];
  for (const start of starts) {
    const last = clusters.at(-1);
    if (last && start - last.to <= nearby) {
      last.to = start;
      last.votes += 1;
    } else {
      clusters.push({ from: start, to: start, votes: 1 });
    }
  }
  return clusters.sort((one, other) => other.votes - one.votes);
}

/** The best first, and of those that overlap the best only. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates.toSorted((one, other) => other.score - one.score)) {
    if (!kept.some(({ start, end }) => candidate.start < end && start < candidate.end)) kept.push(candidate);
  }
  return kept;
}
