import { formatById, readText } from '../core/formats/registry';
import type { Day } from '../core/library/checks/check';
import { checkText, type PlacedFinding } from '../core/library/checks/checkText';
import { Lines } from '../core/lines';
import { type CheckCode, checkCodes, isCheckCode } from '../core/problems/checkProblems';
import { problemMessage } from '../core/problems/messages';
import type { Problem } from '../core/problems/problem';
import { type ReadFile, readInput, type Result, UsageError } from './output';

export interface CheckOptions {
  readonly from?: string | undefined;
  /** Codes of checks that are set off, parted by commas. */
  readonly off: readonly string[];
  /** `text` or `github`. */
  readonly format: string;
}

/** A problem, and the record it is of where it has no place of its own. */
interface Told {
  readonly problem: Problem;
  readonly key?: string;
}

/**
 * `casebook check`: everything that is wrong in bibliographies and their records, one line each.
 * @param today what dates are compared with
 * @throws UsageError for an option that is not there
 */
export async function check(paths: readonly string[], options: CheckOptions, today: Day): Promise<Result> {
  if (options.from !== undefined && !formatById(options.from)?.read) throw new UsageError(`--from ${options.from}: not a format that can be read`);
  const write = writers.get(options.format);
  if (!write) throw new UsageError(`--format ${options.format}: not one of ${[...writers.keys()].join(', ')}`);
  const off = codesIn(options.off);
  const lines: string[] = [];
  let wrong = false;
  for (const path of paths) {
    const file = await readInput(path);
    const told = checkFile(file, options.from, today).filter(({ problem }) => !isCheckCode(problem.code) || !off.has(problem.code));
    wrong ||= told.some(({ problem }) => problem.severity !== 'information');
    lines.push(...linesOf(file, told, write));
  }
  return { output: lines.map((line) => `${line}\n`).join(''), problems: [], dropped: wrong };
}

function checkFile({ text, problems }: ReadFile, from: string | undefined, today: Day): Told[] {
  if (text === undefined) return problems.map((problem) => ({ problem }));
  const read = readText(text, from);
  const findings = read.format === undefined ? [] : checkText(text, read.format, read.records, today);
  return [...[...problems, ...read.problems].map((problem) => ({ problem })), ...findings.map(toldOf)];
}

function toldOf({ problem, key }: PlacedFinding): Told {
  return problem.span ? { problem } : { problem, key };
}

function codesIn(lists: readonly string[]): ReadonlySet<CheckCode> {
  const codes = lists.flatMap((list) => list.split(',')).map((code) => code.trim()).filter((code) => code !== '');
  const unknown = codes.find((code) => !isCheckCode(code));
  if (unknown !== undefined) throw new UsageError(`--off ${unknown}: no such check. Known: ${checkCodes.join(', ')}`);
  return new Set(codes.filter(isCheckCode));
}

interface Line {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly problem: Problem;
  readonly words: string;
}

/** In the order of the file. */
function linesOf({ path, text }: ReadFile, told: readonly Told[], write: (line: Line) => string): string[] {
  const lines = new Lines(text ?? '');
  return told.toSorted((one, other) => startOf(one) - startOf(other)).map((each) => {
    const { line, character } = lines.at(startOf(each));
    const message = problemMessage(each.problem);
    return write({ path, line: line + 1, column: character + 1, problem: each.problem, words: each.key === undefined ? message : `${each.key}: ${message}` });
  });
}

function startOf({ problem }: Told): number {
  return problem.span?.start ?? 0;
}

const writers: ReadonlyMap<string, (line: Line) => string> = new Map([
  ['text', ({ path, line, column, problem, words }: Line) => `${path}:${line}:${column}: ${problem.severity}: ${words} [${problem.code}]`],
  ['github', annotation],
]);

const levels = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** A workflow command of GitHub Actions', which marks the line in a pull request. */
function annotation({ path, line, column, problem, words }: Line): string {
  return `::${levels[problem.severity]} file=${property(path)},line=${line},col=${column},title=${problem.code}::${data(words)}`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
