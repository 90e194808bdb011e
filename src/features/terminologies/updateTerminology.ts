import { l10n, Uri, window, workspace } from 'vscode';
import { addressOfYear } from '../../core/terms/readers/knownTerminologies';
import { nameOf, type TerminologyFile } from '../../core/terms/terminologies/fileParts';
import type { InstalledTerminology, TerminologySource } from '../../core/terms/terminologies/installedTerminology';
import type { TerminologyAnswer, TerminologyRequest } from '../../core/terms/terminologies/terminologyAnswers';
import { type Log, UserError } from '../../platform/log';
import { plainMessage } from '../../platform/plainText';
import type { Terminologies } from '../../platform/terminologies';
import { today } from '../../platform/today';
import { answerWords } from './faultWords';
import { problemLine } from './problemWords';
import { readInWorker } from './readInWorker';

/** Reads a terminology again from where it came from, and says whether there was anything newer. */
export async function updateTerminology({ terminologies, log }: { readonly terminologies: Terminologies; readonly log: Log }, id: string): Promise<void> {
  const kept = terminologies.at(id);
  const old = kept?.terminology;
  if (!kept || !old) throw new UserError(l10n.t('What was kept of the terminology is damaged, so nobody knows where it came from. Remove it, and add it again.'));
  const work = await terminologies.work();
  const job = `update ${id}`;
  try {
    const answer = await readAgain(old, kept.fault === undefined, terminologies, job);
    if (answer.kind === 'cancelled') return;
    if (answer.kind === 'unchanged') return void window.showInformationMessage(plainMessage(l10n.t('{0} is up to date: there is nothing newer.', nameOfTerminology(old))));
    if (answer.kind !== 'read') throw new UserError(answerWords(answer, old.source.kind === 'address' ? old.source.address : undefined) ?? '');
    for (const problem of answer.problems) log.info(problemLine(problem));
    if (answer.id !== id) throw new UserError(l10n.t('There is another terminology now: {0}. Add it as a new one.', answer.terminology.head.name));
    const fault = await work.keep(terminologies.root, job);
    if (fault && fault.kind !== 'read') throw new UserError(answerWords(fault, undefined) ?? '');
    await terminologies.refresh();
    tell(old, answer.terminology, kept.fault !== undefined);
  } finally {
    await work.end(terminologies.root, job);
  }
}

/** A file that has its year in its name is looked for under the present year first. */
async function readAgain(old: InstalledTerminology, isWhole: boolean, terminologies: Terminologies, job: string): Promise<TerminologyAnswer> {
  const { known, ...request } = await requestOf(old, isWhole, terminologies);
  const doing = l10n.t('Updating {0}', old.head.name);
  const newer = 'address' in request.from ? addressOfYear(request.from.address, today().year) : undefined;
  if (newer !== undefined) {
    const answer = await readInWorker(terminologies, doing, job, { ...request, from: { address: newer } });
    if (answer.kind !== 'not-loaded' || answer.fault.kind !== 'status') return answer;
  }
  return readInWorker(terminologies, doing, job, { ...request, ...(known !== undefined && { known }) });
}

async function requestOf({ source, head, columns, umls, branches }: InstalledTerminology, isWhole: boolean, terminologies: Terminologies): Promise<Omit<TerminologyRequest, 'today'>> {
  const known = source.kind === 'address' && isWhole ? source.validator : undefined;
  // A table does not say what it is called.
  const options = { head: { id: head.id, ...(columns && { name: head.name }) }, ...(columns && { columns }), ...(umls && { umls }) };
  return { from: await fromOf(source, terminologies), options, ...(branches && { branches }), ...(known !== undefined && { known }) };
}

async function fromOf(source: TerminologySource, terminologies: Terminologies): Promise<TerminologyRequest['from']> {
  if (source.kind === 'address') return { address: source.address };
  return { files: await Promise.all(source.uris.map((uri) => fileOf(Uri.parse(uri), terminologies))) };
}

async function fileOf(uri: Uri, terminologies: Terminologies): Promise<TerminologyFile> {
  if (terminologies.canRead(uri)) return { uri: uri.toString() };
  try {
    return { uri: uri.toString(), content: await workspace.fs.readFile(uri) };
  } catch {
    throw new UserError(l10n.t('There is no file "{0}" any more. Add the terminology again from where it is now.', nameOf(uri.toString())));
  }
}

function tell(old: InstalledTerminology, now: InstalledTerminology, wasBroken: boolean): void {
  const same = !wasBroken && old.head.version === now.head.version && old.counts.names === now.counts.names && old.counts.concepts === now.counts.concepts;
  const words = same
    ? l10n.t('{0} is up to date: there is nothing newer.', nameOfTerminology(now))
    : l10n.t('{0} has {1} concepts now; it had {2}.', nameOfTerminology(now), now.counts.concepts.toLocaleString(), old.counts.concepts.toLocaleString());
  void window.showInformationMessage(plainMessage(words));
}

function nameOfTerminology({ head }: InstalledTerminology): string {
  return [head.name, head.version].filter(Boolean).join(' ');
}
