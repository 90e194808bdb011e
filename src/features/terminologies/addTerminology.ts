import { env, l10n, Uri, window } from 'vscode';
import type { ColumnMapping, ReadOptions, TerminologyProblem } from '../../core/terms/readers/readTerminology';
import type { ReadAnswer, TerminologyAnswer } from '../../core/terms/terminologies/terminologyAnswers';
import { type InstalledTerminology, installedId } from '../../core/terms/terminologies/installedTerminology';
import { type Log, UserError } from '../../platform/log';
import { plainMessage } from '../../platform/plainText';
import type { Terminologies } from '../../platform/terminologies';
import { askSource, type ChosenSource, filesOf } from './askSource';
import { chooseColumns } from './chooseColumns';
import { countWords } from './countWords';
import { answerWords } from './faultWords';
import type { TerminologiesView } from './terminologiesView';
import { problemLine, problemWords } from './problemWords';
import { readInWorker } from './readInWorker';

export interface AddNeeds {
  readonly terminologies: Terminologies;
  readonly view: TerminologiesView;
  readonly log: Log;
}

/** What would be asked, for key bindings and tests that know the answers. */
export interface AddAnswers {
  /** Files, or the address of one. */
  readonly source: readonly Uri[] | string;
  readonly columns?: ColumnMapping;
  readonly name?: string;
  /** Whether it is kept without asking again. */
  readonly add?: boolean;
}

/**
 * Adds a terminology from a file, an address or the list of known ones: reads it, says what it is, and keeps it if the user
 * wants that.
 */
export async function addTerminology(needs: AddNeeds, answers: AddAnswers | undefined): Promise<void> {
  const { terminologies } = needs;
  const source = answers ? await givenSource(answers, terminologies) : await askSource(terminologies);
  if (!source) return;
  const work = await terminologies.work();
  const job = `add ${source.title}`;
  try {
    const answer = await read(needs, job, source, answers);
    if (!answer) return;
    if (!answers?.add && !(await confirmed(answer, needs.log))) return;
    const fault = await work.keep(terminologies.root, job);
    if (fault && fault.kind !== 'read') throw new UserError(answerWords(fault, undefined) ?? l10n.t('The terminology was not added.'));
    await terminologies.refresh();
    tellProblems(answer.problems, needs.log);
    await needs.view.show(answer.id).catch((error) => needs.log.info(`The added terminology is not shown: ${error}`));
  } finally {
    await work.end(terminologies.root, job);
  }
}

async function givenSource({ source, columns, name }: AddAnswers, terminologies: Terminologies): Promise<ChosenSource> {
  const options: ReadOptions = { ...(columns && { columns }), ...(name !== undefined && { head: { id: installedId(name), name } }) };
  if (typeof source === 'string') return { title: source, request: { from: { address: source }, options } };
  return { title: source.join(' '), request: { from: { files: await filesOf(source, terminologies) }, options } };
}

/** Reads it; a table whose columns nobody chose is read again once they are. */
async function read({ terminologies, log }: AddNeeds, job: string, source: ChosenSource, answers: AddAnswers | undefined): Promise<ReadAnswer | undefined> {
  const { title, request } = source;
  const doing = l10n.t('Adding {0}', title);
  let answer = await readInWorker(terminologies, doing, job, request);
  const table = answer.kind === 'read' || answer.kind === 'nothing' ? answer.table : undefined;
  if (table && !answers?.add) {
    const columns = await chooseColumns(table);
    const name = columns && (await askName(answer.kind === 'read' ? answer.terminology.head.name : title));
    if (!columns || !name) return undefined;
    answer = await readInWorker(terminologies, doing, job, { ...request, options: { ...request.options, columns, head: { ...request.options?.head, id: installedId(name), name } } });
  }
  return answer.kind === 'read' ? answer : told(answer, request, log, answers);
}

/** A table says nothing of what it is. */
function askName(name: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Add Terminology'),
    prompt: l10n.t('What is the terminology called?'),
    value: name.replace(/\.(csv|tsv|txt)(\.gz)?$/i, ''),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Give it a name.') : undefined),
  });
}

function told(answer: Exclude<TerminologyAnswer, ReadAnswer>, { from }: ChosenSource['request'], log: Log, answers: AddAnswers | undefined): undefined {
  if (answer.kind === 'cancelled' && !answers) return undefined;
  const problems = answer.kind === 'nothing' ? answer.problems : [];
  for (const line of problems.map(problemLine)) log.info(line);
  const words = [answerWords(answer, 'address' in from ? from.address : undefined), ...problems.slice(0, 1).map((problem) => problemWords(problem))];
  throw new UserError(words.filter(Boolean).join(' ') || l10n.t('The terminology was not added.'));
}

/** Says what was read, with its licence, before it counts. */
async function confirmed({ terminology, problems, replaces }: ReadAnswer, log: Log): Promise<boolean> {
  const { head, counts } = terminology;
  const add = replaces ? l10n.t('Replace') : l10n.t('Add');
  const licence = l10n.t('Show Licence');
  const name = [head.name, head.version].filter(Boolean).join(' ');
  const question = replaces ? replaceQuestion(replaces, name) : l10n.t('Add {0}?', name);
  const detail = [
    countWords(counts),
    l10n.t('Licence: {0}', head.licence ?? head.licenceUrl ?? l10n.t('its file names none')),
    ...(head.needsLicence ? [l10n.t('Its words may be used with a licence only: they stay on this disk, and are not to be passed on.')] : []),
    ...problems.filter(({ severity }) => severity === 'error').slice(0, 1).map(problemWords),
    ...(problems.length > 0 ? [problems.length === 1 ? l10n.t('One thing in it could not be read as it stands; the log says what.') : l10n.t('{0} things in it could not be read as they stand; the log says which.', problems.length)] : []),
  ].join('\n');
  const url = head.licenceUrl !== undefined && /^https?:\/\//i.test(head.licenceUrl) ? head.licenceUrl : undefined;
  for (const problem of problems) log.info(problemLine(problem));
  for (;;) {
    const choice = await window.showInformationMessage(plainMessage(question), { modal: true, detail }, add, ...(url === undefined ? [] : [licence]));
    if (choice === licence && url !== undefined) await env.openExternal(Uri.parse(url));
    else return choice === add;
  }
}

/** Two of one name and version are told apart by the one's date and size; that of the other stands below. */
function replaceQuestion({ head, added, counts }: InstalledTerminology, name: string): string {
  const old = [head.name, head.version].filter(Boolean).join(' ');
  return old === name ? l10n.t('Replace {0}, added on {1} ({2}), by what was read now?', old, added, countWords(counts)) : l10n.t('Replace {0} by {1}?', old, name);
}

/** What was lost is told once, without standing in the way. */
function tellProblems(problems: readonly TerminologyProblem[], log: Log): void {
  const lost = problems.filter(({ severity }) => severity === 'error');
  if (lost.length === 0) return;
  const show = l10n.t('Show Log');
  void window.showWarningMessage(l10n.t('The terminology was added, but some of it could not be read.'), show).then((choice) => choice === show && log.show());
}
