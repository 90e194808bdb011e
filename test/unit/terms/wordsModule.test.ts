import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

describe('the module of WebAssembly', () => {
  it('is what its source compiles to', () => {
    // In a process of its own: the compiler is megabytes that need no look at whether they are TypeScript.
    const made = execFileSync(process.execPath, ['-e', 'import("./wordsModule.mjs").then(({ wordsModule }) => wordsModule()).then((text) => process.stdout.write(text))']);
    assert.equal(readFileSync('src/core/terms/wasm/wordsModule.ts', 'utf8'), made.toString());
  }).timeout(60_000);
});
