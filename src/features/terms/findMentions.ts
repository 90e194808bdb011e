import { commands, l10n, Range, Selection, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Concept } from '../../core/terms/concept';
import type { ConceptRef } from '../../core/terms/noteTermsWork';
import type { MentionFile, PlacedMention } from '../../core/terms/mentionWork';
import { UserError } from '../../platform/log';
import { cancellable } from '../../platform/progress';
import { isPage } from './conceptAddress';
import { pickConcept } from './conceptPicker';
import { folderAtHand } from './folderAtHand';
import type { FolderMentions } from './folderMentions';
import { meaningOf } from './mentionOf';
import type { NoteTerms } from './noteTerms';

/** VS Code's own list of references, in the side bar; it asks for those of what stands at the cursor. */
const listReferences = 'references-view.findReferences';

/** Shows all mentions of a concept in VS Code's References view. */
export class MentionFinder {
  constructor(
    private readonly terms: NoteTerms,
    private readonly mentions: FolderMentions,
  ) {}

  /** @param wanted the concept; without it, that at the cursor, or else one that the user is asked for */
  async find(wanted?: Pick<Concept, 'id' | 'name'>): Promise<void> {
    const folder = folderAtHand(this.terms);
    const atCursor = await this.atCursor();
    const concept = wanted ?? atCursor ?? (await this.ask(folder));
    if (!concept) return;
    if (atCursor?.id !== concept.id) await this.goToFirst(concept, folder);
    await commands.executeCommand(listReferences);
  }

  private async atCursor(): Promise<ConceptRef | undefined> {
    const editor = window.activeTextEditor;
    const mention = editor && (await this.terms.mentionAt(editor.document, editor.selection.active));
    return mention && meaningOf(mention);
  }

  private ask(folder: string | undefined): Promise<Concept | undefined> {
    const search = (words: string, most: number) => this.terms.search(folder, words, most);
    return pickConcept({ title: l10n.t('Find All Mentions'), query: '', actions: [], search, labelOf: (terminology) => this.terms.labelOf(terminology) });
  }

  /** @throws a UserError where nothing speaks of the concept */
  private async goToFirst({ id, name }: Pick<Concept, 'id' | 'name'>, folder: string | undefined): Promise<void> {
    const document = window.activeTextEditor?.document;
    const here = document && !isPage(document.uri) && this.terms.explains(document) && folder === this.terms.folderOf(document) ? document : undefined;
    const files = await cancellable(l10n.t('Looking for "{0}"', name), (token, tell) => this.mentions.find(id, folder, here, { token, tell }));
    const [first] = files;
    const [mention] = first?.mentions ?? [];
    if (!first || !mention) throw new UserError(l10n.t('No note and no paper of this folder speaks of "{0}".', name));
    await showMention(await documentOf(first), mention);
  }
}

function documentOf({ uri }: MentionFile): Thenable<TextDocument> {
  return workspace.openTextDocument(Uri.parse(uri));
}

async function showMention(document: TextDocument, { start, end }: PlacedMention): Promise<void> {
  const range = new Range(start.line, start.character, end.line, end.character);
  const editor = await window.showTextDocument(document);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range);
}
