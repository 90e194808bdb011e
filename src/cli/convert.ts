import { formatById, formats, readText } from '../core/formats/registry';
import { allRekeyed } from '../core/library/citekeys/rekey';
import { citekeyFormula, type KeyMaker } from '../core/library/citekeyFormula';
import type { CslItem } from '../core/library/record';
import { problemMessage } from '../core/problems/messages';
import { loses, problemLines, readInput, type Result, UsageError } from './output';

interface Options {
  readonly from?: string;
  readonly to: string;
  /** A formula for citekeys; without one the records keep theirs. */
  readonly citekeys?: string;
}

/**
 * `casebook convert`: records of one format written in another.
 * @throws UsageError for a format that is not there or can't be written, and for a wrong formula
 */
export async function convert(paths: readonly string[], { from, to, citekeys }: Options): Promise<Result> {
  const target = formatById(to);
  if (!target?.write) throw new UsageError(`--to ${to}: not a format that can be written. Known: ${writable()}`);
  if (from !== undefined && !formatById(from)?.read) throw new UsageError(`--from ${from}: not a format that can be read. Known: ${readable()}`);
  const formula = citekeys === undefined ? undefined : readFormula(citekeys);
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
  return { output: target.write(formula ? allRekeyed(records, formula) : records), problems: lines, dropped };
}

function readFormula(text: string): KeyMaker {
  const { make, problems } = citekeyFormula(text);
  const [wrong] = problems;
  if (wrong) throw new UsageError(`--citekeys, character ${(wrong.span?.start ?? 0) + 1}: ${problemMessage(wrong)}`);
  return make;
}

function readable(): string {
  return formats.filter(({ read }) => read).map(({ id }) => id).join(', ');
}

function writable(): string {
  return formats.filter(({ write }) => write).map(({ id }) => id).join(', ');
}
