import { l10n, QuickPickItemKind, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { type KnownTerminology, knownTerminologies } from '../../core/terms/readers/knownTerminologies';
import { nameOf, type TerminologyFile } from '../../core/terms/terminologies/fileParts';
import type { UmlsFilter } from '../../core/terms/readers/readTerminology';
import { installedId } from '../../core/terms/terminologies/installedTerminology';
import type { TerminologyRequest } from '../../core/terms/terminologies/terminologyAnswers';
import { today } from '../../platform/today';
import type { Terminologies } from '../../platform/terminologies';

/** What the user chose to add. */
export interface ChosenSource {
  /** What messages call it. */
  readonly title: string;
  readonly request: Omit<TerminologyRequest, 'today'>;
}

interface Choice extends QuickPickItem {
  choose?(): Promise<ChosenSource | undefined>;
}

/** Asks where the terminology is. */
export async function askSource(terminologies: Terminologies): Promise<ChosenSource | undefined> {
  const choices: Choice[] = [
    {
      label: l10n.t('Choose Files…'),
      detail: l10n.t('OBO, OBO Graphs, MeSH, UMLS, CTD, SKOS, SSSLM, or a table (CSV, TSV); packed with gzip or zip too'),
      choose: () => askFiles(terminologies),
    },
    { label: l10n.t('Enter an Address…'), detail: l10n.t('The web address of such a file'), choose: askAddress },
  ];
  const options = { title: l10n.t('Add Terminology'), placeHolder: l10n.t('Which terminology?'), matchOnDescription: true, matchOnDetail: true };
  const known = knownTerminologies(today().year).map((one) => knownChoice(one, terminologies));
  const rows = [...choices, { label: l10n.t('Known terminologies'), kind: QuickPickItemKind.Separator }, ...known];
  return (await window.showQuickPick(rows, options))?.choose?.();
}

/** What is known of it, its licence too, is said before anything is loaded. */
function knownChoice(known: KnownTerminology, terminologies: Terminologies): Choice {
  const { id, name, holds, licence, address, megabytes, branch, columns } = known;
  const installed = terminologies.at(installedId(id))?.terminology;
  const there = installed && l10n.t('added: {0}', installed.head.version ?? installed.added);
  const size = megabytes === undefined ? '' : l10n.t('about {0} MB', megabytes);
  const options = { head: { id }, ...(columns && { columns }) };
  return {
    label: name,
    description: [holds, size, there].filter(Boolean).join(' · '),
    detail: address === undefined ? l10n.t('Your own files only. Licence: {0}', licence) : l10n.t('Licence: {0}', licence),
    choose: async () =>
      address === undefined ? askFiles(terminologies, id === 'snomedct' ? 'SNOMEDCT_US' : '') : { title: name, request: { from: { address }, options, ...(branch !== undefined && { branches: [branch] }) } },
  };
}

/** @param vocabulary the one of UMLS that is meant, where one is */
async function askFiles(terminologies: Terminologies, vocabulary = ''): Promise<ChosenSource | undefined> {
  const uris = await window.showOpenDialog({
    title: l10n.t('Add Terminology'),
    openLabel: l10n.t('Add'),
    // A release of UMLS is several files.
    canSelectMany: true,
    filters: {
      [l10n.t('Terminologies')]: ['obo', 'json', 'xml', 'bin', 'rrf', 'tsv', 'csv', 'txt', 'ttl', 'gz', 'zip'],
      [l10n.t('All files')]: ['*'],
    },
  });
  const [first] = uris ?? [];
  if (!uris || !first) return undefined;
  const umls = uris.some(({ path }) => /\/MRCONSO[^/]*$/i.test(path)) ? await askVocabularies(vocabulary) : {};
  return umls && { title: nameOf(first.toString()), request: { from: { files: await filesOf(uris, terminologies) }, options: umls } };
}

/** UMLS joins some two hundred vocabularies, and most people want few of them. */
async function askVocabularies(vocabulary: string): Promise<{ readonly umls?: UmlsFilter } | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t('Add Terminology'),
    prompt: l10n.t('Which vocabularies of UMLS, by their short names, the most preferred first? Left empty: all.'),
    placeHolder: 'SNOMEDCT_US, MSH, NCI',
    value: vocabulary,
    ignoreFocusOut: true,
  });
  if (answer === undefined) return undefined;
  const sources = answer.split(/[\s,;]+/).filter((one) => one !== '').map((one) => one.toUpperCase());
  return sources.length > 0 ? { umls: { sources } } : {};
}

/** @returns the files for the worker: with their bytes where it cannot read them itself */
export async function filesOf(uris: readonly Uri[], terminologies: Terminologies): Promise<TerminologyFile[]> {
  return Promise.all(
    uris.map(async (uri) => ({ uri: uri.toString(), ...(!terminologies.canRead(uri) && { content: await workspace.fs.readFile(uri) }) })),
  );
}

async function askAddress(): Promise<ChosenSource | undefined> {
  const address = await window.showInputBox({
    title: l10n.t('Add Terminology'),
    prompt: l10n.t('The web address of the file. What it must come to may stand at its end: #sha256=…'),
    placeHolder: 'https://purl.obolibrary.org/obo/hp.json',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' || /^https?:\/\/[^\s/]+\/\S+$/i.test(text.trim()) ? undefined : l10n.t('This is no address of a file: it begins with https://')),
  });
  const trimmed = address?.trim();
  return trimmed ? { title: trimmed, request: { from: { address: trimmed } } } : undefined;
}
