import { type CancellationToken, Location, type Position, Range, type ReferenceContext, type ReferenceProvider, type TextDocument, Uri, workspace } from 'vscode';
import type { KeyFile, PlacedKey } from '../../core/library/keyWork';
import type { KeyPlaces } from './keyPlaces';
import { rangeOf } from './placedKeys';

/** Finds all places where a citekey stands, in notes, bibliographies, paper files and annotations. */
export class KeyReferences implements ReferenceProvider {
  constructor(private readonly places: KeyPlaces) {}

  async provideReferences(document: TextDocument, position: Position, { includeDeclaration }: ReferenceContext, token: CancellationToken): Promise<Location[]> {
    const place = await this.places.at(document, document.offsetAt(position));
    if (!place) return [];
    const found = await this.places.find([place.key], workspace.getWorkspaceFolder(document.uri)?.uri, document, token);
    // Settings name keys for other reasons.
    return found.filter(({ kind }) => kind !== 'settings').flatMap(({ uri, kind, keys }) =>
      keys.filter(({ role }) => includeDeclaration || role === 'use').map((key) => new Location(Uri.parse(uri), rangeIn(kind, key))),
    );
  }
}

/** With its `@`: VS Code's own Markdown takes `[@key]` for a link there, and lists places that are the same once. */
function rangeIn(kind: KeyFile['kind'], key: PlacedKey): Range {
  const { start, end } = rangeOf(key);
  return kind === 'note' && key.form === 'cited' && start.character > 0 ? new Range(start.translate(0, -1), end) : new Range(start, end);
}
