import * as path from 'node:path';

export const root = path.resolve(__dirname, '..', '..');

/** Git-ignored, kept between runs; the folder that `@vscode/test-electron` downloads to as well. */
export const cacheFolder = path.join(root, '.vscode-test');

/** Git-ignored, made anew by each run: bundled tests, logs, pictures of failed tests. */
export const outFolder = path.join(root, 'out', 'test');

export const fixtureFolder = path.join(root, 'test', 'integration', 'fixture');
