import { formatById, formats, readText } from '../core/formats/registry';
import type { CslItem } from '../core/library/record';
import { loses, problemLines, readInput, type Result, UsageError } from './output';

/**
 * `casebook convert`: records of one format written in another.
 * @throws UsageError for a format that is not there or can't be written
 */
export async function convert(paths: readonly string[], from: string | undefined, to: string): Promise<Result> {
  const target = formatById(to);
  if (!target?.write) throw new UsageError(`--to ${to}: not a format that can be written. Known: ${writable()}`);
  if (from !== undefined && !formatById(from)?.read) throw new UsageError(`--from ${from}: not a format that can be read. Known: ${readable()}`);
  const records: CslItem[] = [];
  const lines: string[] = [];
  let dropped = false;
  for (const path of paths) {
    const file = await readInput(path);
    const read = file.text === undefined ? { records: [], problems: [] } : readText(file.text, from);
    const problems = [...file.problems, ...read.problems];
    records.push(...read.records);
    lines.push(...problemLines(file, problems));
    dropped ||= file.text === undefined || problems.some(loses);
  }
  return { output: target.write(records), problems: lines, dropped };
}

function readable(): string {
  return formats.filter(({ read }) => read).map(({ id }) => id).join(', ');
}

function writable(): string {
  return formats.filter(({ write }) => write).map(({ id }) => id).join(', ');
}
