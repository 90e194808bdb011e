import assert from 'node:assert/strict';
import { mergedPaperFile } from '../../../src/core/library/mergedPaperFile';
import { fieldChoices, mergedRecord } from '../../../src/core/library/mergedRecord';
import { readPaperFile } from '../../../src/core/library/paperFile';
import type { CslItem } from '../../../src/core/library/record';

const kept: CslItem = {
  id: 'chen1995', type: 'article-journal', title: 'LEUKEMOID REACTION', author: [{ family: 'Chen', given: 'Y. M.' }],
  'container-title': 'Jpn J Clin Oncol', issued: { 'date-parts': [[1995]] }, volume: '25',
};
const other: CslItem = {
  id: 'chen', type: 'article-journal', title: 'Leukemoid reaction', author: [{ given: 'Yuh Min', family: 'Chen' }, { family: 'Liu' }],
  'container-title': 'Japanese Journal of Clinical Oncology', issued: { 'date-parts': [[1995, 8]] }, volume: '25', page: '168-172', 'other-ids': ['c95'],
};

describe('mergedRecord', () => {
  it('proposes for each field that differs the value that says most', () => {
    const choices = fieldChoices([kept, other]);
    assert.deepEqual(Object.fromEntries(choices.map(({ variable, chosen }) => [variable, chosen])), { title: 1, author: 1, 'container-title': 1, issued: 1, page: 1 });
    assert.deepEqual(choices.find(({ variable }) => variable === 'page')?.values, [undefined, '168-172']);
    assert.deepEqual(fieldChoices([kept, { ...kept, id: 'x', issued: { 'date-parts': [[1996]] } }]).map(({ chosen }) => chosen), [0]);
  });

  it('proposes the DOI that is one', () => {
    const chosen = (...dois: string[]): number | undefined => fieldChoices(dois.map((DOI) => ({ ...kept, DOI })))[0]?.chosen;
    assert.deepEqual([chosen('doi unknown', '10.1093/jjco/25.4.168'), chosen('10.1093/jjco/25.4.168', '10.1093'), chosen('10.1093/a', '10.1093/b')], [1, 0, 0]);
  });

  it('keeps the key, and every other as an alias', () => {
    const choices = fieldChoices([kept, other]).map((choice) => (choice.variable === 'title' ? { ...choice, chosen: 0 } : choice));
    assert.deepEqual(mergedRecord([kept, other], choices), { ...other, id: 'chen1995', title: 'LEUKEMOID REACTION', 'other-ids': ['chen', 'c95'] });
  });
});

const text = `# mine
references:
  - id: chen1995 # the key
    type: article-journal
    title: "Leukemoid reaction"

annotations:
  - { id: one, target: abstract } # first
case:
  age: 45
  tags: [methods]
my-key: 1
`;
const away = `references:
  - id: chen
    type: article-journal
    title: Leukemoid reaction
    volume: '25'
annotations:
  - { id: one, target: abstract }
  - id: two
    target: { source: chen.pdf }
case:
  age: 46
  sex: male
  tags: [to cite, methods]
my-key: 2
your-key: x
different-from: [wang]
`;

describe('mergedPaperFile', () => {
  const choices = [{ variable: 'volume', values: [undefined, '25'], chosen: 1 }];
  const merged = mergedPaperFile(text, [{ text: away, renamed: { 'chen.pdf': 'chen1995-2.pdf' } }], choices) ?? '';

  it('keeps every line of the kept file but those that it adds to', () => {
    const lines = merged.split('\n');
    assert.deepEqual(text.split('\n').filter((line) => !lines.includes(line)), ['  tags: [methods]']);
  });

  it('loses nothing of the other', () => {
    const { paper, problems } = readPaperFile(merged);
    assert.deepEqual(problems, []);
    assert.deepEqual([paper?.record.id, paper?.record.volume, paper?.record['other-ids']], ['chen1995', '25', ['chen']]);
    assert.deepEqual(paper?.annotations, [{ id: 'one', target: 'abstract' }, { id: 'two', target: { source: 'chen1995-2.pdf' } }]);
    assert.deepEqual(paper?.case, { age: 45, tags: ['methods', 'to cite'], sex: 'male' });
    assert.deepEqual(paper?.differentFrom, ['wang']);
    assert.match(merged, /merged:\n {2}chen:\n {4}case:\n {6}age: 46\n {4}my-key: 2\n/);
    assert.match(merged, /your-key: x/);
  });

  it('does nothing where the choices were made of something else', () => {
    assert.equal(mergedPaperFile(text, [{ text: away, renamed: {} }], [{ variable: 'volume', values: [undefined, '26'], chosen: 1 }]), undefined);
  });

  it('does nothing where a file is broken or holds two records', () => {
    const two = 'references:\n- {id: a, type: book, title: A}\n- {id: b, type: book, title: B}\n';
    for (const bad of ['references: [\n', `${away}case: [\n`, two, '']) {
      assert.equal(mergedPaperFile(text, [{ text: bad, renamed: {} }], []), undefined, bad);
    }
    assert.equal(mergedPaperFile(two, [{ text: away, renamed: {} }], []), undefined);
  });
});
