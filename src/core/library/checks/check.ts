import type { CheckCode } from '../../problems/checkProblems';
import type { Problem, ProblemParams, Severity } from '../../problems/problem';
import type { CslItem } from '../record';

/** A day of the calendar, as the caller's clock has it: the core has none. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** What checking needs to know beside the record. */
export interface CheckContext {
  readonly today: Day;
  /** The rules that the user has set off. */
  readonly off: ReadonlySet<CheckCode>;
}

/** What a fix's title says, in words made by `fixTitle`. */
export type FixTitle =
  | { readonly code: 'write'; readonly field: string; readonly value: string }
  | { readonly code: 'add'; readonly field: string; readonly value: string }
  | { readonly code: 'remove-name'; readonly value: string }
  | { readonly code: 'remove-field'; readonly field: string };

/** How a record is put right: the new values of its variables; `undefined` takes a variable out. */
export interface CheckFix {
  readonly title: FixTitle;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One thing that is wrong or missing in a record. */
export interface CheckFinding {
  /** Without its place, which only the text that the record came from has. */
  readonly problem: Problem & { readonly code: CheckCode };
  /** The CSL variable that it concerns; one that is missing is not in the record. */
  readonly variable: string;
  readonly fix?: CheckFix;
}

/** Takes what a check finds. */
export type Report = <Code extends CheckCode>(
  code: Code,
  severity: Severity,
  variable: string,
  params: ProblemParams[Code],
  fix?: CheckFix,
) => void;

/** Looks at one record for mistakes of one family. Severity is `warning` where references would come out wrong or incomplete. */
export type Check = (record: CslItem, report: Report, context: CheckContext) => void;

/** A fix that writes one variable anew. @param shown the value in the title, where it is not a text */
export function write(variable: string, value: unknown, shown = String(value)): CheckFix {
  return { title: { code: 'write', field: variable, value: short(shown) }, variables: { [variable]: value } };
}

/** A fix that puts in a variable that is not there. */
export function add(variable: string, value: string): CheckFix {
  return { title: { code: 'add', field: variable, value: short(value) }, variables: { [variable]: value } };
}

/** As much of a value as a message or title has room for. */
export function short(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}
