import { type CancellationToken, Disposable, EventEmitter, InlayHint, type InlayHintsProvider, l10n, type Range, type TextDocument, type TextDocumentChangeEvent, window, workspace } from 'vscode';
import type { ConceptDetails } from '../../core/terms/folderConcepts';
import { UserError } from '../../platform/log';
import { conceptTooltip } from './conceptTooltip';
import { isOf, meaningOf } from './mentionOf';
import type { NoteTerms } from './noteTerms';

/** A longer definition would push the text around it away; the tooltip has all of it. */
const lettersShown = 120; // in Markdown, where our manifest lifts VS Code's own limit of 43

/** A mention whose definition stands behind it. */
interface Shown {
  readonly concept: string;
  /** Where the mention begins; moves with the text. */
  offset: number;
}

/** Definitions in the text, right behind the terms that the user asked them for. */
export class InlineDefinitions implements InlayHintsProvider, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeInlayHints = this.changed.event;
  private readonly shown = new Map<TextDocument, Shown[]>();
  private readonly listening: Disposable;

  constructor(private readonly terms: NoteTerms) {
    this.listening = Disposable.from(
      this.changed,
      terms.onDidChange(() => this.changed.fire()),
      workspace.onDidChangeTextDocument((event) => this.move(event)),
      workspace.onDidCloseTextDocument((document) => this.shown.delete(document)),
    );
  }

  /** Shows the definition of the term at the cursor, or takes it away. */
  async toggle(): Promise<void> {
    const editor = window.activeTextEditor;
    const mention = editor && (await this.terms.mentionAt(editor.document, editor.selection.active));
    const concept = mention && meaningOf(mention);
    if (!editor || !concept) throw new UserError(l10n.t('Put the cursor on a term first.'));
    const all = this.shown.get(editor.document) ?? [];
    const others = all.filter(({ offset }) => offset < mention.start || offset >= mention.end);
    if (others.length === all.length) {
      const details = await this.terms.details(this.terms.folderOf(editor.document), concept.id);
      if (!details || definitionOf(details) === undefined) throw new UserError(l10n.t('No terminology in use defines "{0}".', concept.name));
      others.push({ concept: concept.id, offset: mention.start });
    }
    this.shown.set(editor.document, others);
    this.changed.fire();
  }

  async provideInlayHints(document: TextDocument, range: Range, token: CancellationToken): Promise<InlayHint[]> {
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const wanted = (this.shown.get(document) ?? []).filter(({ offset }) => offset >= start && offset <= end);
    const hints = await Promise.all(wanted.map((one) => this.hint(document, one)));
    return token.isCancellationRequested ? [] : hints.flat();
  }

  dispose(): void {
    this.listening.dispose();
  }

  /** Where the words are others by now there is nothing to say. */
  private async hint(document: TextDocument, { concept, offset }: Shown): Promise<InlayHint[]> {
    const mentions = await this.terms.mentionsIn(document, { start: offset, end: offset + 1 });
    const mention = mentions?.find((one) => one.start === offset && isOf(one, concept));
    const details = mention && (await this.terms.details(this.terms.folderOf(document), concept));
    const definition = details && definitionOf(details);
    if (!definition) return [];
    const label = definition.length <= lettersShown ? definition : `${definition.slice(0, lettersShown).replace(/\s+\S*$/, '')} …`;
    const hint = new InlayHint(document.positionAt(mention.end), `(${label})`);
    hint.paddingLeft = true;
    hint.tooltip = conceptTooltip(details);
    return [hint];
  }

  private move({ document, contentChanges }: TextDocumentChangeEvent): void {
    for (const shown of this.shown.get(document) ?? []) {
      for (const { rangeOffset, rangeLength, text } of contentChanges) {
        if (rangeOffset + rangeLength <= shown.offset) shown.offset += text.length - rangeLength;
      }
    }
  }
}

function definitionOf(details: ConceptDetails): string | undefined {
  return [details, ...details.same].find(({ concept }) => concept.definition !== undefined)?.concept.definition?.replace(/\s+/g, ' ');
}
