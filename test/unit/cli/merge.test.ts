import { build } from 'esbuild';
import { deepEqual, equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Annotation } from '../../../src/core/annotating/annotation';
import { addAnnotations, annotationsInFile, changeAnnotation } from '../../../src/core/annotating/annotationFile';
import { applyEdits } from '../../../src/core/library/edit/textEdit';
import { outFolder, root } from '../../support/paths';
import { temporaryFolder } from '../../support/temporary';

const tool = join(outFolder, 'cli-merge', 'cli.js');
const record = 'references:\n  - id: chen1995 # the case\n    type: article-journal\n    title: A case\n';

const mark = (id: string, words: string): Annotation => ({
  id, motivation: 'commenting', target: { source: 'chen1995.md', selector: [{ type: 'TextQuoteSelector', exact: words }] }, body: [{ type: 'TextualBody', value: words, purpose: 'commenting' }],
});
const withMarks = (text: string, ...marks: readonly Annotation[]): string => applyEdits(text, addAnnotations(text, marks) ?? []);
const withComment = (text: string, value: string): string => applyEdits(text, changeAnnotation(text, 'a5', { body: [{ type: 'TextualBody', value, purpose: 'commenting' }] }) ?? []);

describe('casebook merge, as git runs it', () => {
  let folder = '';
  const paper = (): string => join(folder, 'chen1995.yaml');

  before(async function () {
    this.timeout(60_000);
    if (spawnSync('git', ['--version']).status !== 0) this.skip();
    await build({ entryPoints: [join(root, 'src/cli.ts')], outfile: tool, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  });

  function git(...args: readonly string[]): { code: number | null; output: string } {
    const own = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
    const { status, stdout, stderr } = spawnSync('git', [...own, ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' } });
    return { code: status, output: stdout + stderr };
  }

  function commit(text: string, message: string): void {
    writeFileSync(paper(), text);
    equal(git('add', '.').code, 0);
    const { code, output } = git('commit', '-m', message);
    equal(code, 0, output);
  }

  /** A repository in which two people each wrote on from the same paper; one merges what the other did. */
  function merged(base: string, ours: string, theirs: string, isDriven = true): { code: number | null; output: string; text: string } {
    folder = temporaryFolder();
    equal(git('init', '-q', '-b', 'main').code, 0);
    if (isDriven) {
      writeFileSync(join(folder, '.gitattributes'), '*.yaml merge=casebook\n');
      equal(git('config', 'merge.casebook.driver', `"${process.execPath}" "${tool}" merge %O %A %B`).code, 0);
    }
    commit(base, 'A paper');
    git('switch', '-q', '-c', 'other');
    commit(theirs, 'Another reads it');
    git('switch', '-q', 'main');
    commit(ours, 'One reads it');
    const { code, output } = git('merge', '--no-edit', 'other');
    return { code, output, text: readFileSync(paper(), 'utf8') };
  }

  it('merges what two people marked in one paper, where git alone would not', function () {
    this.timeout(30_000);
    const [ours, theirs] = [withMarks(record, mark('a2', 'fever'), mark('a8', 'cough')), withMarks(record, mark('a5', 'abscess'))];
    const alone = merged(record, ours, theirs, false);
    equal(alone.code, 1);
    match(alone.output, /CONFLICT/);
    const { code, output, text } = merged(record, ours, theirs);
    equal(code, 0, output);
    deepEqual(annotationsInFile(text).annotations.map(({ id }) => id), ['a2', 'a5', 'a8']);
    equal(text.startsWith(record), true);
    equal(git('status', '--porcelain').output, '');
  });

  it('leaves it to people where both changed one annotation, and says so', function () {
    this.timeout(30_000);
    const base = withMarks(record, mark('a5', 'abscess'));
    const { code, output, text } = merged(base, withComment(base, 'Of what size?'), withMarks(withComment(base, 'In which lobe?'), mark('a8', 'cough')));
    equal(code, 1);
    match(output, /CONFLICT \(content\): Merge conflict in chen1995\.yaml/);
    match(text, /<<<<<<< [^]*Of what size\?[^]*=======[^]*In which lobe\?[^]*>>>>>>> /);
    match(git('status', '--porcelain').output, /^UU chen1995\.yaml$/m);
  });

  it('merges what two people did to different things of one annotation', function () {
    this.timeout(30_000);
    const base = withMarks(record, mark('a5', 'abscess'));
    const resolved = applyEdits(base, changeAnnotation(base, 'a5', { resolved: true }) ?? []);
    const { code, output, text } = merged(base, withComment(base, 'Of what size?'), resolved);
    equal(code, 0, output);
    const [one] = annotationsInFile(text).annotations;
    deepEqual([one?.resolved, one?.body[0]?.value], [true, 'Of what size?']);
  });
});
