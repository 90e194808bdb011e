import { type StepName, stepNames } from '../steps';
import { type RecognitionStep, recognitionSteps } from './recognitionSteps';

/** A step from a name to a mention: of how names are compiled, or of what is made of those that stand in a text. */
export type TermStep = StepName | RecognitionStep;

export const termSteps: readonly TermStep[] = [...stepNames, ...recognitionSteps];
