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

/**
 * The stack begins with the message, and node:assert puts both values into that. What comes from another process is no
 * `Error` any more; where such a process has died, mocha adds the file that it ran.
 */
function describe(error: unknown): string {
  const { stack, file } = Object(error) as { readonly stack?: string; readonly file?: string };
  return `${file ? `${file}: ` : ''}${stack ?? String(error)}`;
}
