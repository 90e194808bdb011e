import { l10n, type QuickPickItem, type TextDocument, window, workspace, WorkspaceEdit } from 'vscode';
import { localeTags } from '../../../core/citing/localeTags';
import { setFrontMatterValue } from '../../../core/notes/setFrontMatterValue';
import { toRange } from '../../../platform/convert';
import { UserError } from '../../../platform/log';
import type { Notes } from '../../../platform/notes';
import type { Settings } from '../../../platform/settings';
import type { StyleChooser } from '../chooseStyle';
import type { Presentations } from '../presentations';

/** Changes how a note's citations look, where it is said: in the note's front matter, or else in its folder's settings. */
export class NoteLook {
  constructor(
    private readonly notes: Notes,
    private readonly presentations: Presentations,
    private readonly settings: Settings,
    private readonly chooser: StyleChooser,
  ) {}

  async chooseStyle(document: TextDocument): Promise<void> {
    const style = await this.chooser.ask(document, workspace.getWorkspaceFolder(document.uri));
    if (style === undefined) return;
    if (!this.presentations.named(document).fromNote) await this.settings.setCitingStyle(style, workspace.getWorkspaceFolder(document.uri)?.uri);
    else await this.write(document, ['csl', 'citation-style'], style);
  }

  async chooseLanguage(document: TextDocument): Promise<void> {
    const current = this.presentations.locale(document);
    const own: QuickPickItem & { readonly tag: string } = { label: l10n.t('The style’s own language'), description: current === '' ? l10n.t('current') : '', tag: '' };
    const rows = localeTags.map((tag) => ({ label: languageName(tag), description: tag === current ? `${tag} · ${l10n.t('current')}` : tag, tag }));
    const ordered = rows.sort((a, b) => Number(b.tag === current) - Number(a.tag === current) || a.label.localeCompare(b.label));
    const title = l10n.t('Language of Citations');
    const chosen = await window.showQuickPick([...(this.fromNote(document) ? [] : [own]), ...ordered], { title, placeHolder: l10n.t('The language of citations and bibliographies'), matchOnDescription: true });
    if (!chosen) return;
    if (this.fromNote(document)) await this.write(document, ['lang', 'locale'], chosen.tag);
    else await this.settings.setCitingLocale(chosen.tag, workspace.getWorkspaceFolder(document.uri)?.uri);
  }

  /** @returns the language's name in the reader's language; that of the style where none is set */
  languageOf(document: TextDocument): string {
    const tag = this.presentations.locale(document);
    return tag === '' ? l10n.t('Style’s language') : languageName(tag);
  }

  private fromNote(document: TextDocument): boolean {
    return this.notes.of(document).frontMatter?.lang !== undefined;
  }

  private async write(document: TextDocument, names: readonly string[], value: string): Promise<void> {
    const change = setFrontMatterValue(this.notes.of(document), names, value);
    if (!change) throw new UserError(l10n.t('The note’s front matter sets this in a way that Casebook does not change. Change it there.'));
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, toRange(document, change), change.text);
    if (!(await workspace.applyEdit(edit))) throw new UserError(l10n.t('The note could not be changed. Is it read-only?'));
  }
}

/** `German (Germany)`; the tag itself where there is no name for it. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
