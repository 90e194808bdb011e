import { l10n } from 'vscode';
import { problemMessage } from '../../core/problems/messages';
import type { TerminologyProblem } from '../../core/terms/readers/readTerminology';

/** What is wrong in a terminology, in words. */
export function problemWords(problem: TerminologyProblem): string {
  return problemMessage(problem, (template, values) => l10n.t(template, values));
}

/** The same with its place, as a line of the log: `MRDEF.RRF:12: …` */
export function problemLine(problem: TerminologyProblem): string {
  const place = [problem.part, problem.line].filter((part) => part !== undefined).join(':');
  return [place, `${problemWords(problem)} [${problem.code}]`].filter(Boolean).join(': ');
}
