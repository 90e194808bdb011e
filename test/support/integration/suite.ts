import { env, UIKind, version } from 'vscode';
import { toLine } from '../results/line';
import LineReporter from '../results/lineReporter';

/** Set by the bundler: only tests whose title has this text run. */
declare const CASEBOOK_GREP: string;

type CreateMocha = (options: Mocha.MochaOptions) => Pick<Mocha, 'run'>;

/** Runs what `load` defines inside VS Code, and fails if a test did. */
export function runSuite(createMocha: CreateMocha, load: () => void): Promise<void> {
  const runner = createMocha({
    ui: 'bdd',
    reporter: LineReporter as unknown as Mocha.ReporterConstructor,
    timeout: 20_000,
    ...(CASEBOOK_GREP ? { fgrep: CASEBOOK_GREP } : {}),
  });
  const host = env.uiKind === UIKind.Desktop ? 'desktop' : 'in a browser';
  console.log(toLine({ event: 'started', where: `${env.appName} ${version}, ${host}` }));
  load();
  return new Promise((resolve, reject) => {
    runner.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
}
