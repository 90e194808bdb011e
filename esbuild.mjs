// Builds everything that ships: one source, bundled for the Node and the web extension host, their worker, the command
// line, and the data (styles, locales, glossary) that loads on first use.
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { buildGlossary } from './glossaryData.mjs';
import { buildSample } from './sampleData.mjs';
import { buildStyles } from './stylesData.mjs';
import { buildPdfPage } from './webviewAssets.mjs';
import { buildWordsModule } from './wordsModule.mjs';

const production = !process.argv.includes('--development');

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'] };
const web = { ...common, platform: 'browser', format: 'cjs', external: ['vscode'] };

// A running VS Code may have what was built before open, so only a clean build, as for a package, clears it away first.
if (process.argv.includes('--clean')) rmSync('dist', { recursive: true, force: true });
await buildWordsModule();
await Promise.all([
  build({ ...node, entryPoints: { extension: 'src/extension.ts', worker: 'src/worker.ts' }, outdir: 'dist/node' }),
  build({ ...web, entryPoints: { extension: 'src/extension.ts' }, outdir: 'dist/web' }),
  build({ ...web, format: 'iife', entryPoints: { worker: 'src/worker.ts' }, outdir: 'dist/web' }),
  build({ ...node, entryPoints: { cli: 'src/cli.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } }),
  buildGlossary('dist/data/glossary.json'),
  buildStyles('dist/data'),
  buildPdfPage('dist/webview', common),
]);
buildSample('dist/data/sample.json');
