// Compiles what reads words and searches tries to WebAssembly, and keeps the bytes as a TypeScript module, so that they need no file, no request and no
// waiting wherever the code runs: the extension's hosts and workers, the command line, tests.
import asc from 'assemblyscript/asc';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const source = 'src/core/terms/wasm/assembly/index.ts';
const target = `${root}src/core/terms/wasm/wordsModule.ts`;

/** @returns the text of the module */
export async function wordsModule() {
  let binary;
  const options = ['--baseDir', root, '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--noAssert', '-O3', '--outFile', 'words.wasm'];
  const { error, stderr } = await asc.main([source, ...options], { writeFile: (_name, contents) => void (binary = contents) });
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return `/** \`words.ts\` as WebAssembly, made by \`npm run build\`. */\nexport const wordsModule =\n  '${Buffer.from(binary).toString('base64')}';\n`;
}

/** Writes the module where it is another. */
export async function buildWordsModule() {
  const made = await wordsModule();
  if (readFileSync(target, 'utf8') !== made) writeFileSync(target, made);
}
