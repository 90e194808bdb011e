import * as assert from 'node:assert/strict';
import { workspace } from 'vscode';
import { replaceFile } from '../../../src/platform/newFile';
import { readFile, removeFile, writeFile } from '../support';

const rounds = 50;

describe('Replacing a file', () => {
  afterEach(() => removeFile('replaced.txt'));

  it('leaves no moment in which there is none', async function () {
    const file = await writeFile('replaced.txt', 'text 0');
    if (file.scheme !== 'file') this.skip(); // whoever provides other files may do it in two steps
    const missing: unknown[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      let over = false;
      const replacing = replaceFile(file, new TextEncoder().encode(`text ${round}`)).then(() => (over = true));
      while (!over) await workspace.fs.stat(file).then(undefined, (error) => missing.push(error));
      await replacing;
      assert.equal(await readFile(file), `text ${round}`);
    }
    assert.deepEqual(missing, []);
  });
});
