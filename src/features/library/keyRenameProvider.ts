import { type CancellationToken, type DocumentFilter, l10n, type Position, Range, type RenameProvider, type TextDocument, window, workspace, WorkspaceEdit } from 'vscode';
import { latexSelector } from '../../platform/latex';
import { type Log, UserError } from '../../platform/log';
import { noteSelector } from '../../platform/notes';
import { plainMessage } from '../../platform/plainText';
import type { KeyPlaces } from './keyPlaces';
import type { KeyRename, RenameWish } from './keyRename';
import { rangeOf } from './placedKeys';

/** Where keys stand: notes, LaTeX documents, and what may be a bibliography. */
export const keySelector: readonly DocumentFilter[] = [...noteSelector, ...latexSelector, { pattern: '**/*.{bib,bibtex,yaml,yml,json}' }];

/** F2 on a citekey, in a note or where its record is. */
export class KeyRenameProvider implements RenameProvider {
  constructor(
    private readonly places: KeyPlaces,
    private readonly rename: KeyRename,
    private readonly log: Log,
  ) {}

  /**
   * Where this fails, VS Code asks the next provider. On the other parts of a citation it therefore gives the word or mark there,
   * and says what can be renamed: VS Code's own Markdown would offer the whole of it, as a link.
   */
  async prepareRename(document: TextDocument, position: Position): Promise<{ range: Range; placeholder: string }> {
    const offset = document.offsetAt(position);
    const place = await this.places.at(document, offset);
    if (place) return { range: rangeOf(place), placeholder: place.key };
    if (!(await this.places.inCitation(document, offset))) throw new Error(l10n.t('No citekey stands here.'));
    void window.showInformationMessage(keyOnly());
    const range = document.getWordRangeAtPosition(position, /[\p{L}\p{N}]+/u) ?? document.getWordRangeAtPosition(position, /./u) ?? new Range(position, position);
    return { range, placeholder: document.getText(range) };
  }

  /**
   * Why a key cannot be renamed is told here, and nothing is changed: where this failed, VS Code would ask the next provider,
   * and its own for Markdown takes `[@chen1995, p. 3]` for a link and writes the new name over all of it.
   */
  async provideRenameEdits(document: TextDocument, position: Position, newName: string, token: CancellationToken): Promise<WorkspaceEdit> {
    try {
      return await this.edits(document, position, newName, token);
    } catch (error) {
      void this.log.report(l10n.t('The citekey could not be renamed'), error);
      return new WorkspaceEdit();
    }
  }

  private async edits(document: TextDocument, position: Position, newName: string, token: CancellationToken): Promise<WorkspaceEdit> {
    const offset = document.offsetAt(position);
    const place = await this.places.at(document, offset);
    if (!place) throw new UserError((await this.places.inCitation(document, offset)) ? keyOnly() : l10n.t('No citekey stands here.'));
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

function keyOnly(): string {
  return l10n.t('Of a citation only the citekey can be renamed: put the cursor on it.');
}
