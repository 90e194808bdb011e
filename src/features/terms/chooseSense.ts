import { l10n, type QuickPickItem, Uri, window } from 'vscode';
import { foldName } from '../../core/terms/foldName';
import { UserError } from '../../platform/log';
import { plainRow } from '../../platform/plainText';
import type { Settings } from '../../platform/settings';
import { wordsOf } from './mentionMarkdown';
import type { NoteTerms } from './noteTerms';
import { terminologyLabel } from './terminologyLabel';

interface SenseRow extends QuickPickItem {
  readonly id: string | undefined;
}

/** Remembers in a folder's settings which of its meanings a name has there. */
export class SenseChooser {
  constructor(
    private readonly terms: NoteTerms,
    private readonly settings: Settings,
  ) {}

  /** @returns the id of the concept that the user chose for a name */
  chosen(folder: string | undefined, name: string): string | undefined {
    return this.settings.termsSenses(uriOf(folder)).get(foldName(name));
  }

  /** @param id undefined takes the choice back */
  async choose(folder: string | undefined, name: string, id: string | undefined): Promise<void> {
    await this.settings.setTermSense(name, id, uriOf(folder));
  }

  /** Lets the user choose for the name at the cursor. */
  async ask(): Promise<void> {
    const editor = window.activeTextEditor;
    const mention = editor && (await this.terms.mentionAt(editor.document, editor.selection.active));
    if (!editor || !mention) throw new UserError(l10n.t('Put the cursor on a term first.'));
    const folder = this.terms.folderOf(editor.document);
    const name = wordsOf(editor.document, mention);
    const chosen = this.chosen(folder, name);
    const details = (await this.terms.detailsOf(folder, mention.concepts.map(({ id }) => id))).filter((one) => one !== undefined);
    if (details.length < 2 && chosen === undefined) throw new UserError(l10n.t('"{0}" has one meaning only: {1}.', name, mention.concepts[0]?.name ?? ''));
    const rows: SenseRow[] = details.map(({ concept, head }) => ({
      label: plainRow(concept.name),
      description: plainRow([concept.id === chosen ? l10n.t('chosen') : '', concept.type ?? '', head?.name ?? terminologyLabel(concept.terminology)].filter(Boolean).join(' · ')),
      detail: plainRow(concept.definition ?? ''),
      id: concept.id,
    }));
    const undecided: SenseRow = { label: l10n.t('Let Casebook Decide'), description: chosen === undefined ? l10n.t('current') : '', id: undefined };
    const choice = await window.showQuickPick([...rows, undecided], {
      title: l10n.t('Meaning of "{0}"', name),
      placeHolder: l10n.t('What it means in this folder; its settings remember it'),
      matchOnDetail: true,
    });
    if (choice) await this.choose(folder, name, choice.id);
  }
}

function uriOf(folder: string | undefined): Uri | undefined {
  return folder === undefined ? undefined : Uri.parse(folder);
}
