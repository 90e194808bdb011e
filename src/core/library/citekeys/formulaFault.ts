import type { Problem } from '../../problems/problem';

/** Thrown inside the parser and caught at its border: what is wrong with a formula, and where. */
export class FormulaFault extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}
