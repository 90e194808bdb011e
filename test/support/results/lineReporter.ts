import { type Result, toLine } from './line';

/** A mocha reporter for programs to read. It imports nothing of mocha's, so it works in a web worker as well. */
export default function LineReporter(runner: Mocha.Runner): void {
  runner.on('pass', (test) => print({ event: 'passed', title: titleOf(test), ms: test.duration ?? 0 }));
  runner.on('fail', (test, error) => print({ event: 'failed', title: titleOf(test), error: describe(error) }));
  runner.on('pending', (test) => print({ event: 'skipped', title: titleOf(test) }));
  runner.on('end', () => print({ event: 'end' }));
}

const print = (result: Result): void => console.log(toLine(result));

/** `fail` may also bring a hook, whose title says so: `"before all" hook`. */
const titleOf = (runnable: Mocha.Runnable): string => runnable.titlePath().join(' › ');

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { expected, actual } = error as { expected?: unknown; actual?: unknown };
  const values = expected === undefined && actual === undefined ? '' : `\nexpected: ${show(expected)}\nactual:   ${show(actual)}`;
  return (error.stack ?? `${error.name}: ${error.message}`) + values;
}

function show(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value); // a cycle
  }
}
