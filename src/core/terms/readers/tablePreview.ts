import { delimiterOf, findColumns } from './columns';
import type { ConceptSink } from './conceptSink';
import { detectFormat, detectionLength } from './detectFormat';
import type { ColumnMapping } from './readTerminology';
import { ReadingRun } from './readingRun';
import { RowSplitter } from './tableRows';
import type { TerminologyPart } from './terminologyPart';
import { textPieces } from './textPieces';
import { firstBytes, unpackParts } from './unpackParts';

/** The beginning of a table, for people who choose what its columns hold. */
export interface TablePreview {
  /** What `ColumnMapping` calls the columns: their names, or numbers from 1 on where the first row names none. */
  readonly columns: readonly string[];
  /** The first rows below the names. */
  readonly rows: readonly (readonly string[])[];
  /** What the names say that the columns hold; undefined where they say nothing. */
  readonly guess: ColumnMapping | undefined;
}

/** As many rows as anyone looks at. */
const rowsShown = 3;

/** Lines that are looked at to know a table. */
const sampleLines = 50;

const nobody: ConceptSink = { head: () => undefined, add: () => undefined };

/** @returns undefined where the first part that can be read is no table */
export async function tablePreview(parts: readonly TerminologyPart[]): Promise<TablePreview | undefined> {
  const run = new ReadingRun({}, nobody);
  for (const part of await unpackParts(parts, run)) {
    const kind = detectFormat(await firstBytes(part, detectionLength));
    if (kind !== undefined) return kind === 'csv' ? previewOf(await firstRows(part, run)) : undefined;
  }
  return undefined;
}

async function firstRows(part: TerminologyPart, run: ReadingRun): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { text } of textPieces(part, run)) {
    const lines = text.split('\n', sampleLines).filter((line) => line.trim() !== '' && !line.startsWith('#'));
    const splitter = new RowSplitter(delimiterOf(lines), true, (fields) => rows.push([...fields]), () => undefined);
    lines.forEach((line, number) => splitter.push(line, number));
    break;
  }
  return rows;
}

function previewOf([first = [], ...rest]: readonly string[][]): TablePreview {
  const found = findColumns(first, rest, undefined);
  const known = found && 'columns' in found ? found : undefined;
  // Names are short and all there; in a table without a row of names the first row is like the others.
  const hasHeader = known?.hasHeader ?? first.every((field) => field.trim() !== '' && field.length < 60 && !/^[\w.]+:\S+$/.test(field.trim()));
  const columns = first.map((name, index) => (hasHeader ? name.trim() : String(index + 1)));
  const rows = (hasHeader ? rest : [first, ...rest]).slice(0, rowsShown);
  return { columns, rows, guess: known && mappingOf(known.columns, columns) };
}

type Numbers = Extract<ReturnType<typeof findColumns>, { columns: unknown }>['columns'];

function mappingOf(numbers: Numbers, columns: readonly string[]): ColumnMapping | undefined {
  const several = (of: readonly number[]): string[] => of.flatMap((number) => columns[number] ?? []);
  const [name] = several(numbers.name);
  if (name === undefined) return undefined;
  const one = (field: 'id' | 'definition' | 'type' | 'obsolete'): Partial<ColumnMapping> => {
    const [column] = several(numbers[field]);
    return column === undefined ? {} : { [field]: column };
  };
  const many = (field: 'synonyms' | 'abbreviations' | 'xrefs' | 'broader'): Partial<ColumnMapping> => {
    const found = several(numbers[field]);
    return found.length === 0 ? {} : { [field]: found };
  };
  return {
    name, ...one('id'), ...many('synonyms'), ...many('abbreviations'), ...one('definition'), ...one('type'), ...many('xrefs'), ...many('broader'), ...one('obsolete'),
  };
}
