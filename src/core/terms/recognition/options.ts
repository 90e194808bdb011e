import { type RecognitionStep, recognitionSteps } from './recognitionSteps';
import { stopNames } from './stopNames';

export interface RecognitionOptions {
  readonly steps: Readonly<Record<RecognitionStep, boolean>>;
  /** Names that are passed over; any spelling of each. The user's own glossary is not held to them. */
  readonly stopNames: readonly string[];
  /** By name (`foldName`), the id of the concept that the user chose for it. */
  readonly picks: ReadonlyMap<string, string>;
  /** Names within names, and names of phenotypes in other words, are found as well. */
  readonly nested: boolean;
}

export const defaultOptions: RecognitionOptions = {
  steps: Object.fromEntries(recognitionSteps.map((step) => [step, true])) as Record<RecognitionStep, boolean>,
  stopNames,
  picks: new Map(),
  nested: false,
};
