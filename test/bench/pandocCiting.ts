/**
 * Asks pandoc how it reads and renders the notes of `test/golden/citing/notes.json`, and writes its answers beside them; takes some minutes.
 * Run by hand: `npx tsx test/bench/pandocCiting.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StyleLibrary } from '../../src/core/citing/styleLibrary';
import { Pandoc, styleXml } from '../support/pandoc';
import { askedOf, askedStyles, type PandocAnswers, pandocAnswersFile, pandocFolder, readPandocFile } from '../support/pandocAnswers';
import { styleAssets } from '../unit/citing/styleAssets';

async function ask(): Promise<void> {
  const pandoc = await Pandoc.load();
  const styles = new StyleLibrary(await styleAssets());
  const xml = new Map<string, string>();
  for (const id of askedStyles) {
    const style = await styles.load(id);
    if (style) xml.set(id, styleXml(style));
  }
  const references = readFileSync(join(pandocFolder, 'references.json'), 'utf8');
  const places = new Map<string, number>();
  const place = (text: string): number => {
    if (!places.has(text)) places.set(text, places.size);
    return places.get(text) ?? 0;
  };
  const notes: Record<string, PandocAnswers['notes'][string]> = {};
  for (const [index, [name, note]] of Object.entries(readPandocFile<Record<string, string>>('notes.json')).entries()) {
    const rendered: Record<string, [number[], number[]]> = {};
    for (const { style, language } of askedOf(index)) {
      const { citations, bibliography } = await pandoc.render(note, xml.get(style), references, language);
      rendered[`${style} ${language}`] = [citations.map(place), bibliography.map(place)];
    }
    notes[name] = { cites: await pandoc.cites(note), rendered };
  }
  const lines = (entries: readonly string[]): string => entries.map((entry) => `\n  ${entry}`).join(',');
  const texts = lines([...places.keys()].map((text) => JSON.stringify(text)));
  const answers = lines(Object.entries(notes).map(([name, answer]) => `${JSON.stringify(name)}: ${JSON.stringify(answer)}`));
  writeFileSync(pandocAnswersFile, `{\n "texts": [${texts}\n ],\n "notes": {${answers}\n }\n}\n`);
}

void ask();
