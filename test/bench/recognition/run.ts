import type { Mention } from '../../../src/core/terms/concept';
import { defaultOptions, type RecognitionOptions } from '../../../src/core/terms/recognition/options';
import { recognitionSteps } from '../../../src/core/terms/recognition/recognitionSteps';
import { type TermStep, termSteps } from '../../../src/core/terms/recognition/termSteps';
import { Recogniser } from '../../../src/core/terms/recognition/recogniser';
import { stepNames, type Steps } from '../../../src/core/terms/steps';
import type { TermIndex } from '../../../src/core/terms/termIndex';
import { TermSearch } from '../../../src/core/terms/termSearch';
import type { AnnotatedText, Part } from './corpora';
import { type Found, score, type Score } from './score';
import { compiled, type ReadTerms } from './terminologies';

/** A corpus, and the terminologies that its mentions are of. */
export interface Task {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly terms: readonly ReadTerms[];
  readonly options: Partial<RecognitionOptions>;
}

export type AnyStep = TermStep;

/** What texts say of a mention is measured elsewhere (`npm run bench -- status`). */
export const anySteps: readonly AnyStep[] = termSteps.filter((step) => step !== 'status');

/** What is found with some steps, each index compiled once. */
export class Runs {
  private readonly indexes = new Map<string, Promise<TermIndex>>();

  constructor(readonly task: Task) {}

  async with(steps: ReadonlySet<AnyStep>): Promise<Run> {
    const on = <Name extends AnyStep>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, steps.has(name)])) as Record<Name, boolean>;
    const compileSteps: Steps = on(stepNames);
    const key = JSON.stringify(compileSteps);
    let index = this.indexes.get(key);
    if (!index) this.indexes.set(key, (index = compiled(this.task.terms, compileSteps)));
    return new Run([await index], { ...defaultOptions, ...this.task.options, steps: on(recognitionSteps) });
  }

  whole(): Promise<Run> {
    return this.with(new Set(anySteps));
  }
}

/** Terminologies, and how texts are read with them. */
export class Run {
  private readonly search: TermSearch<TermIndex>;
  private readonly recogniser: Recogniser;

  constructor(
    readonly indexes: readonly TermIndex[],
    readonly options: RecognitionOptions,
  ) {
    this.search = new TermSearch(indexes);
    this.recogniser = new Recogniser(this.search, options);
  }

  find(texts: readonly AnnotatedText[]): Found[][] {
    return texts.map(({ text }) => this.recogniser.recognise(text).flatMap((mention) => [mention, ...(mention.nested ?? [])]).map(foundOf));
  }

  score(texts: readonly AnnotatedText[], found = this.find(texts)): Score {
    return score(texts, found, this.meaningOf);
  }

  private readonly meaningOf = (id: string): string => {
    for (const [at, index] of this.indexes.entries()) {
      const place = index.placeOf(id);
      if (place >= 0) return String(this.search.meaningOf(at, place));
    }
    return id;
  };
}

function foundOf({ start, end, concepts }: Mention): Found {
  return { start, end, concepts: concepts.map(({ id }) => id) };
}

