import { type CancellationToken, l10n, Location, type Position, Range, type ReferenceProvider, type TextDocument, Uri } from 'vscode';
import type { MentionFile } from '../../core/terms/mentionWork';
import type { Stop } from '../../platform/workSources';
import { cancellable } from '../../platform/progress';
import { isPage } from './conceptAddress';
import type { FolderMentions } from './folderMentions';
import { meaningOf } from './mentionOf';
import type { NoteTerms } from './noteTerms';

/** Finds all mentions of the concept at the cursor, in the notes and papers of the folder. */
export class TermReferences implements ReferenceProvider {
  constructor(
    private readonly terms: NoteTerms,
    private readonly mentions: FolderMentions,
  ) {}

  async provideReferences(document: TextDocument, position: Position, _: unknown, token: CancellationToken): Promise<Location[]> {
    const mention = await this.terms.mentionAt(document, position);
    const concept = mention && meaningOf(mention);
    if (!concept || token.isCancellationRequested) return [];
    // A concept's own page is no place where anyone speaks of it.
    const from = isPage(document.uri) ? undefined : document;
    const files = await cancellable(l10n.t('Looking for "{0}"', concept.name), (stopped, tell) =>
      this.mentions.find(concept.id, this.terms.folderOf(document), from, { token: either(stopped, token), tell }),
    );
    return files.flatMap(locationsOf);
  }
}

/** @returns where a file speaks of what was looked for */
export function locationsOf({ uri, mentions }: MentionFile): Location[] {
  return mentions.map(({ start, end }) => new Location(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character)));
}

/** The user may stop the search, as may whoever asked for it. */
function either(one: CancellationToken, other: CancellationToken): Stop {
  return {
    get isCancellationRequested() {
      return one.isCancellationRequested || other.isCancellationRequested;
    },
  };
}
