import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Assets } from '../../../src/core/ports';
import { root } from '../../support/paths';

let built: Promise<string> | undefined;

/** The styles and locales as the build makes them, in a temporary folder. */
export async function styleAssets(): Promise<Assets> {
  built ??= build();
  const folder = await built;
  return { read: (path) => readFile(join(folder, path), 'utf8').catch(() => undefined) };
}

async function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-styles-'));
  const module = (await import(pathToFileURL(join(root, 'stylesData.mjs')).href)) as { buildStyles(out: string): Promise<void> };
  await module.buildStyles(folder);
  return folder;
}
