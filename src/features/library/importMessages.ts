import { commands, l10n, type Uri, window } from 'vscode';
import type { CslItem } from '../../core/library/record';
import type { Problem, ProblemCode } from '../../core/problems/problem';
import { commandIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import { plainMessage } from '../../platform/plainText';
import { fieldWord } from './fieldWord';
import type { ImportSource } from './importSource';
import { type ImportReading, wordsOf } from './readImport';
import { removeFiles } from './removePapers';

interface Imported {
  readonly record: CslItem;
  readonly uri: Uri;
}

/** What the text itself does not say. That is no mistake of anyone's, but the user may know it from elsewhere. */
const missing: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['field-missing', 'names-incomplete', 'text-incomplete']);

/**
 * Tells what has been imported, what was missing in the text, and what could not be read.
 * @param wanted how many papers were to be imported; more than there are where the user stopped
 */
export async function tellImported(papers: readonly Imported[], wanted: number, readings: readonly ImportReading[], log: Log): Promise<void> {
  const [first] = papers;
  if (!first) return;
  const wrong = problemsOf(readings).filter(({ problem }) => !missing.has(problem.code) && problem.severity !== 'information');
  const message = plainMessage([importedWords(papers, first, wanted), ...missingWords(papers, readings), ...wrongWords(wrong, log)].join(' '));
  const actions = { open: l10n.t('Open Paper'), undo: l10n.t('Undo'), log: l10n.t('Show Details') };
  const offered = [...(papers.length === 1 ? [actions.open] : []), actions.undo, ...(wrong.length > 0 ? [actions.log] : [])];
  const show = wrong.length > 0 ? window.showWarningMessage : window.showInformationMessage;
  const choice = await show(message, ...offered);
  if (choice === actions.open) await commands.executeCommand('vscode.open', first.uri);
  if (choice === actions.log) log.show();
  if (choice === actions.undo) await log.guard(l10n.t('The import could not be undone'), removeFiles)(papers.map(({ uri }) => uri));
}

function importedWords({ length }: readonly Imported[], { record }: Imported, wanted: number): string {
  if (length < wanted) return l10n.t('The import was stopped: {0} of {1} papers are there.', length.toLocaleString(), wanted.toLocaleString());
  return length === 1 ? l10n.t('Imported {0}.', record.id) : l10n.t('Imported {0} papers.', length.toLocaleString());
}

/**
 * Says why an import gave nothing.
 * @param attachable what can only be meant to lie beside a paper, such as a PDF: that is offered
 */
export function tellNothingFound(readings: readonly ImportReading[], attachable: readonly ImportSource[], log: Log): void {
  const problems = problemsOf(readings);
  const [first] = problems;
  if (!first) return; // cancelled
  for (const { problem, name } of problems) log.info(wordsOf(problem, name));
  const attach = l10n.t('Attach to Paper…');
  const showDetails = l10n.t('Show Details');
  const offered = [...(attachable.length > 0 ? [attach] : []), ...(problems.length > 1 ? [showDetails] : [])];
  void window.showErrorMessage(plainMessage(wordsOf(first.problem, first.name)), ...offered).then((choice) => {
    if (choice === attach) void commands.executeCommand(commandIds.attachFiles, undefined, undefined, attachable);
    if (choice === showDetails) log.show();
  });
}

function problemsOf(readings: readonly ImportReading[]): { problem: Problem; name: string | undefined }[] {
  return readings.flatMap(({ problems, name }) => problems.map((problem) => ({ problem, name })));
}

/** Only for a single paper: of a hundred, nobody would know which lacks what. */
function missingWords(papers: readonly Imported[], readings: readonly ImportReading[]): string[] {
  if (papers.length > 1) return [];
  const problems = problemsOf(readings).map(({ problem }) => problem).filter(({ code }) => missing.has(code));
  const fields = problems.flatMap((problem) => (problem.code === 'field-missing' ? fieldWord(problem.params.field) : []));
  const others = problems.filter(({ code }) => code !== 'field-missing').map((problem) => wordsOf(problem, undefined));
  return [...(fields.length > 0 ? [l10n.t('Not in the text: {0}.', fields.join(', '))] : []), ...others];
}

function wrongWords(wrong: readonly { problem: Problem; name: string | undefined }[], log: Log): string[] {
  for (const { problem, name } of wrong) log.info(wordsOf(problem, name));
  const [first] = wrong;
  if (!first) return [];
  return wrong.length === 1 ? [wordsOf(first.problem, first.name)] : [l10n.t('{0} things could not be read.', wrong.length)];
}
