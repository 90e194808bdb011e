/** Something outside the harness stands in the way. Its message says what, and what to do; it is told without a stack. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}
