import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/library/edit/textEdit';
import { setBeside, setCitekey, setField, setRecordField } from '../../../src/core/library/editPaperFile';
import { readPaperFile } from '../../../src/core/library/paperFile';

const text = `# my paper
references:
- id:   chen1995   # the key
  type: article-journal
  title: "A   title
    in two lines"
  author: [{family: Chen,  given: Y. M.}]

  abstract: |
    two
    lines

# after
my-key:    { kept:   as it is }
case:   # mine
  patients: [ {age: 45 } ]
`;

/** Lines of the new text that the old one lacks, and the other way round. */
function changed(after: string | undefined, before = text): { readonly added: string[]; readonly gone: string[] } {
  const [old, now] = [before.split('\n'), (after ?? '').split('\n')];
  return { added: now.filter((line) => !old.includes(line)), gone: old.filter((line) => !now.includes(line)) };
}

describe('editPaperFile', () => {
  it('changes the citekey and no other line', () => {
    assert.deepEqual(changed(setCitekey(text, 'chen1995a')), { added: ['- id:   chen1995a   # the key'], gone: ['- id:   chen1995   # the key'] });
  });

  it('quotes a key that needs it', () => {
    for (const key of ['1995', 'a: b', '@x', 'true', 'x #y']) assert.equal(readPaperFile(setCitekey(text, key) ?? '').paper?.record.id, key, key);
  });

  it('sets a field that is there', () => {
    assert.deepEqual(changed(setRecordField(text, 'title', 'Short')), { added: ['  title: "Short"'], gone: ['  title: "A   title', '    in two lines"'] });
    assert.deepEqual(changed(setRecordField(text, 'abstract', 'one')), { added: ['  abstract: one'], gone: ['  abstract: |', '    two', '    lines'] });
  });

  it('puts in a field that is not there', () => {
    assert.deepEqual(changed(setRecordField(text, 'volume', '25')), { added: ["  volume: '25'"], gone: [] });
    assert.deepEqual(changed(setField(text, ['annotations'], [{ quote: 'x: y' }])), { added: ['annotations:', "  - quote: 'x: y'"], gone: [] });
  });

  it('adds to a list, and makes the list', () => {
    const one = setField(text, ['annotations', 0], { quote: 'one' });
    const two = setField(one ?? '', ['annotations', 1], { quote: 'two', more: { a: 1 } });
    assert.deepEqual(readPaperFile(two ?? '').paper?.annotations, [{ quote: 'one' }, { quote: 'two', more: { a: 1 } }]);
    assert.deepEqual(changed(two).gone, []);
    const changedOne = setField(two ?? '', ['annotations', 0], { quote: 'first' });
    assert.deepEqual(readPaperFile(changedOne ?? '').paper?.annotations, [{ quote: 'first' }, { quote: 'two', more: { a: 1 } }]);
  });

  it('edits lists and maps that stand in one line', () => {
    assert.deepEqual(readPaperFile(setField(text, ['case', 'patients', 0, 'sex'], 'f') ?? '').paper?.case, { patients: [{ age: 45, sex: 'f' }] });
  });

  it('keeps the file\'s line ends', () => {
    const windows = text.replace(/\n/g, '\r\n');
    const after = setField(setCitekey(windows, 'x1') ?? '', ['annotations'], [{ quote: 'a' }, { quote: 'b' }]) ?? '';
    assert.equal(after.replace(/\r\n/g, '').includes('\n'), false);
    assert.equal(readPaperFile(after).paper?.record.id, 'x1');
  });

  it('works in a file without a last line end, in an empty one, and before a document\'s end', () => {
    assert.equal(setField('a: 1', ['b'], 2), 'a: 1\nb: 2\n');
    assert.equal(setField('', ['b'], 2), 'b: 2\n');
    assert.equal(setField('---\na: 1\n...\n', ['b'], 2), '---\na: 1\nb: 2\n...\n');
  });

  it('does nothing to what it cannot read', () => {
    assert.equal(setCitekey('references: [\n', 'x'), undefined);
    assert.equal(setCitekey('a: 1\n', 'x'), undefined);
    assert.equal(setField('a: 1\n', ['a', 'b', 'c'], 1), undefined);
    for (const deep of ['- ', '? ', '[', '{', '{a: ']) assert.equal(setField(`a:\n  ${deep.repeat(20_000)}`, ['a'], 1), undefined, deep);
    assert.equal(setField(Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''), ['a'], 1), undefined);
    assert.equal(setField('- '.repeat(5000), ['a'], 1), undefined);
  });

  it('touches of a list or map only what differs', () => {
    const edits = setBeside(text, ['case'], { patients: [{ age: 46, sex: 'f' }], status: 'read' });
    assert.deepEqual(edits?.map(({ span, newText }) => [text.slice(span.start, span.end), newText]), [['45', '46'], ['', ', sex: f'], ['', 'status: read\n']].map(([old, now], index) => [old, index === 2 ? '  status: read\n' : now]));
    assert.deepEqual(readPaperFile(applyEdits(text, edits ?? [])).paper?.case, { patients: [{ age: 46, sex: 'f' }], status: 'read' });
  });

  it('takes out what is no longer said', () => {
    assert.deepEqual(changed(setRecordField(text, 'author', undefined)), { added: [], gone: ['  author: [{family: Chen,  given: Y. M.}]'] });
    assert.deepEqual(changed(setField(text, ['case', 'patients'], undefined)), { added: ['  {}'], gone: ['  patients: [ {age: 45 } ]'] });
  });

  it('sets the reading status and tags, and keeps what the user wrote beside them', () => {
    const own = 'references:\n- id: a\n  type: book\n  title: T\ncase:\n  # mine\n  tags: [lung, "rare one"] # both\n  patients: []\n';
    const read = setField(own, ['case', 'status'], 'reading') ?? '';
    assert.equal(read, `${own}  status: reading\n`);
    assert.equal(setField(read, ['case', 'tags'], ['lung', 'rare one', 'new']), read.replace('"rare one"]', '"rare one", new]'));
    assert.equal(setField(read, ['case', 'tags'], ['rare one']), read.replace('lung, ', ''));
    assert.equal(setField(read, ['case', 'status'], 'read'), read.replace('reading', 'read'));
  });

  it('leaves the records to others', () => {
    assert.equal(setBeside(text, ['references', 0, 'title'], 'x'), undefined);
    assert.equal(setBeside('- id: a\n  type: book\n', ['case', 'status'], 'x'), undefined);
  });
});
