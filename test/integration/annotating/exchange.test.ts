import * as assert from 'node:assert/strict';
import { commands } from 'vscode';
import { eventually, fileUri, readFile, removeFile, writeFile } from '../support';
import { paperText } from '../library/support';

const text = 'The liver abscess turned out to be a metastasis.\n';
const annotated = `${paperText('wang2001')}annotations:
  - id: a7
    motivation: commenting
    target:
      source: wang2001.md
      selector:
        - type: TextQuoteSelector
          exact: liver abscess
          prefix: "The "
          suffix: " turned out"
        - type: TextPositionSelector
          start: 4
          end: 17
    body:
      - type: TextualBody
        purpose: commenting
        value: Of what size?
`;
const paper = (): string => fileUri('library/wang2001.yaml').toString();
const out = (name: string) => fileUri(`import/${name}`);
const exported = (format: string, name: string): Promise<string> => eventually(async () => {
  await commands.executeCommand('casebook.exportAnnotations', paper(), undefined, { format, to: out(name) });
  return readFile(out(name));
});
const imported = (name: string): Thenable<unknown> => commands.executeCommand('casebook.importAnnotations', paper(), undefined, { file: out(name), source: 'wang2001.md' });

describe('Exchanging annotations', () => {
  beforeEach(async () => {
    await writeFile('import/broken.json', '{"rows": ');
    await writeFile('library/wang2001.md', text);
    await writeFile('library/wang2001.yaml', annotated);
    await commands.executeCommand('casebook.refreshPapers');
  });

  afterEach(async () => {
    await removeFile('library');
    await removeFile('import');
    await commands.executeCommand('casebook.refreshPapers');
  });

  for (const [format, name] of [['w3c', 'all.jsonld'], ['hypothesis', 'all.json']] as const) {
    it(`brings annotations back that went out as ${format}, once`, async () => {
      assert.match(await exported(format, name), /"exact": "liver abscess"/);
      await writeFile('library/wang2001.yaml', paperText('wang2001'));
      await commands.executeCommand('casebook.refreshPapers');
      const after = await eventually(async () => {
        await imported(name);
        const now = await readFile(fileUri('library/wang2001.yaml'));
        assert.match(now, /id: a7\n/);
        return now;
      });
      assert.match(after, /source: wang2001\.md\n/);
      assert.match(after, /exact: liver abscess\n/);
      assert.match(after, /value: Of what size\?\n/);
      await imported(name);
      assert.equal(await readFile(fileUri('library/wang2001.yaml')), after);
    });
  }

  it('leaves the paper as it is where a file holds no annotations that it reads', async () => {
    await exported('w3c', 'all.jsonld');
    await imported('broken.json');
    assert.equal(await readFile(fileUri('library/wang2001.yaml')), annotated);
  });
});
