import { type CancellationToken, commands, Hover, type HoverProvider, type Position, type TextDocument } from 'vscode';
import type { Library } from '../../core/library/library';
import type { ConceptDetails } from '../../core/terms/folderConcepts';
import type { NoteMention } from '../../core/terms/noteTermsWork';
import { toRange } from '../../platform/convert';
import { contextKeys } from '../../platform/ids';
import type { Settings } from '../../platform/settings';
import { mentionMarkdown, wordsOf } from './mentionMarkdown';
import type { NoteTerms } from './noteTerms';
import type { SenseChooser } from './chooseSense';

/** More meanings than this nobody compares in a hover. */
const meaningsShown = 8;

/** Shows what a term of a note or paper means. */
export class TermHovers implements HoverProvider {
  private shown = false;

  constructor(
    private readonly terms: NoteTerms,
    private readonly senses: SenseChooser,
    private readonly library: Library,
    private readonly settings: Settings,
  ) {}

  async provideHover(document: TextDocument, position: Position, token: CancellationToken): Promise<Hover | undefined> {
    if (!this.settings.termsHover(document)) return undefined;
    const mention = await this.terms.mentionAt(document, position);
    if (!mention || token.isCancellationRequested) return undefined;
    const folder = this.terms.folderOf(document);
    const words = wordsOf(document, mention);
    const [[meaning, ...others], deprecated] = await Promise.all([this.meanings(mention, folder), this.terms.deprecatedNamed(folder, words)]);
    if (!meaning || token.isCancellationRequested) return undefined;
    this.completeWalkthroughStep();
    const contents = mentionMarkdown({
      document, folder, mention, meanings: [meaning, ...others], deprecated,
      chosen: this.senses.chosen(folder, words) === meaning.concept.id,
      papersOf: (id) => this.library.speakingOf(id).filter((paper) => folder === undefined || paper.folder === folder),
    });
    return new Hover(contents, toRange(document, mention));
  }

  /** Concepts that mean the same are one meaning, that of the first of them. */
  private async meanings({ concepts }: NoteMention, folder: string | undefined): Promise<ConceptDetails[]> {
    const details = await this.terms.detailsOf(folder, concepts.slice(0, meaningsShown).map(({ id }) => id));
    const seen = new Set<string>();
    return details.filter((one) => one !== undefined).filter(({ concept, same }) => {
      if (seen.has(concept.id)) return false;
      for (const each of [concept, ...same.map((other) => other.concept)]) seen.add(each.id);
      return true;
    });
  }

  private completeWalkthroughStep(): void {
    if (this.shown) return;
    this.shown = true;
    void commands.executeCommand('setContext', contextKeys.termHovered, true);
  }
}
