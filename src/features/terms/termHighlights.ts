import { type CancellationToken, DocumentHighlight, type DocumentHighlightProvider, type Position, type TextDocument } from 'vscode';
import { toRange } from '../../platform/convert';
import { isOf, meaningOf } from './mentionOf';
import type { NoteTerms } from './noteTerms';

/** Marks every mention of the concept at the cursor, by whichever of its names. */
export class TermHighlights implements DocumentHighlightProvider {
  constructor(private readonly terms: NoteTerms) {}

  async provideDocumentHighlights(document: TextDocument, position: Position, token: CancellationToken): Promise<DocumentHighlight[] | undefined> {
    const mention = await this.terms.mentionAt(document, position);
    const concept = mention && meaningOf(mention);
    // Nothing said, VS Code marks the same words by itself.
    if (!concept || token.isCancellationRequested) return undefined;
    const mentions = await this.terms.mentionsIn(document, { start: 0, end: document.getText().length });
    return mentions?.filter((one) => isOf(one, concept.id)).map((one) => new DocumentHighlight(toRange(document, one)));
  }
}
