import { readAnnotations } from '../annotating/readAnnotations';
import { readCslYaml } from '../formats/cslYaml';
import { orderedRecord, writeYaml } from '../formats/cslYamlWrite';
import { isScalar, plainCopy } from '../formats/plainValue';
import { YamlPlaces } from '../formats/yamlPlaces';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';
import type { Span } from '../text';
import type { Paper } from './paper';
import type { CslItem } from './record';
import { subjectsOf } from './subjects';

/** A paper file's paper, where it holds one, and everything that is wrong in it. */
export interface PaperFileReading {
  readonly paper?: Paper;
  readonly problems: readonly Problem[];
}

/**
 * Reads a paper file: CSL-YAML with one record, and beside it Casebook's own `annotations:` and `case:`.
 * A file that is broken in one place still gives what stands elsewhere.
 */
export function readPaperFile(text: string): PaperFileReading {
  if (text.trim() === '') {
    return { problems: [problem('file-empty', 'warning', {})] };
  }
  const { records, problems, beside } = readCslYaml(text);
  const [record] = records;
  if (!record) {
    const told = problems.some(({ severity }) => severity === 'error');
    return { problems: told ? problems : [...problems, problem('nothing-found', 'error', { format: 'CSL-YAML' })] };
  }
  const told = [...problems, ...recordProblems(text, record, records.length), ...annotationProblems(text, beside.get('annotations'))];
  return { paper: paperOf(text, record, beside), problems: told };
}

/** The text of a new paper file: readable, in a fixed order, and for pandoc a bibliography. */
export function newPaperFile(record: CslItem): string {
  return writeYaml({ references: [orderedRecord(record)] });
}

function paperOf(text: string, record: CslItem, beside: ReadonlyMap<string, unknown>): Paper {
  const annotations = plainCopy(beside.get('annotations') ?? undefined);
  const facts = plainCopy(beside.get('case') ?? undefined);
  const apart = keysIn(beside.get('different-from'));
  const idSpan = spanOfId(text, record.id);
  return {
    record,
    subjects: subjectsOf(record),
    ...(idSpan && { idSpan }),
    ...(annotations !== undefined && { annotations }),
    ...(facts !== undefined && { case: facts }),
    ...(apart.length > 0 && { differentFrom: apart }),
  };
}

function keysIn(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(isScalar).map(String);
}

function recordProblems(text: string, record: CslItem, count: number): Problem[] {
  const problems: Problem[] = [];
  const places = new YamlPlaces(text);
  if (count > 1) {
    problems.push(problem('several-records', 'warning', { count }, places.of(['references', 1])));
  }
  if (record.title === undefined || record.title.trim() === '') {
    problems.push(problem('record-without-title', 'warning', { id: record.id }, places.of(['references', 0])));
  }
  return problems;
}

function annotationProblems(text: string, annotations: unknown): readonly Problem[] {
  const places = new YamlPlaces(text);
  return readAnnotations(annotations, (path) => places.of(['annotations', ...path])).problems;
}

/** The id's value in the text. A search finds it in every file written by a person; parsing again would cost more. */
function spanOfId(text: string, id: string): Span | undefined {
  const match = /^[ \t]*(?:-[ \t]+)?["']?id["']?[ \t]*:[ \t]*["']?/m.exec(text);
  if (match && text.startsWith(id, match.index + match[0].length)) {
    const start = match.index + match[0].length;
    return { start, end: start + id.length };
  }
  return new YamlPlaces(text).of(['references', 0, 'id']);
}
