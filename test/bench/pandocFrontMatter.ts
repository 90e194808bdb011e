/**
 * Asks pandoc what it makes of the notes of `test/golden/citing/frontMatter.cases.json`, and writes its pages beside them.
 * Run by hand after `npm install --prefix .vscode-test/pandoc pandoc-wasm@1.1`: `npx tsx test/bench/pandocFrontMatter.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StyleLibrary } from '../../src/core/citing/styleLibrary';
import { Pandoc, styleXml } from '../support/pandoc';
import { type FrontMatterCases, pandocFolder, readPandocFile } from '../support/pandocAnswers';
import { styleAssets } from '../unit/citing/styleAssets';

async function ask(): Promise<void> {
  const pandoc = await Pandoc.load();
  const styles = new StyleLibrary(await styleAssets());
  const [references, short] = ['references.json', 'short.json'].map((name) => readFileSync(join(pandocFolder, name), 'utf8'));
  const pages: Record<string, string> = {};
  for (const [name, { style, note }] of Object.entries(readPandocFile<FrontMatterCases>('frontMatter.cases.json'))) {
    const csl = await styles.load(style || 'apa');
    if (!csl || references === undefined || short === undefined) throw new Error(`${style} is missing`);
    pages[name] = await pandoc.page(note, style !== '', { 'style.csl': styleXml(csl), 'references.json': references, 'short.json': short });
  }
  writeFileSync(join(pandocFolder, 'frontMatter.pandoc.json'), `${JSON.stringify(pages, undefined, 1)}\n`);
}

void ask();
