import { allSteps, type Steps } from '../steps';
import { defaultOptions, type RecognitionOptions } from './options';
import type { TermStep } from './termSteps';

/** @returns the steps by which names are compiled, but for those set off */
export function compileSteps(off: readonly TermStep[]): Steps {
  return without(allSteps, off);
}

/** @returns what mentions are made with, but for the steps set off */
export function optionsWithout(off: readonly TermStep[]): RecognitionOptions {
  return { ...defaultOptions, steps: without(defaultOptions.steps, off) };
}

function without<Name extends TermStep>(steps: Readonly<Record<Name, boolean>>, off: readonly TermStep[]): Readonly<Record<Name, boolean>> {
  const gone = Object.fromEntries(off.filter((step) => step in steps).map((step) => [step, false])) as Partial<Record<Name, boolean>>;
  return { ...steps, ...gone };
}
