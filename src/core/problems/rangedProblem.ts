import type { LineRange } from '../text';
import type { Problem } from './problem';

/** A problem whose place is known in lines. */
export interface RangedProblem {
  readonly problem: Problem;
  readonly range?: LineRange;
}
