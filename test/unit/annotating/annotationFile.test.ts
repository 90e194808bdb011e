import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Annotation, annotationId, commentOf, meaningOf, pageOf, pageSelector, positionOf, quoteOf, rectanglesOf, tagsOf, textSelectors } from '../../../src/core/annotating/annotation';
import { addAnnotations, annotationsInFile, changeAnnotation, removeAnnotations } from '../../../src/core/annotating/annotationFile';
import { applyEdits } from '../../../src/core/library/edit/textEdit';
import { readPaperFile } from '../../../src/core/library/paperFile';

const record = `references:
  - id: chen1995 # cited in three notes
    type: article-journal
    title: A case
`;

const written = `${record}# what I marked
annotations:
  - id: a3 # the first
    created: 2026-01-02T03:04:05Z
    motivation: commenting
    target:
      source: chen1995.md
      mine: keep me
      selector:
        - {type: TextQuoteSelector, exact: fever for four weeks}
    body:
      - {type: TextualBody, value: why?, purpose: commenting, language: en}
    room: "12"
case: {patients: 1}
`;

function annotation(id: string, exact = 'high fever'): Annotation {
  return {
    id, created: '2026-11-26T11:10:00Z', creator: 'Jane', motivation: 'commenting',
    target: { source: 'chen1995.pdf', selector: [...textSelectors(`He had a ${exact}, it said: "no".`, { start: 9, end: 9 + exact.length }), pageSelector(3, [[1, 2, 3.5, 4]])] },
    body: [
      { type: 'TextualBody', value: 'As in @lind2010:\n\nsee *there*', purpose: 'commenting', format: 'text/markdown' },
      { type: 'TextualBody', value: 'fever', purpose: 'tagging' }, { type: 'TextualBody', value: 'finding', purpose: 'classifying' },
    ],
  };
}

function added(text: string, ...annotations: readonly Annotation[]): string {
  const edits = addAnnotations(text, annotations);
  ok(edits);
  return applyEdits(text, edits);
}

describe('annotations in a paper file', () => {
  it('reads what it wrote, and all of it', () => {
    const given = annotation('a7');
    const text = added(record, given);
    ok(text.startsWith(record));
    const { annotations: [read], problems } = annotationsInFile(text);
    deepEqual(problems, []);
    deepEqual(read, given);
    ok(read);
    deepEqual(tagsOf(read), ['fever']);
    equal(meaningOf(read), 'finding');
    equal(commentOf(read), 'As in @lind2010:\n\nsee *there*');
    equal(pageOf(read), 3);
    deepEqual(rectanglesOf(read), [[1, 2, 3.5, 4]]);
    deepEqual(quoteOf(read), { type: 'TextQuoteSelector', exact: 'high fever', prefix: 'He had a ', suffix: ', it said: "no".' });
    deepEqual(positionOf(read), { type: 'TextPositionSelector', start: 9, end: 19 });
    equal((parse(text) as { references: { id: string }[] }).references[0]?.id, 'chen1995');
  });

  it('adds in the order of ids and keeps comments, order and unknown keys', () => {
    const text = added(written, annotation('a9'), annotation('a1'));
    deepEqual(annotationsInFile(text).annotations.map(({ id }) => id), ['a1', 'a3', 'a9']);
    for (const line of written.split('\n')) ok(text.includes(line), line);
    match(text, /case: \{patients: 1\}\n$/);
    equal(added(text, annotation('a9')), text);
  });

  it('changes one key and leaves the rest byte for byte', () => {
    const [before] = annotationsInFile(written).annotations;
    ok(before);
    const edits = changeAnnotation(written, 'a3', {
      modified: '2026-11-26T12:00:00Z', resolved: true,
      body: [...before.body.map((each) => ({ ...each, value: 'because' })), { type: 'TextualBody', value: 'fever', purpose: 'tagging' }],
    });
    ok(edits);
    const text = applyEdits(written, edits);
    const [after] = annotationsInFile(text).annotations;
    deepEqual(after?.body.map(({ value, language }) => [value, language]), [['because', 'en'], ['fever', undefined]]);
    equal(after?.resolved, true);
    equal(after.target.mine, 'keep me');
    equal(after.room, '12');
    for (const line of ['  - id: a3 # the first', '# what I marked', '    room: "12"', '      mine: keep me']) ok(text.includes(`${line}\n`), line);
    equal(changeAnnotation(written, 'a4', { resolved: true }), undefined);
    deepEqual(changeAnnotation(written, 'a3', { motivation: 'commenting' }), []);
  });

  it('removes an annotation with the replies to it, and nothing else', () => {
    const reply: Annotation = { id: 'a5', motivation: 'replying', target: { source: 'a4', selector: [] }, body: [{ type: 'TextualBody', value: 'no', purpose: 'replying' }] };
    const reply2: Annotation = { ...reply, id: 'a2', target: { source: 'a5', selector: [] } };
    const text = added(written, annotation('a4'), reply, reply2);
    equal(annotationsInFile(text).annotations.length, 4);
    const edits = removeAnnotations(text, ['a4']);
    ok(edits);
    equal(applyEdits(text, edits), written);
    deepEqual(removeAnnotations(written, ['a4']), []);
  });

  it('leaves no empty list where all are removed', () => {
    const text = added(record, annotation('a1'), annotation('a4'));
    equal(applyEdits(text, removeAnnotations(text, ['a1', 'a4']) ?? []), record);
  });

  it('adds to a file whose last annotation was removed, and to CRLF and flow style', () => {
    const none = applyEdits(written, removeAnnotations(written, ['a3']) ?? []);
    deepEqual(annotationsInFile(none), { annotations: [], indexes: [], problems: [] });
    equal(annotationsInFile(added(none, annotation('a1'))).annotations[0]?.id, 'a1');
    const windows = added(written.replace(/\n/g, '\r\n'), annotation('a1'));
    ok(!/[^\r]\n/.test(windows));
    equal(annotationsInFile(windows).annotations.length, 2);
    const flow = added(`${record}annotations: [{id: a3, target: abstract}]\n`, annotation('a1'), annotation('a5'));
    deepEqual(annotationsInFile(flow).annotations.map(({ id }) => id), ['a1', 'a3', 'a5']);
  });

  it('tells what is wrong at its place and loads the rest', () => {
    const wrong = `${record}annotations:
  - id: a1
    target: {source: a.md, selector: [{type: TextQuoteSelector}, {type: TextPositionSelector, start: 9, end: 3}, 7]}
    body: [{type: TextualBody}, bare]
  - motivation: tagging
  - id: a1
    target: abstract
  - id: a2
  - id: 7
    target: abstract
    created: [1]
    resolved: maybe
`;
    const { annotations, problems, indexes } = annotationsInFile(wrong);
    deepEqual(annotations.map(({ id }) => id), ['a1', '7']);
    deepEqual(indexes, [0, 4]);
    deepEqual(annotations[0]?.body, [{ type: 'TextualBody', value: 'bare' }]);
    deepEqual(problems.map(({ code, span }) => [code, wrong.slice(span?.start, span?.end).split('\n')[0]]), [
      ['annotation-part-wrong', '{type: TextQuoteSelector}, {type: TextPositionSelector, start: 9, end: 3}, 7]}'],
      ['annotation-part-wrong', '{type: TextPositionSelector, start: 9, end: 3}, 7]}'],
      ['annotation-part-wrong', '7'],
      ['annotation-part-wrong', '{type: TextualBody}, bare]'],
      ['annotation-without-id', 'motivation: tagging'],
      ['annotation-duplicate-id', 'a1'],
      ['annotation-without-target', 'id: a2'],
      ['annotation-part-wrong', '[1]'],
      ['annotation-part-wrong', 'maybe'],
    ]);
    deepEqual(readPaperFile(wrong).problems.length, 9);
    deepEqual(annotationsInFile(`${record}annotations: none\n`).problems.map(({ code }) => code), ['not-a-list']);
    equal(addAnnotations(`${record}annotations: none\n`, [annotation('a1')]), undefined);
    equal(addAnnotations(`${record}annotations: [\n`, [annotation('a1')]), undefined);
  });

  it('loads the other annotations when one cannot be read as YAML', () => {
    const broken = `${record}annotations:
  - id: a1
    target: abstract
  - id: a2
    target: "abstract
  - id: a3
    target: abstract
`;
    const { paper, problems } = readPaperFile(broken);
    deepEqual(annotationsInFile(broken).annotations.map(({ id }) => id), ['a1', 'a3']);
    equal((paper?.annotations as unknown[]).length, 2);
    deepEqual(problems.map(({ code, span }) => [code, broken.slice(span?.start, span?.end)]), [['yaml-syntax', '"abstract']]);
  });

  it('makes ids that YAML reads as text', () => {
    equal(annotationId(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])), 'a23456789ab');
    equal(typeof parse(annotationId(new Uint8Array(10))), 'string');
  });

  it('merges in git when two people mark one paper at different places of the order', () => {
    const base = added(record, annotation('a3'), annotation('a6'));
    const mine = added(base, annotation('a1', 'night sweats'));
    const theirs = added(applyEdits(base, changeAnnotation(base, 'a6', { resolved: true }) ?? []), annotation('a5', 'a rash'));
    const folder = mkdtempSync(join(tmpdir(), 'casebook-'));
    try {
      const files = Object.entries({ mine, base, theirs }).map(([name, text]) => {
        writeFileSync(join(folder, name), text);
        return join(folder, name);
      });
      execFileSync('git', ['merge-file', ...files]);
      const merged = annotationsInFile(readFileSync(join(folder, 'mine'), 'utf8'));
      deepEqual(merged.annotations.map(({ id, resolved }) => [id, resolved]), [['a1', undefined], ['a3', undefined], ['a5', undefined], ['a6', true]]);
      deepEqual(merged.problems, []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
