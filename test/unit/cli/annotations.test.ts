import { deepEqual, equal, rejects } from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { annotations } from '../../../src/cli/annotations';
import { UsageError } from '../../../src/cli/output';

const file = `references:
  - id: chen1995
    type: article-journal
    title: A case
annotations:
  - id: a1
    target:
      source: chen1995.txt
      selector: {type: TextQuoteSelector, exact: fever for four weeks, prefix: 'He had a ', suffix: '; no infection'}
    body:
      - {type: TextualBody, value: Why?, purpose: commenting}
      - {type: TextualBody, value: finding, purpose: classifying}
  - id: a2
    target:
      source: chen1995.txt
      selector: {type: TextQuoteSelector, exact: a rash of the hand, prefix: 'with ', suffix: ' and'}
  - target: abstract
`;

describe('casebook annotations', () => {
  let folder = '';
  let path = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'casebook-'));
    path = join(folder, 'chen1995.yaml');
    writeFileSync(path, file);
    writeFileSync(join(folder, 'chen1995.txt'), 'A man of 54. He had a fever for four weeks; no infection was found.');
  });

  afterEach(() => { rmSync(folder, { recursive: true }); });

  it('lists annotations, and tells what is wrong in the file', async () => {
    const { output, problems, dropped } = await annotations([path], { format: 'text', check: false }, '2026-11-26');
    equal(output, 'chen1995 a1 chen1995.txt\t[finding]\t"fever for four weeks"\tWhy?\nchen1995 a2 chen1995.txt\t"a rash of the hand"\n');
    deepEqual(problems, [`${path}:17:5: error: The annotation has no \`id\` and is left out. Give it one that no other has, such as \`id: a7\`. [annotation-without-id]`]);
    equal(dropped, true);
  });

  it('tells whose words are gone', async () => {
    const { output, dropped } = await annotations([path], { format: 'json', check: true }, '2026-11-26');
    deepEqual((JSON.parse(output) as { id: string; state: string }[]).map(({ id, state }) => [id, state]), [['a1', 'exact'], ['a2', 'orphaned']]);
    equal(dropped, true);
  });

  it('writes them for other programs', async () => {
    equal((await annotations([path], { format: 'brat', check: false }, '2026-11-26')).output, 'T1\tfinding 22 42\tfever for four weeks\n#1\tAnnotatorNotes T1\tWhy?\n');
    equal((JSON.parse((await annotations([path], { format: 'bioc', check: false }, '2026-11-26')).output) as { date: string }).date, '2026-11-26');
    await rejects(annotations([path], { format: 'docx', check: false }, ''), UsageError);
    await rejects(annotations([path, path], { format: 'w3c', check: false }, ''), UsageError);
  });
});
