import { build, type BuildOptions } from 'esbuild';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { outFolder, root } from '../paths';

export type Host = 'node' | 'web';

/** Bundles every integration test into `out/test/HOST/index.js`, whose `run` VS Code calls in its extension host. */
export async function bundleTests(host: Host): Promise<string> {
  const outfile = path.join(outFolder, host, 'index.js');
  await build({
    stdin: { contents: entry(host), resolveDir: root, loader: 'ts', sourcefile: 'index.ts' },
    outfile,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    ...hosts[host],
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  return outfile;
}

const grep = { CASEBOOK_GREP: JSON.stringify(process.env['CASEBOOK_GREP'] ?? '') };

const hosts: Readonly<Record<Host, BuildOptions>> = {
  node: { platform: 'node', external: ['vscode', 'mocha'], define: grep },
  web: {
    platform: 'browser',
    external: ['vscode'],
    alias: { 'node:assert/strict': path.join(__dirname, 'assertWeb.ts') },
    // A worker has no `process`, which the stand-in for node:assert asks about the colours of a terminal.
    define: { ...grep, process: '{ "env": {} }', global: 'globalThis' },
    banner: { js: mochaForBrowsers() },
  },
};

/** Mocha's browser build calls itself an ES module and is none: hidden from the bundler, it makes a global `mocha`. */
function mochaForBrowsers(): string {
  const source = fs.readFileSync(require.resolve('mocha/mocha.js'), 'utf8');
  return `(function (module, exports, define) {${source}\n}).call(globalThis);`;
}

/** `require` inside the function, so that a test file is not evaluated before `describe` exists. */
function entry(host: Host): string {
  const folder = path.join(root, 'test', 'integration');
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  const required = files.sort().map((file) => `require(${JSON.stringify(path.join(folder, file))});`);
  return [
    "import { runSuite } from './test/support/integration/suite';",
    `import { createMocha } from './test/support/integration/${host === 'node' ? 'mochaNode' : 'mochaWeb'}';`,
    `export const run = () => runSuite(createMocha, () => { ${required.join(' ')} });`,
  ].join('\n');
}
