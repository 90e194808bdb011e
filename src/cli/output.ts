import { readFile } from 'node:fs/promises';
import { decode } from '../core/formats/decode';
import { Lines } from '../core/lines';
import { problemMessage } from '../core/problems/messages';
import type { Problem } from '../core/problems/problem';

/** A mistake in how the tool was called, or a file it can't read: one line, no stack. */
export class UsageError extends Error {}

/** What a command has to say: on standard output, on standard error, and by its exit code. */
export interface Result {
  readonly output: string;
  readonly problems: readonly string[];
  /** Whether something of the input is missing in the output. */
  readonly dropped: boolean;
}

export interface ReadFile {
  readonly path: string;
  /** Absent where the file is not text. */
  readonly text?: string;
  readonly problems: readonly Problem[];
}

/** @throws UsageError where there is no such file */
export async function readInput(path: string): Promise<ReadFile> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new UsageError(`${path}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : 'cannot be read'}`);
  }
  return { path, ...decode(bytes) };
}

/** @returns one line a problem, in the form that editors and CI can jump to: `file:line:column: severity: words [code]` */
export function problemLines({ path, text }: Pick<ReadFile, 'path' | 'text'>, problems: readonly Problem[]): string[] {
  const lines = new Lines(text ?? '');
  return problems.map((problem) => {
    const { line, character } = lines.at(problem.span?.start ?? 0);
    return `${path}:${line + 1}:${character + 1}: ${problem.severity}: ${problemMessage(problem)} [${problem.code}]`;
  });
}

/** @returns whether a problem says that something of the input was lost */
export function loses({ code, severity }: Problem): boolean {
  return severity === 'error' || code === 'field-dropped';
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
