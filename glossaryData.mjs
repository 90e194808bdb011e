// Compiles the built-in glossary, src/core/terms/glossary/*.yaml, into one JSON file of concepts.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

const terms = fileURLToPath(new URL('src/core/terms/', import.meta.url));

/**
 * Writes the concepts of the built-in glossary to `outFile`.
 * @returns how many there are
 * @throws with every mistake, one a line, if the glossary has any: nobody can mend it once it is shipped
 */
export async function buildGlossary(outFile) {
  const { compileGlossary } = await glossaryCompiler();
  const folder = path.join(terms, 'glossary');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort();
  const texts = files.map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
  const { concepts, mistakes } = compileGlossary(texts);
  if (mistakes.length > 0) throw new Error(`The built-in glossary has mistakes:\n${mistakes.join('\n')}`);
  mkdirSync(path.dirname(outFile), { recursive: true });
  writeFileSync(outFile, JSON.stringify(concepts));
  return concepts.length;
}

/** The reader that the extension uses, so that there is one format. */
async function glossaryCompiler() {
  const folder = mkdtempSync(path.join(tmpdir(), 'casebook-glossary-'));
  try {
    const outfile = path.join(folder, 'compileGlossary.cjs');
    buildSync({ entryPoints: [path.join(terms, 'compileGlossary.ts')], bundle: true, format: 'cjs', platform: 'node', outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outFile = process.argv[2] ?? 'dist/data/glossary.json';
  console.log(`${await buildGlossary(outFile)} concepts in ${outFile}`);
}
