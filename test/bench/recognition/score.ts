import type { AnnotatedText } from './corpora';

/** A mention that was found, with its best concept's meaning and those of all concepts. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly concepts: readonly string[];
}

/** What was right in one text: of the found, of the marked. */
interface Counts {
  readonly exact: number;
  readonly concept: number;
  readonly foundTouching: number;
  readonly goldTouched: number;
  readonly found: number;
  readonly gold: number;
}

export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Score {
  readonly exact: Figures;
  /** A mention counts that shares a letter with a marked one, and the other way round. */
  readonly overlap: Figures;
  /** The stretch and its best concept. */
  readonly concept: Figures;
  /** The bounds within which exact F1 lies for 95 of 100 drawings of as many texts. */
  readonly interval: () => readonly [number, number];
  readonly overlapInterval: () => readonly [number, number];
}

/** @param meaningOf what ids have in common that mean the same */
export function score(texts: readonly AnnotatedText[], found: readonly (readonly Found[])[], meaningOf: (id: string) => string): Score {
  const counts = texts.map((text, at) => countsOf(text, found[at] ?? [], meaningOf));
  return {
    ...figuresOf(counts),
    interval: () => intervalOf(counts, ({ exact }) => exact.f1),
    overlapInterval: () => intervalOf(counts, ({ overlap }) => overlap.f1),
  };
}

function countsOf({ gold }: AnnotatedText, found: readonly Found[], meaningOf: (id: string) => string): Counts {
  const marked = new Map(gold.map((one) => [`${one.start}-${one.end}`, one]));
  const unique = [...new Map(found.map((one) => [`${one.start}-${one.end}`, one])).entries()];
  const right = unique.filter(([key]) => marked.has(key));
  const touches = (a: { start: number; end: number }, b: { start: number; end: number }) => a.start < b.end && b.start < a.end;
  return {
    exact: right.length,
    concept: right.filter(([key, { concepts: [best = ''] }]) => marked.get(key)?.ids.some((id) => meaningOf(id) === meaningOf(best))).length,
    foundTouching: unique.filter(([, one]) => gold.some((other) => touches(one, other))).length,
    goldTouched: [...marked.values()].filter((one) => found.some((other) => touches(one, other))).length,
    found: unique.length,
    gold: marked.size,
  };
}

function figuresOf(counts: readonly Counts[]): Pick<Score, 'exact' | 'overlap' | 'concept'> {
  const sum = (of: (one: Counts) => number) => counts.reduce((total, one) => total + of(one), 0);
  const found = sum((one) => one.found);
  const gold = sum((one) => one.gold);
  return {
    exact: figures(sum(({ exact }) => exact), found, sum(({ exact }) => exact), gold),
    overlap: figures(sum(({ foundTouching }) => foundTouching), found, sum(({ goldTouched }) => goldTouched), gold),
    concept: figures(sum(({ concept }) => concept), found, sum(({ concept }) => concept), gold),
  };
}

function figures(rightOfFound: number, found: number, rightOfGold: number, gold: number): Figures {
  const precision = rightOfFound / Math.max(1, found);
  const recall = rightOfGold / Math.max(1, gold);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

/** Drawings for an interval: Efron's percentile bootstrap, over texts. */
const drawings = 1000;

function intervalOf(counts: readonly Counts[], of: (figures: Pick<Score, 'exact' | 'overlap'>) => number): readonly [number, number] {
  const random = generator();
  const drawn = Array.from({ length: drawings }, () => of(figuresOf(counts.map(() => counts[Math.floor(random() * counts.length)] ?? counts[0]).filter((one) => one !== undefined))));
  drawn.sort((a, b) => a - b);
  return [drawn[Math.floor(drawings * 0.025)] ?? 0, drawn[Math.floor(drawings * 0.975)] ?? 0];
}

/** The same numbers each time: a linear congruential generator (Numerical Recipes' constants). */
function generator(): () => number {
  let state = 20_261_126;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
