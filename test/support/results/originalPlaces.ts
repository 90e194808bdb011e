import * as fs from 'node:fs';
import { SourceMap } from 'node:module';
import * as path from 'node:path';
import { outFolder, root } from '../paths';

/** Before the first line of a script, VS Code's web extension host puts two of its own. */
const addedLines: Readonly<Record<string, number>> = { web: 2 };

/**
 * Names the places of a stack as the test's author knows them: `out/test/node/index.js:5:7` is
 * `test/integration/x.test.ts:3:1`. The places inside mocha, which are nobody's, go.
 */
export function withOriginalPlaces(error: string): string {
  return error
    .split('\n')
    .map((line) => {
      const match = bundlePlace.exec(line);
      return match ? line.replace(match[0], originalPlace(match) ?? nowhere) : line;
    })
    .filter((line) => !line.includes(nowhere))
    .join('\n');
}

const bundlePlace = /[^\s()]*out\/test\/(node|web)\/index\.js[^\s():]*:(\d+):(\d+)/;
const nowhere = '<nowhere>';

function originalPlace([, host = '', line, column]: RegExpExecArray): string | undefined {
  const entry = sourceMap(host)?.findEntry(Number(line) - 1 - (addedLines[host] ?? 0), Number(column) - 1);
  if (!entry || !('originalSource' in entry)) return undefined;
  const file = path.relative(root, path.resolve(outFolder, host, entry.originalSource));
  return `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}

const maps = new Map<string, SourceMap | undefined>();

function sourceMap(host: string): SourceMap | undefined {
  if (!maps.has(host)) {
    const file = path.join(outFolder, host, 'index.js.map');
    maps.set(host, fs.existsSync(file) ? new SourceMap(JSON.parse(fs.readFileSync(file, 'utf8'))) : undefined);
  }
  return maps.get(host);
}
