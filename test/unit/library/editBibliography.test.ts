import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatById } from '../../../src/core/formats/registry';
import type { RecordChange } from '../../../src/core/library/edit/recordChange';
import { applyEdits } from '../../../src/core/library/edit/textEdit';
import { editBibliography } from '../../../src/core/library/editBibliography';
import type { EditCounts } from '../../support/editProperties';
import { checkEdits } from '../../support/editProperties';
import { sharedPath } from '../../support/shared';

/** Longer texts take their time to be read again after every edit. */
const longest = 6000;

const bib = `% mine
@string{jjco = "Jpn J Clin Oncol"}

@Article{chen1995,
  Author  = "Chen, Y. M. and M{\\"u}ller, J.",
  Title   = "The {DNA} of  lung", % as printed
  Journal = jjco,
  Year    = 1995,
  Month   = aug,
  Pages   = {168--72}
}

@broken{x, title = {a
@inproceedings{kid, crossref = {chen1995}, title={Kid}, date={2000-05-06}, xref = {other}}
@book{other, title={B}, related="chen1995, kid", ids = {o1}}
`;

/** The lines that go and those that come. */
function changedLines(text: string, format: string, ...changes: readonly RecordChange[]): { readonly gone: string[]; readonly added: string[] } | undefined {
  const edits = editBibliography(text, format, changes);
  if (!edits) return undefined;
  const [before, after] = [text.split('\n'), applyEdits(text, edits).split('\n')];
  return { gone: before.filter((line) => !after.includes(line)), added: after.filter((line) => !before.includes(line)) };
}

describe('editing a BibTeX file', () => {
  const set = (variables: Record<string, unknown>, key = 'chen1995') => changedLines(bib, 'bibtex', { kind: 'set', key, variables });

  it('changes a value in its own style: quotes, protected capitals, comments', () => {
    assert.deepEqual(set({ title: 'The DNA of the lung' }), { gone: ['  Title   = "The {DNA} of  lung", % as printed'], added: ['  Title   = "The {DNA} of the lung", % as printed'] });
  });

  it('leaves names that stay as they were written', () => {
    const author = [{ family: 'Chen', given: 'Y. M.' }, { family: 'Müller', given: 'J.' }, { family: 'Lee', given: 'A.' }];
    assert.deepEqual(set({ author })?.added, ['  Author  = "Chen, Y. M. and M{\\"u}ller, J. and Lee, A.",']);
  });

  it('changes the field that says it: year and month, or date', () => {
    assert.deepEqual(set({ issued: { 'date-parts': [[1996, 8]] } })?.added, ['  Year    = 1996,']);
    assert.deepEqual(set({ issued: { 'date-parts': [[1995]] } }), { gone: ['  Month   = aug,'], added: [] });
    assert.match(set({ issued: { 'date-parts': [[2001]] } }, 'kid')?.added[0] ?? '', /title=\{Kid\}, date=\{2001\}, xref/);
  });

  it('puts in a field as the others are: aligned, in capitals, with the comma that the last one lacked', () => {
    assert.deepEqual(set({ DOI: '10.1000/x' }), { gone: ['  Pages   = {168--72}'], added: ['  Pages   = {168--72},', '  Doi     = "10.1000/x"'] });
    assert.deepEqual(set({ page: undefined }), { gone: ['  Month   = aug,', '  Pages   = {168--72}'], added: ['  Month   = aug'] });
  });

  it('leaves a macro alone unless its value changes', () => {
    assert.deepEqual(set({ 'container-title': 'Jpn J Clin Oncol' }), { gone: [], added: [] });
    assert.deepEqual(set({ 'container-title': 'Lancet' })?.added, ['  Journal = "Lancet",']);
  });

  it('renames a key wherever the file has it, and keeps the old one as an alias', () => {
    const rename = { kind: 'rename', key: 'chen1995', newKey: 'chenA' } as const;
    assert.deepEqual(changedLines(bib, 'bibtex', rename)?.added, [
      '@Article{chenA,', '@inproceedings{kid, crossref = {chenA}, title={Kid}, date={2000-05-06}, xref = {other}}',
      '@book{other, title={B}, related="chenA, kid", ids = {o1}}',
    ]);
    assert.deepEqual(changedLines(bib, 'bibtex', { ...rename, keepAlias: true })?.added.slice(1, 3), ['  Pages   = {168--72},', '  Ids     = "chen1995"']);
    const again = changedLines(bib, 'bibtex', { kind: 'rename', key: 'other', newKey: 'o2', keepAlias: true })?.added;
    assert.deepEqual(again, ['@inproceedings{kid, crossref = {chen1995}, title={Kid}, date={2000-05-06}, xref = {o2}}', '@book{o2, title={B}, related="chen1995, kid", ids = {o1,other}}']);
  });

  it('refuses a key that BibTeX cannot hold, and a record that is not there', () => {
    assert.equal(editBibliography(bib, 'bibtex', [{ kind: 'rename', key: 'chen1995', newKey: 'a,b' }]), undefined);
    assert.equal(editBibliography(bib, 'bibtex', [{ kind: 'remove', key: 'nobody' }]), undefined);
  });

  it('sees what the changes before it did', () => {
    const edits = editBibliography(bib, 'bibtex', [
      { kind: 'rename', key: 'chen1995', newKey: 'a' }, { kind: 'set', key: 'a', variables: { volume: '25' } }, { kind: 'rename', key: 'a', newKey: 'b' },
      { kind: 'rename', key: 'kid', newKey: 'kid2' }, { kind: 'set', key: 'b', variables: { volume: '26' } },
    ]);
    const after = applyEdits(bib, edits ?? []);
    assert.match(after, /@Article\{b,/);
    assert.match(after, /Volume {2}= "26",?\n/);
    assert.match(after, /@inproceedings\{kid2, crossref = \{b\}/);
    assert.match(after, /related="b, kid2"/);
  });

  it('removes and adds whole entries, laid out as the others are', () => {
    const item = { id: 'new1', type: 'book', title: 'New & old', publisher: 'Nobody' };
    const edits = editBibliography(bib, 'bibtex', [{ kind: 'remove', key: 'chen1995' }, { kind: 'add', item }]) ?? [];
    const after = applyEdits(bib, edits);
    const start = bib.indexOf('@Article');
    assert.ok(after.startsWith(bib.slice(0, start) + bib.slice(bib.indexOf('@broken'))));
    assert.ok(after.endsWith('\n@Book{new1,\n  Title   = "New \\& old",\n  Publisher = "Nobody"\n}\n'), after.slice(-100));
  });

  it('keeps the line ends of Windows', () => {
    const windows = bib.replace(/\n/g, '\r\n');
    const changes: RecordChange[] = [{ kind: 'set', key: 'chen1995', variables: { volume: '1' } }, { kind: 'add', item: { id: 'n', type: 'book', title: 'T' } }];
    const after = applyEdits(windows, editBibliography(windows, 'bibtex', changes) ?? []);
    assert.equal(after.replace(/\r\n/g, '').includes('\n'), false);
    assert.equal(after, applyEdits(bib, editBibliography(bib, 'bibtex', changes) ?? []).replace(/\n/g, '\r\n'));
  });

  it('finds the entry where it is said to be, be another of its key before it', () => {
    const twice = `@misc{a, title={One}}\n@misc{a, title={Two}}\n`;
    const start = twice.indexOf('@misc{a, title={Two}');
    assert.deepEqual(changedLines(twice, 'bibtex', { kind: 'set', key: 'a', variables: { title: 'New' }, near: { start, end: start + 5 } })?.added, ['@misc{a, title={New}}']);
  });

  it('finds an entry of a large file by its place without reading the rest', () => {
    const large = `${bib}\n`.repeat(20_000) + bib.replace('chen1995,', 'last,');
    const start = large.lastIndexOf('@Article');
    const before = process.cpuUsage();
    const edits = editBibliography(large, 'bibtex', [{ kind: 'set', key: 'last', variables: { title: 'Found' }, near: { start, end: start } }]);
    const { user, system } = process.cpuUsage(before);
    assert.equal(edits?.length, 1);
    assert.ok(user + system < 1_000_000, `${user + system} µs for ${large.length} characters`);
  });
});

describe('editing the other formats', () => {
  it('keeps how RIS is laid out, and puts a tag where the writer has it', () => {
    const text = 'TY - JOUR\r\nT1 - Old\r\nAU - Chen, Y. M.\r\nJO - Lancet\r\nPY - 1995\r\nER - \r\n';
    const changes: RecordChange[] = [{ kind: 'set', key: 'chen1995', variables: { title: 'New', volume: '7', author: [{ family: 'Chen', given: 'Y. M.' }, { family: 'Lee', given: 'A.' }] } }];
    const after = applyEdits(text, editBibliography(text, 'ris', changes) ?? []);
    assert.equal(after, 'TY - JOUR\r\nT1 - New\r\nAU - Chen, Y. M.\r\nAU - Lee, A.\r\nJO - Lancet\r\nPY - 1995\r\nVL - 7\r\nER - \r\n');
  });

  it('breaks MEDLINE\'s long lines as they are broken', () => {
    const text = 'PMID- 1\nTI  - Old words that are so many that they\n      go on\nAB  - x\nDP  - 1995\n';
    const after = applyEdits(text, editBibliography(text, 'nbib', [{ kind: 'set', key: formatById('nbib')?.read?.(text).records[0]?.id ?? '', variables: { title: 'word '.repeat(30).trim() } }]) ?? []);
    assert.ok(after.split('\n').every((line) => line.length <= 88));
    assert.match(after, /\n {6}word/);
  });

  it('gives both places in which EndNote has a journal’s name the new one', () => {
    const journal = (title: string, full: string) => `<xml><records><record><ref-type name="Journal Article">17</ref-type><titles><title>T</title><secondary-title>${title}</secondary-title></titles><periodical><full-title>${full}</full-title></periodical><dates><year>1995</year></dates></record></records></xml>`;
    const renamed = (text: string, name: unknown): string => {
      const key = formatById('endnote-xml')?.read?.(text).records[0]?.id ?? '';
      return applyEdits(text, editBibliography(text, 'endnote-xml', [{ kind: 'set', key, variables: { 'container-title': name } }]) ?? []);
    };
    const style = (text: string): string => `<style face="normal">${text}</style>`;
    assert.equal(renamed(journal('Gut', 'Gut'), 'Lancet & Co'), journal('Lancet &amp; Co', 'Lancet &amp; Co'));
    assert.equal(renamed(journal(style('Gut'), style('Gut')), 'Lancet'), journal(style('Lancet'), style('Lancet')));
    assert.equal(formatById('endnote-xml')?.read?.(renamed(journal('Gut', 'Gut'), undefined)).records[0]?.['container-title'], undefined);
  });

  it('keeps the indentation of JSON, and its unknown fields', () => {
    const text = '[\n\t{\n\t\t"id": "a", "type": "book",\n\t\t"my": [1,  2],\n\t\t"title": "A"\n\t},\n\t{ "id": "b", "type": "book", "title": "B" }\n]\n';
    const after = applyEdits(text, editBibliography(text, 'csl-json', [
      { kind: 'set', key: 'a', variables: { title: 'A "2"', issued: { 'date-parts': [[1995, 8]] } } }, { kind: 'remove', key: 'b' }, { kind: 'add', item: { id: 'c', type: 'book' } },
    ]) ?? []);
    assert.ok(after.startsWith(text.slice(0, text.indexOf('"title"'))), after);
    assert.match(after, /"title": "A \\"2\\"",\n\t\t"issued": \{/);
    assert.deepEqual(JSON.parse(after), [
      { id: 'a', type: 'book', my: [1, 2], title: 'A "2"', issued: { 'date-parts': [[1995, 8]] } }, { id: 'c', type: 'book' },
    ]);
  });

  it('changes of a name in YAML only what is other, and of a date only its text', () => {
    const text = 'references:\n  - id: a # key\n    type: book\n    author:\n      - family: Chen # first\n        given: Y\n      - {family: Lee, given: A}\n    issued: 1995-08\n  # next\n  - id: b\n    type: book\n';
    const variables = { author: [{ family: 'Chen', given: 'Y. M.' }, { family: 'Lee', given: 'B' }], issued: { 'date-parts': [[1996, 8]] } };
    assert.deepEqual(changedLines(text, 'csl-yaml', { kind: 'set', key: 'a', variables }), {
      gone: ['        given: Y', '      - {family: Lee, given: A}', '    issued: 1995-08'],
      added: ['        given: Y. M.', '      - {family: Lee, given: B}', '    issued: 1996-08'],
    });
    assert.deepEqual(changedLines(text, 'csl-yaml', { kind: 'rename', key: 'a', newKey: 'a2', keepAlias: true })?.added, ['  - id: a2 # key', '    other-ids:', '      - a']);
    assert.deepEqual(changedLines(text, 'csl-yaml', { kind: 'remove', key: 'b' }), { gone: ['  - id: b'], added: [] });
  });

  it('edits the metadata before a document, and leaves the document', () => {
    const text = '---\ntitle: Note\nreferences:\n- id: a\n  type: book\n  title: A\n...\n\n# A note\n- id: b\n';
    assert.deepEqual(changedLines(text, 'csl-yaml', { kind: 'set', key: 'a', variables: { title: 'B' } }, { kind: 'add', item: { id: 'c', type: 'book' } }), { gone: ['  title: A'], added: ['  title: B', '- id: c'] });
  });

  it('edits a record though another is broken', () => {
    const text = 'references:\n- id: a\n  title: "A\n- id: b\n  type: book\n  title: B\n';
    assert.deepEqual(changedLines(text, 'csl-yaml', { kind: 'set', key: 'b', variables: { title: 'C' } }), { gone: ['  title: B'], added: ['  title: C'] });
    const json = '[{"id": "a", "type": "book",, "title": }, {"id": "b", "type": "book", "title": "B"}]';
    assert.deepEqual(changedLines(json, 'csl-json', { kind: 'set', key: 'b', variables: { title: 'C' } })?.added, [json.replace('"B"', '"C"')]);
  });
});

describe('editing the peers\' files', () => {
  /** Which share of edits a format's records take at least (the others have no place for what is asked), and every how manieth text is edited. */
  const formats = { bibtex: [0.98, 8], ris: [0.97, 2], nbib: [0.97, 2], 'csl-yaml': [1, 6], 'csl-json': [0.6, 4] } as const;

  for (const [format, [least, stride]] of Object.entries(formats)) {
    it(`${format}: every edit does what it should and leaves all else as it was`, function () {
      this.timeout(120_000);
      const file = sharedPath('data', 'formats', `${format}.jsonl`);
      if (file === undefined) this.skip();
      const counts: EditCounts = { done: 0, refused: 0, wrong: [] };
      const lines = readFileSync(file, 'utf8').split('\n').filter((line, index) => line !== '' && index % stride === 0);
      for (const line of lines) {
        const { name, input } = JSON.parse(line) as { name: string; input: string };
        if (input.length <= longest) checkEdits(input, format, counts, name, 2);
      }
      assert.deepEqual(counts.wrong, []);
      assert.ok(counts.done / (counts.done + counts.refused) >= least, `${counts.refused} of ${counts.done + counts.refused} edits were refused`);
    });
  }
});
