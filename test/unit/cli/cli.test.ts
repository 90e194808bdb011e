import { build } from 'esbuild';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { outFolder, root } from '../../support/paths';
import { signs } from '../../support/signs';
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

    it('fails when a field was lost, though its record is there', () => {
      const { code, output, problems } = casebook('convert', '--to', 'csl-json', file('field.bib', '@article{a,\n  title = {A},\n  year = ,\n  volume = {3}\n}\n'));
      assert.deepEqual((JSON.parse(output) as { id: string }[]).map(({ id }) => id), ['a']);
      assert.match(problems, /field\.bib:3:\d+: warning: .*\[field-dropped\]/);
      assert.equal(code, 1);
    });

    it('keeps citekeys, or makes all anew by a formula', () => {
      const files = [file('one.yaml', paper('one', 1995)), file('two.yaml', paper('two', 1995))];
      const ids = (...more: string[]) => (JSON.parse(casebook('convert', '--to', 'csl-json', ...more, ...files).output) as { id: string }[]).map(({ id }) => id);
      assert.deepEqual(ids(), ['one', 'two']);
      assert.deepEqual(ids('--citekeys', "auth + '_' + year"), ['Example_1995', 'Example_1995a']);
      const { code, problems } = casebook('convert', '--to', 'csl-json', '--citekeys', 'auth.lwer', ...files);
      assert.equal(code, 2);
      assert.match(problems, /--citekeys, character 6: .*`\.lwer`.*lower/);
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
      assert.deepEqual(found.map(({ concepts }) => concepts[0]), [{ id: 'casebook:leukemoid-reaction', name: 'leukemoid reaction', terminology: 'casebook', sameAs: ['MESH:D007955'] }]);
      assert.deepEqual(found.map(({ start, end, text: words }) => text.slice(start, end) === words), [true]);
      assert.equal(code, 0);
    });

    it('tells what the text says of each, and what it calls by an abbreviation of its own', () => {
      const { output } = casebook('terms', file('text.txt', 'No fever. A leukemoid reaction (LKR) was seen; LKR rose.'));
      assert.deepEqual((JSON.parse(output) as { text: string; status: object; via?: string }[]).map(({ text, status, via }) => [text, status, via]), [
        ['fever', { kind: 'negated', cue: { start: 0, end: 2 }, scope: { start: 3, end: 8 } }, undefined],
        ['leukemoid reaction', { kind: 'affirmed' }, undefined],
        ['LKR', { kind: 'affirmed' }, 'abbreviation'],
        ['LKR', { kind: 'affirmed' }, 'abbreviation'],
      ]);
    });

    it('takes the given glossaries instead of the built-in one, the first before the second', () => {
      const one = file('one.yaml', 'terms:\n  - name: ward sign\n    definition: first\n  - name: tumor\n    broader: [neoplastic process of ours]\n');
      const two = file('two.yaml', 'terms:\n  - name: ward sign\n  - name: other sign\n');
      const { output, problems } = casebook('terms', '--terminology', one, '--terminology', two, file('text.txt', 'A ward sign, an other sign, fever.'));
      assert.deepEqual((JSON.parse(output) as Found[]).map(({ text }) => text), ['ward sign', 'other sign']);
      assert.match(problems, /one\.yaml:5:\d+: warning: .*\[broader-unknown\]/);
    });

    it('takes terminologies of any format, packed too, in the order of preference, behind the glossaries', () => {
      const obo = file('signs.obo', signs);
      const table = join(folder, 'table.csv.gz');
      writeFileSync(table, gzipSync('Label,Code\nhill pulse,T:1\nhill rash,T:2\n'));
      const glossary = file('own.yaml', 'terms:\n  - name: Leopard Rash\n');
      const text = file('text.txt', 'A leopard rash, a hill pulse, a hill rash.');
      const ids = (...files: string[]): unknown => {
        const { output, code } = casebook('terms', ...files.flatMap((one) => ['--terminology', one]), text);
        assert.equal(code, 0);
        return (JSON.parse(output) as Found[]).map(({ concepts }) => concepts.map(({ id }) => id).join(' '));
      };
      assert.deepEqual(ids(obo, table), ['SIGN:0000003', 'SIGN:0000005 T:1', 'T:2']);
      const others = file('others.obo', 'format-version: 1.2\nontology: others\n\n[Term]\nid: OTHER:1\nname: spots of a leopard\nxref: SIGN:0000003\n');
      const [same] = JSON.parse(casebook('terms', '--terminology', obo, '--terminology', others, text).output) as { concepts: unknown[] }[];
      assert.deepEqual(same?.concepts, [{ id: 'SIGN:0000003', name: 'leopard rash', terminology: 'signs', sameAs: ['OTHER:1'] }]);
      assert.deepEqual(ids(table, obo, glossary), ['glossary:leopard-rash SIGN:0000003', 'T:1 SIGN:0000005', 'T:2']);
    });

    it('restricts terminologies to branches, and says which are none', () => {
      const text = file('text.txt', 'A leopard rash, a hill pulse.');
      const run = (...more: string[]): ReturnType<typeof casebook> => casebook('terms', '--terminology', file('signs.obo', signs), ...more, text);
      assert.deepEqual((JSON.parse(run('--branch', 'SIGN:0000002').output) as Found[]).map(({ text: words }) => words), ['leopard rash']);
      assert.deepEqual((JSON.parse(run('--branch', 'SIGN:0000002', '--branch', 'SIGN:0000004').output) as Found[]).length, 2);
      const { code, problems } = run('--branch', 'SIGN:9');
      assert.equal(code, 2);
      assert.match(problems, /^casebook: --branch SIGN:9: no terminology has such a concept/);
    });

    it('sets steps off, and changes which names are passed over', () => {
      const obo = file('signs.obo', `${signs}\n[Term]\nid: SIGN:0000008\nname: sign\n`);
      const text = file('text.txt', 'No leopard rashes. A sign.');
      const told = (...more: string[]): string[] =>
        (JSON.parse(casebook('terms', '--terminology', obo, ...more, text).output) as (Found & { readonly status: { readonly kind: string } })[]).map(({ text: words, status: { kind } }) => `${words} ${kind}`);
      assert.deepEqual(told(), ['leopard rashes negated']);
      assert.deepEqual(told('--off', 'status,stopNames'), ['leopard rashes affirmed', 'sign affirmed']);
      assert.deepEqual(told('--off', 'plural', '--allow', 'sign'), ['sign affirmed']);
      assert.deepEqual(told('--stop', 'leopard rash'), []);
      const { code, problems } = casebook('terms', '--off', 'plurals', text);
      assert.equal(code, 2);
      assert.match(problems, /^casebook: --off plurals: no such step; there are plural, latinPlural/);
    });

    it('tells what the text says of each, and names within names where that is asked for', () => {
      const obo = file('signs.obo', `${signs}\n[Term]\nid: SIGN:0000007\nname: rash\nis_a: SIGN:0000002\n`);
      const text = file('text.txt', 'No leopard rash was seen. His mother had a hill pulse.');
      const told = (...more: string[]): (Found & { readonly status: { readonly kind: string }; readonly nested?: readonly Found[] })[] =>
        JSON.parse(casebook('terms', '--terminology', obo, ...more, text).output) as never;
      assert.deepEqual(told().map(({ text: words, status, nested }) => [words, status.kind, nested]), [
        ['leopard rash', 'negated', undefined],
        ['hill pulse', 'family', undefined],
      ]);
      assert.deepEqual(told('--nested')[0]?.nested?.map(({ text: words, concepts }) => [words, concepts[0]?.id]), [['rash', 'SIGN:0000007']]);
    });

    it('reads the columns of a table as it is told', () => {
      const table = file('befunde.csv', 'Befund;Kürzel;Nummer\nBergpuls;BP|BPS;7\n');
      const text = file('text.txt', 'Ein Bergpuls (BPS).');
      const run = (columns: string): ReturnType<typeof casebook> => casebook('terms', '--terminology', table, '--columns', columns, text);
      const { output, code } = run('name=Befund,abbreviations=Kürzel,id=Nummer,prefix=X');
      assert.deepEqual([(JSON.parse(output) as Found[])[0]?.concepts[0]?.id, code], ['X:7', 0]);
      assert.match(run('name=Fund').problems, /befunde\.csv:1:1: error: .*\[column-missing\]/);
      assert.equal(run('name=Fund').code, 1);
      for (const wrong of ['Befund', 'nom=Befund', 'id=Nummer']) assert.equal(run(wrong).code, 2, wrong);
    });

    it('tells what is wrong in a terminology, and fails where something was lost', () => {
      const text = file('text.txt', 'A leopard rash.');
      const broken = casebook('terms', '--terminology', file('x.obo', `${signs}\n[Term]\nname: no id\n`), text);
      assert.match(broken.problems, /x\.obo:\d+:1: \w+: .*\[concept-without-id\]/);
      assert.equal((JSON.parse(broken.output) as Found[]).length, 1);
      const none = casebook('terms', '--terminology', file('prose.txt', 'Just words.'), text);
      assert.match(none.problems, /prose\.txt:1:1: error: .*\[terminology-format-unknown\]/);
      assert.deepEqual([none.code, JSON.parse(none.output)], [1, []]);
      const cut = join(folder, 'cut.obo.gz');
      writeFileSync(cut, gzipSync(signs).subarray(0, -20));
      assert.match(casebook('terms', '--terminology', cut, text).problems, /cut\.obo\.gz:1:1: error: .*\[archive-damaged\]/);
      assert.equal(casebook('terms', '--terminology', join(folder, 'gone.obo'), text).code, 2);
    });
  });

  describe('casebook check', () => {
    const bib = '@article{chen1995,\n  title = {A title}, author = {Chen, Y.}, journal = {Journal of Examples}, year = 1995, volume = 1,\n  pages = {168-72},\n  keywords = {a; b},\n}\n';

    it('prints problems and findings at their place, and fails where one matters', () => {
      const { code, output, problems } = casebook('check', file('refs.bib', bib));
      assert.deepEqual(output.split('\n').map((line) => line.replace(/^.*refs\.bib/, '').replace(/: (\w+): .*\[/, ': $1 [')), [
        ':3:12: warning [page-range-abbreviated]', ':4:15: information [keyword-separator]', '',
      ]);
      assert.deepEqual([code, problems], [1, '']);
    });

    it('prints what could not be read as well', () => {
      const { code, output } = casebook('check', file('broken.yaml', 'references:\n  - id: a\n    title: "no end\n'));
      assert.match(output, /broken\.yaml:\d+:\d+: error: .*\[yaml-syntax\]/);
      assert.equal(code, 1);
    });

    it('leaves out what is set off, and is content with information alone', () => {
      const path = file('refs.bib', bib);
      const less = casebook('check', '--off', 'page-range-abbreviated', path);
      assert.match(less.output, /^\S+:4:15: information: [^\n]*\[keyword-separator\]\n$/);
      assert.equal(less.code, 0);
      assert.deepEqual(casebook('check', '--off', 'page-range-abbreviated,keyword-separator', path), { code: 0, output: '', problems: '' });
      assert.match(casebook('check', '--off', 'no-such', path).problems, /^casebook: --off no-such: no such check/);
    });

    it('annotates for GitHub', () => {
      file('a,b.bib', bib);
      const { output } = casebook('check', '--format', 'github', 'a,b.bib');
      assert.match(output, /^::warning file=a%2Cb\.bib,line=3,col=12,title=page-range-abbreviated::The last page is cut short/);
      assert.match(output, /\n::notice file=a%2Cb\.bib,line=4,col=15,title=keyword-separator::/);
      assert.equal(casebook('check', '--format', 'xml', 'a,b.bib').code, 2);
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

    it('does as the front matter says: short names, links, a heading', () => {
      file('refs.json', JSON.stringify([{ id: 'two', type: 'article-journal', title: 'A case', 'container-title': 'Journal of Examples', author: [{ family: 'Sample' }] }]));
      file('short.json', '{"default": {"container-title": {"Journal of Examples": "J Ex"}}}');
      const front = (abbreviations: string) => file('note.md', `---\nbibliography: refs.json\ncsl: ama\ncitation-abbreviations: ${abbreviations}\nlink-citations: true\nreference-section-title: Works\n---\n\nSee [@two].\n`);
      const { output } = casebook('cite', '--format', 'html', front('short'));
      assert.match(output, /\nSee<sup><a href="#ref-two" role="doc-biblioref">1<\/a><\/sup>\.\n\n# Works \{#bibliography \.unnumbered\}\n\n<div id="refs"[^>]*>\n<div id="ref-two" class="csl-entry">.*<i>J Ex<\/i>/);
      assert.deepEqual([casebook('cite', front('none')).code, casebook('cite', front('refs.json')).code], [2, 2]);
    });

    it('inherits from a Quarto project, and takes of two bibliographies the later, as pandoc does', () => {
      const item = (title: string) => JSON.stringify([{ id: 'two', type: 'book', title, author: [{ family: 'Sample' }] }]);
      file('book/_quarto.yml', 'bibliography: [refs.json]\n');
      file('book/refs.json', item('Of the project'));
      file('book/chapter/own.json', item('Of the note'));
      const title = (front: string) => {
        const note = file('book/chapter/note.qmd', `---\ncsl: apa\n${front}---\n\nSee [@two].\n`);
        return (JSON.parse(casebook('cite', '--format', 'json', note).output) as { bibliography: { text: string }[] }).bibliography[0]?.text;
      };
      assert.equal(title(''), 'Sample. (n.d.). Of the project.');
      assert.equal(title('bibliography: [own.json]\n'), 'Sample. (n.d.). Of the note.');
    });

    it('says that a style is unknown', () => {
      const { code, problems } = casebook('cite', '--style', 'no-such-style', file('note.md', 'A [@b].\n'));
      assert.equal(code, 2);
      assert.match(problems, /^casebook: no-such-style: neither a style that ships/);
    });
  });
});
