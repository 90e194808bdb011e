import { type DefinitionProvider, type LocationLink, type Position, Range, type TextDocument, Uri } from 'vscode';
import { toRange } from '../../platform/convert';
import type { Notes } from '../../platform/notes';
import type { CitableWorks } from './citableWorks';
import { keyAt } from './keyAt';

/** Leads from a citekey to its paper's file. */
export class CiteDefinitions implements DefinitionProvider {
  constructor(
    private readonly works: CitableWorks,
    private readonly notes: Notes,
  ) {}

  provideDefinition(document: TextDocument, position: Position): LocationLink[] {
    const item = keyAt(document, position, this.notes);
    const paper = item && this.works.paper(document, item.key);
    if (!paper) return [];
    const targetRange = new Range(0, 0, 0, 0);
    return [{ originSelectionRange: toRange(document, item.keySpan), targetUri: Uri.parse(paper.uri), targetRange }];
  }
}
