import { type CancellationToken, type DocumentFilter, l10n, type Position, type Range, type RenameProvider, type TextDocument, window, workspace, type WorkspaceEdit } from 'vscode';
import { noteSelector } from '../../platform/notes';
import { plainMessage } from '../../platform/plainText';
import type { KeyPlaces } from './keyPlaces';
import type { KeyRename, RenameWish } from './keyRename';
import { rangeOf } from './placedKeys';

/** Where keys stand: notes, and what may be a bibliography. */
export const keySelector: readonly DocumentFilter[] = [...noteSelector, { pattern: '**/*.{bib,bibtex,yaml,yml,json}' }];

/** F2 on a citekey, in a note or where its record is. */
export class KeyRenameProvider implements RenameProvider {
  constructor(
    private readonly places: KeyPlaces,
    private readonly rename: KeyRename,
  ) {}

  async prepareRename(document: TextDocument, position: Position): Promise<{ range: Range; placeholder: string }> {
    const place = await this.places.at(document, document.offsetAt(position));
    if (!place) throw new Error(l10n.t('No citekey stands here.'));
    return { range: rangeOf(place), placeholder: place.key };
  }

  async provideRenameEdits(document: TextDocument, position: Position, newName: string, token: CancellationToken): Promise<WorkspaceEdit> {
    const place = await this.places.at(document, document.offsetAt(position));
    if (!place) throw new Error(l10n.t('No citekey stands here.'));
    const folder = workspace.getWorkspaceFolder(document.uri)?.uri;
    const wish: RenameWish = { key: place.key, newKey: newName.trim().replace(/^@/, ''), folder, from: { uri: document.uri, place, document } };
    const plan = await this.rename.plan(wish, token);
    if (plan.ambiguous) {
      const message = l10n.t('Another record has the citekey "{0}" too, so it is renamed in this file alone. Notes still cite "{0}".', place.key);
      void window.showWarningMessage(plainMessage(message));
    }
    return (await this.rename.edit(plan, wish)).edit;
  }
}
