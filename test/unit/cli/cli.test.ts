import { build } from 'esbuild';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { outFolder, root } from '../../support/paths';
import { temporaryFolder } from '../../support/temporary';

const tool = join(outFolder, 'cli', 'cli.js');
let folder = '';

function file(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

function casebook(...args: string[]): { code: number | null; output: string; problems: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { cwd: folder, encoding: 'utf8' });
  return { code: status, output: stdout, problems: stderr };
}

const paper = (id: string, year: number): string =>
  `references:\n  - id: ${id}\n    type: article-journal\n    title: A title of ${id}\n    author: [{family: Example, given: A.}]\n    issued: {date-parts: [[${year}]]}\n`;

describe('the command line', () => {
  /** Builds the tool as `npm run build` does, but beside what is there. */
  before(async function () {
    this.timeout(60_000);
    const load = (file: string): Promise<Record<string, (out: string) => Promise<unknown>>> => import(pathToFileURL(join(root, file)).href);
    await build({ entryPoints: [join(root, 'src/cli.ts')], outfile: tool, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
    await (await load('stylesData.mjs')).buildStyles?.(join(outFolder, 'cli', 'data'));
    await (await load('glossaryData.mjs')).buildGlossary?.(join(outFolder, 'cli', 'data', 'glossary.json'));
  });

  beforeEach(() => {
    folder = temporaryFolder();
  });

  describe('casebook convert', () => {
    it('writes records in another format', () => {
      const { code, output, problems } = casebook('convert', '--to', 'csl-json', file('one.yaml', paper('one', 1995)));
      assert.deepEqual(JSON.parse(output), [
        { id: 'one', type: 'article-journal', title: 'A title of one', author: [{ family: 'Example', given: 'A.' }], issued: { 'date-parts': [[1995]] } },
      ]);
      assert.deepEqual([code, problems], [0, '']);
    });

    it('tells what a page does not say, which is no failure', () => {
      const page = 'A sign in a patient\n\nA. Example, B. Sample\n\nResearch output: Contribution to journalArticlepeer-review\n\nJournalExamples\nPages (from-to)1-2\nPublication statusPublished - Aug 1 1995\n';
      const { code, output, problems } = casebook('convert', '--from', 'portal-text', '--to', 'csl-json', file('page.txt', page));
      const [record] = JSON.parse(output) as [Record<string, unknown>];
      assert.equal(record.title, 'A sign in a patient');
      assert.equal(record.volume, undefined);
      assert.match(problems, /page\.txt:1:1: information: The text does not say: volume\. \[field-missing\]/);
      assert.equal(code, 0);
    });

    it('fails when something was dropped, and still gives the rest', () => {
      const { code, output, problems } = casebook('convert', '--to', 'csl-json', file('bad.yaml', 'references:\n  - id: bad\n    title: "no end\n'), file('good.yaml', paper('good', 2001)));
      assert.deepEqual((JSON.parse(output) as { id: string }[]).map(({ id }) => id), ['good']);
      assert.match(problems, /bad\.yaml:\d+:\d+: error: .*\[yaml-syntax\]/);
      assert.equal(code, 1);
    });

    it('says what is wrong with a call', () => {
      for (const args of [['convert', '--to', 'nonsense', 'x'], ['convert', '--to', 'csl-json', 'no-such-file'], ['nonsense'], ['convert', '--nonsense']]) {
        const { code, output, problems } = casebook(...args);
        assert.deepEqual([code, output], [2, ''], args.join(' '));
        assert.match(problems, /^casebook: .+\n/);
        assert.doesNotMatch(problems, /\n\s+at /);
      }
    });
  });

  describe('casebook terms', () => {
    interface Found {
      readonly start: number;
      readonly end: number;
      readonly text: string;
      readonly concepts: readonly { readonly id: string; readonly name: string; readonly terminology: string }[];
    }

    it('finds terms in prose, at their UTF-16 offsets in the file', () => {
      const text = '---\r\ntitle: fever\r\n---\r\n\r\n👩‍⚕️ `fever` and a leukemoid\r\nreaction.\r\n';
      const { output, code } = casebook('terms', file('note.md', text));
      const found = JSON.parse(output) as Found[];
      assert.deepEqual(found.map(({ concepts }) => concepts[0]), [{ id: 'casebook:leukemoid-reaction', name: 'leukemoid reaction', terminology: 'casebook' }]);
      assert.deepEqual(found.map(({ start, end, text: words }) => text.slice(start, end) === words), [true]);
      assert.equal(code, 0);
    });

    it('takes the given glossaries instead of the built-in one, the first before the second', () => {
      const one = file('one.yaml', 'terms:\n  - name: ward sign\n    definition: first\n  - name: tumor\n    broader: [neoplastic process of ours]\n');
      const two = file('two.yaml', 'terms:\n  - name: ward sign\n  - name: other sign\n');
      const { output, problems } = casebook('terms', '--terminology', one, '--terminology', two, file('text.txt', 'A ward sign, an other sign, fever.'));
      assert.deepEqual((JSON.parse(output) as Found[]).map(({ text }) => text), ['ward sign', 'other sign']);
      assert.match(problems, /one\.yaml:5:\d+: warning: .*\[broader-unknown\]/);
    });
  });

  describe('casebook cite', () => {
    it('renders a note with the papers of its casebook', () => {
      file('library/one.yaml', paper('one', 1995));
      const text = 'Known [@one, p. 3].\n';
      const note = file('notes/note.md', text);
      const { output, code, problems } = casebook('cite', '--style', 'apa', '--format', 'json', note);
      assert.deepEqual(JSON.parse(output), {
        citations: [{ start: 6, end: 18, text: '(Example, 1995, p. 3)' }],
        bibliography: [{ id: 'one', text: 'Example, A. (1995). A title of one.' }],
      });
      assert.deepEqual([code, problems], [0, '']);
      assert.equal(casebook('cite', '--style', 'apa', note).output, 'Known (Example, 1995, p. 3).\n\nExample, A. (1995). A title of one.\n');
    });

    it('takes what the front matter names, and says which key is unknown', () => {
      file('refs.json', JSON.stringify([{ id: 'two', type: 'book', title: 'A book', author: [{ family: 'Sample' }] }]));
      const note = file('note.md', '---\nbibliography: refs.json\ncsl: nlm-citation-sequence\nreferences:\n  - {id: three, type: book, title: Inline}\n---\n\nSee [@two; @three; @four].\n');
      const { output, code, problems } = casebook('cite', '--format', 'json', note);
      assert.deepEqual((JSON.parse(output) as { bibliography: { id: string }[] }).bibliography.map(({ id }) => id), ['two', 'three']);
      assert.match(problems, /note\.md:8:\d+: warning: No paper in the library has the citekey `four`\. \[citekey-unknown\]/);
      assert.equal(code, 1);
    });

    it('says that a style is unknown', () => {
      const { code, problems } = casebook('cite', '--style', 'no-such-style', file('note.md', 'A [@b].\n'));
      assert.equal(code, 2);
      assert.match(problems, /^casebook: no-such-style: neither a style that ships/);
    });
  });
});
