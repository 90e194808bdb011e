import { CannotRun } from './cannotRun';
import { stopAllGroups } from './vscode/processTree';

/** Runs a script to its end. What stands in its way is told in plain words; any other error is a bug, shown whole. */
export function runMain(main: () => Promise<number>, { codeWhenStopped = 1 } = {}): void {
  // The children lead groups of their own, so no signal reaches them but through us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stopAllGroups().then(() => process.exit(codeWhenStopped)));
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof CannotRun ? error.message : error);
      process.exit(1);
    },
  );
}
