import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation } from '../../../src/core/annotating/annotation';
import { addAnnotations, annotationsInFile, changeAnnotation, removeAnnotations } from '../../../src/core/annotating/annotationFile';
import { mergeAnnotatedFiles } from '../../../src/core/annotating/mergeFiles';
import { applyEdits } from '../../../src/core/library/edit/textEdit';

const record = 'references:\n  - id: chen1995 # the case\n    type: article-journal\n    title: A case\n';

function mark(id: string, words = 'fever'): Annotation {
  return { id, motivation: 'commenting', target: { source: 'chen1995.md', selector: [{ type: 'TextQuoteSelector', exact: words }] }, body: [{ type: 'TextualBody', value: words, purpose: 'commenting' }] };
}

function withMarks(text: string, ...ids: string[]): string {
  return applyEdits(text, addAnnotations(text, ids.map((id) => mark(id))) ?? []);
}

function ids(text: string | undefined): string[] {
  ok(text);
  return annotationsInFile(text).annotations.map(({ id }) => id);
}

describe('merging two people\'s annotations', () => {
  it('merges what both added, wherever it stands, also the first', () => {
    deepEqual(ids(mergeAnnotatedFiles(record, withMarks(record, 'a1', 'a3'), withMarks(record, 'a2'))), ['a1', 'a2', 'a3']);
    const base = withMarks(record, 'a5');
    const merged = mergeAnnotatedFiles(base, withMarks(base, 'a7'), withMarks(base, 'a8'));
    deepEqual(ids(merged), ['a5', 'a7', 'a8']);
    ok(merged?.startsWith(record));
  });

  it('merges changes of the rest with annotations', () => {
    const base = withMarks(record, 'a5');
    const merged = mergeAnnotatedFiles(base, base.replace('A case', 'Another case'), withMarks(base, 'a6'));
    deepEqual(ids(merged), ['a5', 'a6']);
    ok(merged?.includes('title: Another case'));
    deepEqual(ids(mergeAnnotatedFiles(base, withMarks(base, 'a6'), base.replace('A case', 'Another case'))), ['a5', 'a6']);
  });

  it('merges changes of one annotation key by key, and leaves a disagreement to people', () => {
    const base = withMarks(record, 'a5');
    const change = (text: string, what: Partial<Annotation>): string => applyEdits(text, changeAnnotation(text, 'a5', what) ?? []);
    const said = (value: string): Partial<Annotation> => ({ body: [{ type: 'TextualBody', value, purpose: 'commenting' }] });
    const merged = mergeAnnotatedFiles(base, change(base, { resolved: true, modified: '2026-01-01' }), change(base, { ...said('because'), modified: '2026-01-02' }));
    ok(merged);
    const [annotation] = annotationsInFile(merged).annotations;
    deepEqual([annotation?.resolved, annotation?.body[0]?.value], [true, 'because']);
    equal(mergeAnnotatedFiles(base, change(base, said('one')), change(base, said('two'))), undefined);
  });

  it('takes out what one deleted, but not what the other changed', () => {
    const base = withMarks(record, 'a5', 'a6');
    const deleted = applyEdits(base, removeAnnotations(base, ['a5']) ?? []);
    deepEqual(ids(mergeAnnotatedFiles(base, withMarks(base, 'a7'), deleted)), ['a6', 'a7']);
    const changed = applyEdits(base, changeAnnotation(base, 'a5', { resolved: true }) ?? []);
    deepEqual(ids(mergeAnnotatedFiles(base, changed, deleted)), ['a5', 'a6']);
  });

  it('leaves to git what cannot be read, and what both changed elsewhere', () => {
    equal(mergeAnnotatedFiles(record, `${record}annotations: none\n`, withMarks(record, 'a1')), undefined);
    equal(mergeAnnotatedFiles(record, record.replace('A case', 'One'), record.replace('A case', 'Two')), undefined);
  });

  it('loses no annotation of either, whatever both add', () => {
    const some = fc.uniqueArray(fc.stringMatching(/^a[2-9a-z]{1,4}$/), { maxLength: 6 });
    fc.assert(fc.property(some, some, some, (first, mine, theirs) => {
      const base = withMarks(record, ...first);
      const merged = mergeAnnotatedFiles(base, withMarks(base, ...mine), withMarks(base, ...theirs));
      deepEqual(ids(merged), [...new Set([...first, ...mine, ...theirs])].sort());
    }), { numRuns: 40 });
  });
});
