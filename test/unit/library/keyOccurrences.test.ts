import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { KeyFileKind } from '../../../src/core/library/keyOccurrences';
import { keyOccurrences, writtenKey } from '../../../src/core/library/keyOccurrences';
import { findKeys, inCitation, keyAt } from '../../../src/core/library/keyWork';

/** The text with a key renamed wherever it stands, as an editor does it. */
function renamed(text: string, kind: KeyFileKind, from: string, to: string): string {
  const found = keyOccurrences(text, kind).filter(({ key }) => key === from);
  for (const { span } of found) assert.equal(text.slice(span.start, span.end), from);
  return found.reduceRight((changed, each) => changed.slice(0, each.span.start) + writtenKey(each, to) + changed.slice(each.span.end), text);
}

const roles = (text: string, kind: KeyFileKind): string[] => keyOccurrences(text, kind).map(({ key, role }) => `${role} ${key}`);

describe('keyOccurrences', () => {
  it('finds keys in a note by pandoc’s grammar: cited, uncited and inline', () => {
    const note = '---\ntitle: On @old\nnocite: |\n  @old, @{old}, @older\nreferences:\n- id: inline1\n  title: x\n  other-ids: [alias1]\n---\n\n@old says [see -@old, p. 3; @{old}; @older]. `@old` me@old.org [^1]\n\n[^1]: As @old.\n';
    assert.deepEqual(roles(note, 'note'), [
      'use old', 'use old', 'use older', 'record inline1', 'alias alias1', 'use old', 'use old', 'use old', 'use older', 'use old',
    ]);
    assert.equal(
      renamed(note, 'note', 'old', 'new2000'),
      '---\ntitle: On @old\nnocite: |\n  @new2000, @{new2000}, @older\nreferences:\n- id: inline1\n  title: x\n  other-ids: [alias1]\n---\n\n@new2000 says [see -@new2000, p. 3; @{new2000}; @older]. `@old` me@old.org [^1]\n\n[^1]: As @new2000.\n',
    );
    assert.match(renamed(note, 'note', 'inline1', 'chen1995'), /- id: chen1995\n/);
    assert.deepEqual(roles('---\nnocite:\n- "@a"\n- "@b"\n...\r\n\r\n[@c]\r\n', 'note'), ['use a', 'use b', 'use c']);
    assert.deepEqual(roles('no key', 'note'), []);
  });

  it('finds keys in LaTeX, and in raw TeX of a note outside of code', () => {
    const latex = '\\cite{old,older} and \\citep[see][p.~3]{old}. % \\cite{old}\n';
    assert.deepEqual(roles(latex, 'latex'), ['use old', 'use older', 'use old']);
    assert.equal(renamed(latex, 'latex', 'old', 'new'), '\\cite{new,older} and \\citep[see][p.~3]{new}. % \\cite{old}\n');
    assert.deepEqual(roles('In 50% as \\cite{old} and @b, not `\\cite{no}`.\n\n```\n\\cite{no}\n```\n', 'note'), ['use old', 'use b']);
  });

  it('finds keys in a paper file, and in the words of its annotations', () => {
    const paper = [
      '# old is the key', 'references:', '  - id: old # old', '    title: "@old"', "    other-ids: ['older']", 'annotations:', '  - id: old',
      '    target: {source: old.pdf, selector: {exact: "@old"}}', '    body: |', '      Like [@old], not @older.', 'case: {patients: "@old"}', '',
    ].join('\n');
    assert.deepEqual(roles(paper, 'csl-yaml'), ['record old', 'alias older', 'use old', 'use older']);
    assert.equal(renamed(paper, 'csl-yaml', 'old', 'new2000'), paper.replace('- id: old #', '- id: new2000 #').replace('[@old]', '[@new2000]'));
  });

  it('finds the papers that a paper is told apart from, and the pairs in settings', () => {
    assert.deepEqual(roles('references:\n- id: a\ndifferent-from:\n- old\n- b # and\n', 'csl-yaml'), ['record a', 'use old', 'use b']);
    assert.deepEqual(roles('references:\n- id: a\ndifferent-from: [old]\ncase:\n  different-from: [c]\n', 'csl-yaml'), ['record a', 'use old']);
    const settings = '{\n  // "old" and "casebook\n  "casebook.library.differentWorks": [["old", "b"], /* ["old", "c"] */ ["d", "old"],],\n  "other": [["old", "http://x"]], "casebook.library.searches": [{"name": "old", "query": "old"}]\n}\n';
    assert.deepEqual(roles(settings, 'settings'), ['use old', 'use b', 'use d', 'use old']);
    assert.equal(renamed(settings, 'settings', 'old', 'new'), settings.replace('[["old", "b"]', '[["new", "b"]').replace('["d", "old"]', '["d", "new"]'));
    assert.deepEqual(roles('', 'settings'), []);
  });

  it('writes a YAML value so that it stays a text', () => {
    for (const [before, key, after] of [['id: old', '1995', 'id: "1995"'], ['id: old', 'true', 'id: "true"'], ['id: "old"', '1995', 'id: "1995"'], ["id: 'old'", 'a:b', "id: 'a:b'"], ['id: old', 'doi:10.1/x', 'id: doi:10.1/x'], ['id: 1995', 'chen', 'id: chen']] as const) {
      const old = before.replace(/^id: ['"]?|['"]$/g, '');
      assert.equal(renamed(`- ${before}\n  title: x\n`, 'csl-yaml', old, key), `- ${after}\n  title: x\n`);
    }
  });

  it('finds records wherever CSL keeps them', () => {
    assert.deepEqual(roles('- id: a\n- id: b\n', 'csl-yaml'), ['record a', 'record b']);
    assert.deepEqual(roles('id: a\ntitle: x\nauthor:\n- id: no\n', 'csl-yaml'), ['record a']);
    assert.deepEqual(roles('[{"title": "id", "id": "a", "author": [{"id": "no"}]}, {"id": 7, "other-ids": ["b", "c"]}]', 'csl-json'), ['record a', 'record 7', 'alias b', 'alias c']);
    assert.deepEqual(roles('{"items": [{"id": "a\\u0062"}]}', 'csl-json'), ['record ab']);
    assert.deepEqual(roles('{"references": [{"id": "a"}]}', 'csl-json'), ['record a']);
    assert.equal(renamed('[\n {"id": "old", "title": "old"}\n]', 'csl-json', 'old', 'new'), '[\n {"id": "new", "title": "old"}\n]');
  });

  it('finds entries, what they name, and their other keys in BibTeX', () => {
    const bib = '% old\n@book{old, title = {The old}, ids = {older, oldest}}\n@inbook(part,\n  crossref = "old",\n  xdata = {one,two}, note = {old},\n  related={old, other}\n)\n@string{old = "x"}\n@comment{old}\n';
    assert.deepEqual(roles(bib, 'bibtex'), ['record old', 'alias older', 'alias oldest', 'record part', 'use old', 'use one', 'use two', 'use old', 'use other']);
    assert.equal(
      renamed(bib, 'bibtex', 'old', 'new2000'),
      bib.replace('@book{old,', '@book{new2000,').replace('crossref = "old"', 'crossref = "new2000"').replace('{old, other}', '{new2000, other}'),
    );
    assert.equal(renamed(bib, 'bibtex', 'older', 'newer'), bib.replace('older', 'newer'));
  });

  it('never throws, and gives places that hold what they say', () => {
    const sign = fc.constantFrom('@', 'a', '{', '}', '[', ']', ';', '-', '\n', ': ', '- ', 'id', '"', "'", ',', '=', '---\n', 'nocite', 'references:\n', 'crossref', ' ', '\\', 'annotations:\n');
    const kinds = fc.constantFrom<KeyFileKind>('note', 'csl-yaml', 'csl-json', 'bibtex');
    fc.assert(fc.property(fc.array(sign, { maxLength: 60 }).map((signs) => signs.join('')), kinds, (text, kind) => {
      for (const { span, key, form } of keyOccurrences(text, kind)) {
        assert.ok(span.start >= 0 && span.end <= text.length && span.start < span.end);
        if (kind === 'note' && form === 'cited') assert.equal(text.slice(span.start, span.end), key);
      }
    }), { numRuns: 1000 });
  });
});

describe('keyOccurrences of hostile texts', () => {
  it('takes a time that grows with the text alone', () => {
    const texts: readonly (readonly [KeyFileKind, string])[] = [
      ['csl-json', `[{"id": "${'\\"'.repeat(500_000)}`],
      ['csl-json', `${'[{"a":'.repeat(200_000)}`],
      ['csl-json', `[{"id": "${'x'.repeat(2_000_000)}"}]`],
      ['csl-yaml', `- id: ${'['.repeat(50_000)}`],
      ['bibtex', `@book{a, ids = {${'b, '.repeat(300_000)}}}`],
      ['bibtex', `@book{a, crossref${' '.repeat(500_000)}`],
    ];
    for (const [kind, text] of texts) {
      const before = process.cpuUsage();
      keyOccurrences(text, kind);
      const { user, system } = process.cpuUsage(before);
      assert.ok((user + system) / 1000 < 2000, `${kind} ${text.slice(0, 20)}: ${(user + system) / 1000} ms`);
    }
  });
});

describe('findKeys', () => {
  const noFiles = { read: async () => undefined, stamp: async () => undefined, write: async () => false };

  it('gives lines and characters, of the files that have a key', async () => {
    const sources = [
      { uri: 'a', kind: 'note', content: 'one\r\nand @old' },
      { uri: 'b', kind: 'note', content: new TextEncoder().encode('\uFEFFé [@older]') },
      { uri: 'c', kind: 'bibtex', content: '@inbook{x, crossref = {OLD}}' },
      { uri: 'gone', kind: 'note' },
    ] as const;
    const found = await findKeys(sources, ['old'], noFiles);
    assert.deepEqual(found.map(({ uri, keys }) => [uri, keys.map(({ start, end }) => [start, end])]), [
      ['a', [[{ line: 1, character: 5 }, { line: 1, character: 8 }]]],
      ['c', [[{ line: 0, character: 23 }, { line: 0, character: 26 }]]],
    ]);
    const [marked] = await findKeys(sources, ['older'], noFiles);
    assert.deepEqual(marked?.keys[0]?.start, { line: 0, character: 4 });
  });

  it('knows the key at a cursor, its ends and its `@` included', () => {
    const text = 'See [@old; @{new}].';
    assert.deepEqual([4, 5, 6, 8, 9, 10, 13, 16].map((offset) => keyAt(text, 'note', offset)?.key), [undefined, 'old', 'old', 'old', 'old', undefined, 'new', 'new']);
  });

  it('knows a citation at a cursor, its ends and whatever stands in it included', () => {
    const text = 'See [cf. @old, p. 3] and @a [p. 4], not [p. 5].';
    const at = (words: string): boolean => inCitation(text, text.indexOf(words));
    for (const words of ['[cf.', 'cf.', '@old', ', p. 3', '3]', ' and', '@a', '[p. 4', '4]']) assert.ok(at(words), words);
    for (const words of ['ee [', 'and', 'not', '[p. 5', '5]']) assert.ok(!at(words), words);
  });
});
