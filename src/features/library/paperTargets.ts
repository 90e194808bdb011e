import { l10n, Uri } from 'vscode';
import { isPaperItem } from '../../core/library/draggedPapers';
import type { Library, LibraryPaper } from '../../core/library/library';
import { UserError } from '../../platform/log';
import type { PapersView } from './papersView';
import type { RowIds } from './rowIds';

/** Finds out which papers a command is meant for. */
export class PaperTargets {
  constructor(
    private readonly library: Library,
    private readonly view: PapersView,
    private readonly ids: RowIds,
  ) {}

  /**
   * @param item the row the command was chosen on, or a paper file's address; undefined when run by key
   * @param items all selected rows, where the command was chosen on one of several
   * @returns the papers, of the view's selection where nothing is given
   * @throws a UserError when there are none
   */
  of(item: unknown, items?: unknown): [LibraryPaper, ...LibraryPaper[]] {
    const given = Array.isArray(items) && items.length > 0 ? items : item === undefined ? this.view.selection : [item];
    const [first, ...others] = given.flatMap((value) => this.at(addressOf(value) ?? '') ?? []);
    if (!first) throw new UserError(l10n.t('Select a paper in the Papers view first.'));
    return [first, ...others];
  }

  /** A row that has not been drawn since its file was renamed still has the former address. */
  private at(uri: string): LibraryPaper | undefined {
    return this.library.at(uri) ?? this.library.at(this.ids.whereIs(uri));
  }
}

function addressOf(value: unknown): string | undefined {
  if (isPaperItem(value)) return value.uri;
  if (value instanceof Uri) return value.toString();
  return typeof value === 'string' ? value : undefined;
}
