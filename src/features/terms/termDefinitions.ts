import { type CancellationToken, type DefinitionProvider, type LocationLink, type Position, type TextDocument, Uri, workspace } from 'vscode';
import { toRange } from '../../platform/convert';
import type { Notes } from '../../platform/notes';
import type { FolderTerms } from './folderTerms';
import { termAt } from './termAt';

/** Leads from a term in a note to the entry of the user's glossary that defines it. */
export class TermDefinitions implements DefinitionProvider {
  constructor(
    private readonly terms: FolderTerms,
    private readonly notes: Notes,
  ) {}

  async provideDefinition(document: TextDocument, position: Position, token: CancellationToken): Promise<LocationLink[]> {
    const found = await termAt(document, position, this.terms, this.notes);
    if (!found || token.isCancellationRequested) return [];
    const links = found.mention.concepts.map(async ({ source }) => {
      if (!source) return [];
      const glossary = await workspace.openTextDocument(Uri.parse(source.uri));
      return [
        {
          originSelectionRange: toRange(document, found.mention),
          targetUri: glossary.uri,
          targetRange: toRange(glossary, source.span),
        },
      ];
    });
    return (await Promise.all(links)).flat();
  }
}
