import { type CancellationToken, commands, Hover, type HoverProvider, type Position, type TextDocument, workspace } from 'vscode';
import type { Library } from '../../core/library/library';
import { toRange } from '../../platform/convert';
import { contextKeys } from '../../platform/ids';
import type { Notes } from '../../platform/notes';
import type { Settings } from '../../platform/settings';
import { conceptMarkdown } from './conceptMarkdown';
import type { FolderTerms } from './folderTerms';
import { termAt } from './termAt';

/** Shows what a term of a note means. */
export class TermHovers implements HoverProvider {
  private shown = false;

  constructor(
    private readonly terms: FolderTerms,
    private readonly notes: Notes,
    private readonly library: Library,
    private readonly settings: Settings,
  ) {}

  async provideHover(document: TextDocument, position: Position, token: CancellationToken): Promise<Hover | undefined> {
    if (!this.settings.termsHover(document)) return undefined;
    const found = await termAt(document, position, this.terms, this.notes);
    if (!found || token.isCancellationRequested) return undefined;
    this.completeWalkthroughStep();
    const folder = workspace.getWorkspaceFolder(document.uri)?.uri.toString();
    const contents = found.mention.concepts.map((concept) =>
      conceptMarkdown(concept, {
        broader: concept.broader.flatMap((id) => found.index.byId.get(id) ?? []),
        papers: this.library.speakingOf(concept.id).filter((paper) => folder === undefined || paper.folder === folder),
      }),
    );
    return new Hover(contents, toRange(document, found.mention));
  }

  private completeWalkthroughStep(): void {
    if (this.shown) return;
    this.shown = true;
    void commands.executeCommand('setContext', contextKeys.termHovered, true);
  }
}
