import { l10n, Range, Uri } from 'vscode';
import type { KeyFile, PlacedKey } from '../../core/library/keyWork';
import { inParallel } from '../../platform/inParallel';
import { UserError } from '../../platform/log';
import { nameOf } from './findPapers';
import { type SeenDocument, seeDocument } from '../../platform/seenDocument';

const filesAtOnce = 16;

export function rangeOf({ start, end }: PlacedKey): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/**
 * Makes sure that keys stand where they were found: an editor may have held an older text than the disk, or the other
 * way round.
 * @returns the documents of the files
 * @throws a UserError where a file is another now than when it was looked through
 */
export async function assertPlaced(files: readonly KeyFile[]): Promise<SeenDocument[]> {
  return inParallel(files, filesAtOnce, async ({ uri, keys }) => {
    const seen = await seeDocument(Uri.parse(uri));
    const { document } = seen;
    const isThere = (place: PlacedKey): boolean => {
      const { start, end } = rangeOf(place);
      return document.offsetAt(end) - document.offsetAt(start) === place.span.end - place.span.start && isWritten(document.getText(new Range(start, end)), place.key);
    };
    if (!keys.every(isThere)) throw new UserError(l10n.t('"{0}" was changed meanwhile. Try again.', nameOf(document.uri)));
    return seen;
  });
}

/** Names of entries may stand in another case, and signs in quotes may be escaped. */
function isWritten(text: string, key: string): boolean {
  return text.includes('\\') || text.includes("''") || text.toLowerCase() === key.toLowerCase();
}
