import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileAssets } from '../../../src/cli/fileAssets';
import type { PackedAssets } from '../../../src/core/ports';
import { root } from '../../support/paths';

let built: Promise<string> | undefined;

/** The styles and locales as the build makes them, in a temporary folder. */
export async function styleAssets(): Promise<PackedAssets> {
  built ??= build();
  const folder = await built;
  return new FileAssets(folder);
}

async function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-styles-'));
  const module = (await import(pathToFileURL(join(root, 'stylesData.mjs')).href)) as { buildStyles(out: string): Promise<void> };
  await module.buildStyles(folder);
  return folder;
}
