export interface Stage {
  readonly name: string;
  readonly title: string;
  /** What the running Node is called with. */
  readonly command: readonly string[];
  /** `lines`: one for each test. `exit`: the exit code says all, and counts as one test. */
  readonly results: 'lines' | 'exit';
  /** Without its success the later stages make no sense. */
  readonly needed?: true;
  readonly limitMs: number;
  /** How the names of its logs begin. */
  readonly logs?: string;
  /** Runs in a VS Code: a suite with a failed test runs once more. `CASEBOOK_GREP` names it. */
  readonly again?: true;
  /** Only runs when it is named. */
  readonly onRequest?: true;
}

const minute = 60_000;
const mocha = ['node_modules/mocha/bin/mocha.js', '--reporter', 'test/support/results/lineReporter.ts'];
const script = (file: string): string[] => ['--import', 'tsx', `test/support/${file}`];

/** What `npm test` runs, in this order, and what it can run on request. */
export const stages: readonly Stage[] = [
  { name: 'types', title: 'Types', command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'], results: 'exit', limitMs: 3 * minute },
  { name: 'lint', title: 'Lint', command: ['node_modules/eslint/bin/eslint.js', 'src', 'test', '--max-warnings', '0'], results: 'exit', limitMs: 3 * minute },
  { name: 'unit', title: 'Unit and golden tests', command: [...mocha, '--parallel', '--jobs', '2'], results: 'lines', limitMs: 10 * minute },
  { name: 'build', title: 'Build', command: ['esbuild.mjs'], results: 'exit', needed: true, limitMs: 3 * minute },
  { name: 'node', title: 'Integration tests in the newest VS Code, Node extension host', command: script('integration/runNode.ts'), results: 'lines', limitMs: 10 * minute, logs: 'node-', again: true },
  { name: 'web', title: 'Integration tests in the oldest VS Code, web extension host', command: script('integration/runWeb.ts'), results: 'lines', limitMs: 10 * minute, logs: 'web-', again: true },
  {
    name: 'ui',
    title: 'UI tests, by mouse and keyboard',
    command: [...mocha, '--config', 'test/support/ui/mocharc.cjs'],
    results: 'lines',
    limitMs: 15 * minute, // a machine that does much else takes three times as long as a quiet one
    logs: 'ui-',
    again: true,
  },
  {
    name: 'desktop',
    title: "Integration tests in VS Code's desktop build",
    command: [...script('integration/runNode.ts'), '--desktop'],
    results: 'lines',
    limitMs: 10 * minute, // with its download
    onRequest: true,
  },
];
