import { l10n, type TextDocument, Uri, WorkspaceEdit } from 'vscode';
import type { MergedBibliography, RecordMerge } from '../../core/library/mergedBibliography';
import { type FieldChoice, mergedVariables, sameValue } from '../../core/library/mergedRecord';
import type { Work } from '../../core/work';
import type { Bibliographies } from '../../platform/bibliographies';
import { toRange } from '../../platform/convert';
import { UserError } from '../../platform/log';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { type Duplicate, isListed, isPaper, type ListedDuplicate, type PaperDuplicate, pathOf } from './duplicate';
import { fieldWord } from './fieldWord';
import { nameOf } from './findPapers';
import { askKeysInNotes, renameInNotes } from './keysInNotes';
import type { KeyPlaces } from './keyPlaces';
import type { PaperFolders } from './paperFolders';
import { applyAndSave, replaceText, seeDocument, type SeenDocument } from '../../platform/seenDocument';

export interface MergeNeeds {
  readonly bibliographies: Bibliographies;
  readonly folders: PaperFolders;
  readonly places: KeyPlaces;
  readonly thread: WorkerThread<Work>;
}

/** What is changed, and in which documents. */
interface Merging {
  readonly edit: WorkspaceEdit;
  readonly seen: SeenDocument[];
  lostIn: Uri | undefined;
}

/**
 * Makes one record of several of which at most the first is a paper's: it takes the chosen fields, the others' keys become
 * aliases of it where its format has a place for them, and they go from their bibliographies. One edit, so that one undo
 * takes it back.
 *
 * @param choices undefined leaves the bibliographies alone: the paper takes the others' keys, and nothing else
 * @returns whether it was done; not where the user went back
 * @throws a UserError where a file is another than when the records were compared, or has no place for a field
 */
export async function mergeRecords(records: readonly Duplicate[], choices: readonly FieldChoice[] | undefined, needs: MergeNeeds): Promise<boolean> {
  const [kept, ...others] = records;
  if (!kept) return false;
  const merging: Merging = { edit: new WorkspaceEdit(), seen: [], lostIn: undefined };
  if (isPaper(kept)) await mergeIntoPaper(kept, others, choices ?? [], merging, needs);
  if (choices) await mergeListed(records, choices, merging, needs);
  const newKey = kept.record.id;
  // A key whose record stays where it is still names that for every note.
  const folder = choices && folderOf(kept, needs.bibliographies);
  const notes = folder ? await askKeysInNotes({ keys: others.map(({ record }) => record.id), newKey, folder, ...(merging.lostIn && { lostIn: merging.lostIn }) }, needs.places) : [];
  if (!notes) return false;
  const renamed = await renameInNotes(merging.edit, notes, newKey);
  await applyAndSave(merging.edit, [...merging.seen, ...renamed]);
  if (isPaper(kept)) await needs.folders.of(Uri.parse(kept.paper.folder))?.take([Uri.parse(kept.uri)]);
  for (const { uri } of records.filter(isListed)) needs.bibliographies.at(Uri.parse(uri))?.saved();
  return true;
}

/** @returns the workspace folder that a record belongs to */
export function folderOf(record: Duplicate, bibliographies: Bibliographies): Uri | undefined {
  return isPaper(record) ? Uri.parse(record.paper.folder) : bibliographies.at(Uri.parse(record.uri))?.folder?.uri;
}

async function mergeIntoPaper(kept: PaperDuplicate, others: readonly Duplicate[], choices: readonly FieldChoice[], merging: Merging, { thread }: MergeNeeds): Promise<void> {
  const document = await taken(kept.uri, merging);
  const text = await (await thread.get()).library.mergePaperFiles(document.getText(), [], choices, others.map(({ record }) => record));
  if (text === undefined) throw new UserError(l10n.t('One of the files has an error, holds several records, or was changed meanwhile. The Problems view says what is wrong.'));
  replaceText(merging.edit, document, text);
}

async function mergeListed(records: readonly Duplicate[], choices: readonly FieldChoice[], merging: Merging, needs: MergeNeeds): Promise<void> {
  const [kept] = records;
  const key = kept?.record.id ?? '';
  const now = await Promise.all(records.map((record) => (isListed(record) ? asCompared(record, needs.bibliographies) : record)));
  for (const uri of new Set(now.filter(isListed).map((record) => record.uri))) {
    const own = now.filter(isListed).filter((record) => record.uri === uri);
    const first = now[0] && isListed(now[0]) && now[0].uri === uri ? now[0] : undefined;
    const merge: RecordMerge = {
      ...(first && { kept: { key, index: first.index } }),
      variables: first ? mergedVariables(now.map(({ record }) => record), choices) : {},
      gone: own.filter((record) => record !== first).map(({ record, index }) => ({ key: record.id, index })),
      key,
    };
    await mergeInFile(uri, merge, merging, needs);
  }
}

async function mergeInFile(uri: string, merge: RecordMerge, merging: Merging, { thread }: MergeNeeds): Promise<void> {
  const document = await taken(uri, merging);
  const merged: MergedBibliography | undefined = await (await thread.get()).duplicates.mergeIn(uri, document.getText(), merge);
  if (!merged?.edits) throw new UserError(whyNot(document.uri, merged));
  if (merged.losesKeys) merging.lostIn = document.uri;
  for (const { span, newText } of merged.edits) merging.edit.replace(document.uri, toRange(document, span), newText);
}

function whyNot(uri: Uri, merged: MergedBibliography | undefined): string {
  const fields = (merged?.unplaced ?? []).map(fieldWord).join(', ');
  if (fields !== '') return l10n.t('"{0}" has no place for these: {1}. Take the values that it has, or keep another record.', nameOf(uri), fields);
  return l10n.t('The records of "{0}" cannot be merged where they stand. They may be broken, or the format can only be read.', nameOf(uri));
}

/** @throws a UserError where the record is not what the user saw */
async function asCompared(listed: ListedDuplicate, bibliographies: Bibliographies): Promise<ListedDuplicate> {
  const now = await bibliographies.recordNow(Uri.parse(listed.uri), listed.record.id, listed.index);
  if (!now || !sameValue(now.record, listed.record)) throw new UserError(l10n.t('"{0}" was changed meanwhile. Try again.', pathOf(listed)));
  return { ...listed, index: now.index };
}

async function taken(uri: string, { seen }: Merging): Promise<TextDocument> {
  const one = await seeDocument(Uri.parse(uri));
  seen.push(one);
  return one.document;
}
