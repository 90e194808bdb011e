import { type CancellationToken, type DefinitionProvider, type LocationLink, type Position, Range, type TextDocument, Uri, workspace } from 'vscode';
import type { ConceptRef } from '../../core/terms/noteTermsWork';
import { toRange } from '../../platform/convert';
import { conceptUri } from './conceptAddress';
import type { NoteTerms } from './noteTerms';

type Target = Pick<LocationLink, 'targetUri' | 'targetRange'>;

/** Leads from a term to the entry of the user's glossary that defines it, or else to the concept's page. */
export class TermDefinitions implements DefinitionProvider {
  constructor(private readonly terms: NoteTerms) {}

  async provideDefinition(document: TextDocument, position: Position, token: CancellationToken): Promise<LocationLink[]> {
    const mention = await this.terms.mentionAt(document, position);
    if (!mention || token.isCancellationRequested) return [];
    const originSelectionRange = toRange(document, mention);
    const targets = await Promise.all(mention.concepts.map((concept) => this.target(concept, document)));
    return targets.map((target) => ({ originSelectionRange, ...target }));
  }

  private async target(concept: ConceptRef, document: TextDocument): Promise<Target> {
    const folder = this.terms.folderOf(document);
    // Only the user's own concepts stand in a file.
    const source = concept.terminology === 'glossary' ? (await this.terms.details(folder, concept.id))?.concept.source : undefined;
    if (!source) return { targetUri: conceptUri(concept, folder), targetRange: new Range(0, 0, 0, 0) };
    const glossary = await workspace.openTextDocument(Uri.parse(source.uri));
    return { targetUri: glossary.uri, targetRange: toRange(glossary, source.span) };
  }
}
