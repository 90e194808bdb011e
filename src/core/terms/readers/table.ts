import { problem } from '../../problems/problem';
import { conceptId } from '../conceptId';
import { type ColumnNumbers, delimiterOf, findColumns } from './columns';
import type { DraftName } from './conceptGate';
import { finishedHead } from './finishedHead';
import { type GatheredConcept, GatheredConcepts } from './gathered';
import { conceptCurie, normalCurie } from './normalCurie';
import type { ReadingRun } from './readingRun';
import { eachRow } from './tableRows';
import type { TerminologyPart } from './terminologyPart';
import { textPieces } from './textPieces';

/** Lines that are looked at to know a table. */
const sampleLines = 200;

/** A table of concepts: CSV or TSV, its columns told by the user, or by what they are called. */
export async function readTable(parts: readonly TerminologyPart[], run: ReadingRun): Promise<void> {
  for (const part of parts) {
    const lines = await firstLines(part, run);
    const delimiter = delimiterOf(lines);
    const reader = new TableReader(part.name, run);
    const samples = lines.map((line) => line.split(delimiter));
    await eachRow(part, run, { delimiter, quotes: true, isComment: (line) => line.startsWith('#') }, (fields, line) => reader.take(fields, line, samples));
    reader.finish();
  }
}

async function firstLines(part: TerminologyPart, run: ReadingRun): Promise<string[]> {
  for await (const { text } of textPieces(part, run)) {
    const lines = text.split('\n', sampleLines + 1).filter((line) => line.trim() !== '' && !line.startsWith('#'));
    return lines.slice(0, sampleLines);
  }
  return [];
}

class TableReader {
  private readonly concepts = new GatheredConcepts();
  private columns: ColumnNumbers | undefined;
  private isLost = false;
  private withoutName = 0;
  private readonly terminology: string;

  constructor(private readonly part: string, private readonly run: ReadingRun) {
    this.terminology = finishedHead(run, part).id;
  }

  take(fields: readonly string[], line: number, samples: readonly (readonly string[])[]): void {
    if (this.isLost) return;
    if (this.columns) {
      this.takeRow(this.columns, fields, line);
      return;
    }
    const found = findColumns(fields, samples.slice(1), this.run.options.columns);
    if (!found || 'missing' in found) {
      this.isLost = true;
      const columns = fields.map((field) => `\`${field.trim()}\``).join(', ').slice(0, 1000);
      this.run.tell(found ? problem('column-missing', 'error', { column: found.missing, columns }) : problem('columns-unknown', 'error', { columns }), this.part, line);
      return;
    }
    this.columns = found.columns;
    if (!found.hasHeader) this.takeRow(found.columns, fields, line);
  }

  finish(): void {
    this.concepts.pass(this.run, this.part);
    if (this.withoutName > 0) this.run.tell(problem('rows-without-names', 'warning', { count: this.withoutName }), this.part);
  }

  private takeRow(columns: ColumnNumbers, fields: readonly string[], line: number): void {
    const first = (numbers: readonly number[]): string => (fields[numbers[0] ?? -1] ?? '').trim();
    const list = (numbers: readonly number[]): string[] => numbers.flatMap((number) => this.listIn(fields[number] ?? ''));
    const name = first(columns.name);
    const id = this.idOf(first(columns.id), name);
    if (name === '' && list(columns.synonyms).length === 0) {
      this.withoutName += 1;
      return;
    }
    const concept = this.concepts.at(id, line);
    if (concept.name === '') concept.name = name;
    else add(concept, [name], false);
    add(concept, list(columns.synonyms), false);
    add(concept, list(columns.abbreviations), true);
    if (first(columns.definition) !== '') concept.definitions.push(first(columns.definition));
    concept.types.push(...list(columns.type));
    concept.xrefs.push(...list(columns.xrefs).flatMap((xref) => normalCurie(xref) ?? []));
    concept.broader.push(...list(columns.broader).map((parent) => this.idOf(parent, parent)));
    concept.obsolete ||= /^(?:true|yes|y|1|obsolete|deprecated)$/i.test(first(columns.obsolete));
  }

  /** A CURIE as it is; other ids with the prefix that the user gave, or the terminology's id; made of the name where there is none. */
  private idOf(id: string, name: string): string {
    if (id === '') return conceptId(this.terminology, name);
    const curie = conceptCurie(id);
    return curie.includes(':') ? curie : conceptCurie(`${this.run.options.columns?.prefix ?? this.terminology}:${curie.replace(/\s+/g, '_')}`);
  }

  private listIn(field: string): string[] {
    const separator = this.run.options.columns?.separator ?? (field.includes('|') ? '|' : ';');
    return field.split(separator).map((text) => text.trim()).filter((text) => text !== '');
  }
}

function add(concept: GatheredConcept, names: readonly string[], abbreviation: boolean): void {
  for (const text of names) concept.synonyms.push({ text, scope: 'exact', abbreviation } satisfies DraftName);
}
