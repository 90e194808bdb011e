import { l10n, type QuickPickItem, Uri, window, workspace, type WorkspaceEdit } from 'vscode';
import { writtenKey } from '../../core/library/keyOccurrences';
import type { KeyFile } from '../../core/library/keyWork';
import { plainRow } from '../../platform/plainText';
import { citingNotes } from './citedKeys';
import type { KeyPlaces } from './keyPlaces';
import { assertPlaced, rangeOf } from './placedKeys';
import type { SeenDocument } from '../../platform/seenDocument';

interface Row extends QuickPickItem {
  readonly rename: boolean;
}

/** What records that became one were called, and what it is called now. */
export interface MergedKeys {
  readonly keys: readonly string[];
  readonly newKey: string;
  readonly folder: Uri;
  /** The file that has no place for the other keys, so that nothing will answer to them. */
  readonly lostIn?: Uri;
}

/**
 * Asks whether notes that cite a work by keys that are aliases from now on shall cite it by its own. Pandoc knows an alias
 * only in a note that cites the key itself as well, so that a note with the old key alone could not be built.
 *
 * @returns the places to rename, none where the user leaves them or no note has one; undefined when the user goes back
 */
export async function askKeysInNotes({ keys, newKey, folder, lostIn }: MergedKeys, places: KeyPlaces): Promise<readonly KeyFile[] | undefined> {
  const wanted = keys.filter((key) => key !== newKey);
  const found = wanted.length === 0 ? [] : await places.find(wanted, folder);
  const notes = citingNotes(found);
  if (notes.length === 0) return [];
  const choice = await window.showQuickPick(rows(notes, { keys: wanted, newKey, ...(lostIn && { lostIn }) }), {
    title: l10n.t('Merge Duplicates'),
    placeHolder: l10n.t('Notes cite {0}', wanted.map((key) => `@${key}`).join(', ')),
    ignoreFocusOut: true,
  });
  return choice && (choice.rename ? notes : []);
}

function rows(notes: readonly KeyFile[], { keys, newKey, lostIn }: Omit<MergedKeys, 'folder'>): Row[] {
  const label = notes.length === 1 ? l10n.t('Rename in 1 Note Too') : l10n.t('Rename in {0} Notes Too', notes.length);
  const names = notes.map(({ uri }) => workspace.asRelativePath(Uri.parse(uri))).join(', ').slice(0, 400);
  const kept = lostIn
    ? l10n.t('{0} has no place for other keys: these citations will not be found', workspace.asRelativePath(lostIn))
    : l10n.t('Casebook finds it by that; pandoc only in notes that cite @{0} as well', newKey);
  const old = keys.length === 1 ? l10n.t('Keep the Old Key in Notes') : l10n.t('Keep the Old Keys in Notes');
  return [
    { rename: true, label: `$(edit) ${label}`, description: plainRow(l10n.t('they cite @{0} then', newKey)), detail: plainRow(names) },
    { rename: false, label: `$(circle-slash) ${old}`, detail: plainRow(kept) },
  ];
}

/**
 * Adds the renaming to an edit.
 * @param notes what `askKeysInNotes` gave
 * @returns the notes' documents
 * @throws a UserError where a note is another now
 */
export async function renameInNotes(edit: WorkspaceEdit, notes: readonly KeyFile[], newKey: string): Promise<SeenDocument[]> {
  const seen = await assertPlaced(notes);
  for (const { uri, keys } of notes) {
    for (const place of keys) edit.replace(Uri.parse(uri), rangeOf(place), writtenKey(place, newKey));
  }
  return seen;
}
