import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/library/edit/textEdit';
import { mergedBibliography, type RecordMerge } from '../../../src/core/library/mergedBibliography';

const bib = `% mine
@article{chen1995,
  title = {Leukemoid reaction}, % as printed
  year  = 1995
}

@article{wang,
  title = {Leukemoid Reaction},
  volume = 25
}

@inbook{part, crossref = {wang}, title = {Part}}
`;

function merged(text: string, format: string, merge: Partial<RecordMerge>): string | undefined {
  const { edits } = mergedBibliography(text, format, { variables: {}, gone: [], key: merge.kept?.key ?? 'chen1995', ...merge });
  return edits && applyEdits(text, edits);
}

describe('mergedBibliography', () => {
  it('makes one BibTeX entry of two, and names it wherever the other was named', () => {
    const text = merged(bib, 'bibtex', { kept: { key: 'chen1995', index: 0 }, gone: [{ key: 'wang', index: 1 }], variables: { volume: '25', 'other-ids': ['wang'] } });
    assert.equal(
      text,
      '% mine\n@article{chen1995,\n  title = {Leukemoid reaction}, % as printed\n  year  = 1995,\n  volume = {25},\n  ids = {wang}\n}\n\n@inbook{part, crossref = {chen1995}, title = {Part}}\n',
    );
  });

  it('takes a record out whose work is kept elsewhere', () => {
    assert.equal(merged(bib, 'bibtex', { gone: [{ key: 'wang', index: 1 }] }), bib.replace(/@article\{wang[\s\S]*?\n\}\n\n/, '').replace('{wang}', '{chen1995}'));
  });

  it('tells records of one key apart by their places', () => {
    const twins = '@misc{a, title = {X}}\n@misc{a, title = {Y}}\n';
    assert.equal(merged(twins, 'bibtex', { kept: { key: 'a', index: 1 }, gone: [{ key: 'a', index: 0 }] }), '@misc{a, title = {Y}}\n');
    const gone = [{ key: 'a', index: 0 }, { key: 'a', index: 2 }];
    assert.equal(merged(`${twins}@misc{a, title = {Z}}\n`, 'bibtex', { kept: { key: 'a', index: 1 }, gone, variables: { volume: '2' } }), '@misc{a, title = {Y}, volume = {2}}\n');
    const yaml = 'references:\n- id: a\n  title: X\n- id: a\n  title: Y\n';
    assert.equal(merged(yaml, 'csl-yaml', { kept: { key: 'a', index: 0 }, gone: [{ key: 'a', index: 1 }], variables: { volume: '2' } }), "references:\n- id: a\n  title: X\n  volume: '2'\n");
  });

  it('does so in CSL-JSON', () => {
    const json = '[{"id":"a","type":"book","title":"X"},\n {"id":"b","type":"book","title":"X"}]';
    const text = merged(json, 'csl-json', { kept: { key: 'a', index: 0 }, gone: [{ key: 'b', index: 1 }], variables: { volume: '2', 'other-ids': ['b'] } });
    assert.deepEqual(JSON.parse(text ?? ''), [{ id: 'a', type: 'book', title: 'X', volume: '2', 'other-ids': ['b'] }]);
  });

  it('says where a format has no place for other keys, or for a field', () => {
    const ris = 'TY  - JOUR\nID  - a\nTI  - X\nER  - \n\nTY  - JOUR\nID  - b\nTI  - X\nER  - \n';
    const { edits, losesKeys } = mergedBibliography(ris, 'ris', { kept: { key: 'a', index: 0 }, gone: [{ key: 'b', index: 1 }], variables: { volume: '2', 'other-ids': ['b'] }, key: 'a' });
    assert.equal(losesKeys, true);
    assert.match(applyEdits(ris, edits ?? []), /^TY {2}- JOUR\nID {2}- a\nTI {2}- X\nVL {2}- 2\nER {2}- \n\s*$/);
    const unplaced = mergedBibliography(bib, 'bibtex', { kept: { key: 'chen1995', index: 0 }, gone: [], variables: { volume: '25', custom: { a: 1 } }, key: 'chen1995' });
    assert.deepEqual(unplaced, { edits: undefined, losesKeys: false, unplaced: ['custom'] });
  });

  it('does nothing where a record is not there, or the format can only be read', () => {
    for (const [text, format] of [[bib, 'bibtex'], ['', 'bibtex'], ['<PubmedArticleSet/>', 'pubmed-xml']] as const) {
      assert.deepEqual(mergedBibliography(text, format, { kept: { key: 'chen1995', index: 0 }, gone: [{ key: 'gone', index: 5 }], variables: { volume: '1' }, key: 'chen1995' }), { edits: undefined, losesKeys: false, unplaced: [] });
    }
  });
});
