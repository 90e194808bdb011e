import * as assert from 'node:assert/strict';
import { type Diagnostic, languages, type Uri } from 'vscode';
import { eventually, removeFile, writeFile } from '../support';

const paper = (id: string) => `references:\n  - id: ${id}\n    type: article-journal\n    title: A title of ${id}\n`;

function ours(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'Casebook');
}

function codes(uri: Uri): unknown[] {
  return ours(uri).map(({ code }) => code);
}

describe('Problems', () => {
  afterEach(async () => {
    await removeFile('library');
    await removeFile('glossary.yaml');
  });

  it('show broken YAML where it is broken, and the other papers stay', async () => {
    const broken = await writeFile('library/broken.yaml', 'references:\n  - id: a\n    title: "no end\n');
    const whole = await writeFile('library/whole.yaml', paper('whole'));
    await eventually(() => assert.deepEqual(codes(broken), ['yaml-syntax']));
    assert.ok((ours(broken)[0]?.range.start.line ?? 0) >= 2);
    assert.deepEqual(codes(whole), []);
  });

  it('show two papers with one key, and go when it is mended', async () => {
    const one = await writeFile('library/one.yaml', paper('same'));
    const two = await writeFile('library/two.yaml', paper('same'));
    await eventually(() => assert.deepEqual([codes(one), codes(two)], [['citekey-duplicate'], ['citekey-duplicate']]));
    assert.match(ours(one)[0]?.message ?? '', /`same` is also used in two\.yaml/);
    assert.equal(ours(one)[0]?.range.start.line, 1);
    await writeFile('library/two.yaml', paper('other'));
    await eventually(() => assert.deepEqual([codes(one), codes(two)], [[], []]));
  });

  it('show mistakes of the glossary at their place', async () => {
    const uri = await writeFile('glossary.yaml', 'terms:\n  - name: a sign\n    sinonyms: [x]\n  - definition: nameless\n');
    await eventually(() => assert.deepEqual(codes(uri), ['unknown-key', 'term-without-name']));
    assert.deepEqual(ours(uri).map(({ range }) => range.start.line), [2, 3]);
  });
});
