import { type DefinitionProvider, type LocationLink, type Position, type TextDocument } from 'vscode';
import { toRange } from '../../platform/convert';
import type { Notes } from '../../platform/notes';
import type { CitableWorks } from '../../platform/citableWorks';
import { keyAt } from './keyAt';

/** Leads from a citekey to its paper's file, or to its place in a bibliography or the front matter. */
export class CiteDefinitions implements DefinitionProvider {
  constructor(
    private readonly works: CitableWorks,
    private readonly notes: Notes,
  ) {}

  async provideDefinition(document: TextDocument, position: Position): Promise<LocationLink[]> {
    const item = keyAt(document, position, this.notes);
    const place = item && (await this.works.place(document, item.key));
    if (!place) return [];
    return [{ originSelectionRange: toRange(document, item.keySpan), targetUri: place.uri, targetRange: place.range }];
  }
}
