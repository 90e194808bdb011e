import { l10n, type QuickPick, type QuickPickItem, window } from 'vscode';
import type { TagChange } from '../../core/library/changeTags';
import type { LibraryPaper } from '../../core/library/library';
import { tagsOf } from '../../core/library/readingState';
import { plainRow } from '../../platform/plainText';

interface TagRow extends QuickPickItem {
  readonly tag: string;
  /** Not a tag yet: what is typed, to become one. */
  readonly isNew?: boolean;
}

/**
 * Lets the user tick tags, and type new ones: Enter makes a tag of what was typed and is like none, Enter again is done.
 * @returns undefined when the user wants no change
 */
export function pickTags(papers: readonly LibraryPaper[], known: readonly string[]): Promise<TagChange | undefined> {
  const box = window.createQuickPick<TagRow>();
  const counts = countTags(papers);
  const full = known.filter((tag) => counts.get(tag) === papers.length);
  let tags = [...new Set([...known, ...counts.keys()])];
  box.title = papers.length === 1 ? l10n.t('Tags of {0}', papers[0]?.record.id ?? '') : l10n.t('Tags of {0} Papers', papers.length);
  box.placeholder = l10n.t('Tick tags, or type a new one');
  box.canSelectMany = true;
  show(box, tags, full, counts, papers.length);
  // Typed, and not yet seen ticked: what the box tells of its rows may be of those that it had before.
  const typedNow = new Set<string>();
  const chosenNow = () => [...new Set([...ticked(box), ...typedNow])];
  box.onDidChangeSelection((rows) => {
    for (const { tag } of rows) typedNow.delete(tag);
  });
  box.onDidChangeValue(() => show(box, tags, chosenNow(), counts, papers.length));
  return new Promise((resolve) => {
    box.onDidAccept(() => {
      const typed = newTag(box, tags);
      if (typed) {
        // The box tells what is ticked by places in its list, so the others have to keep theirs.
        tags = [...tags, typed];
        typedNow.add(typed);
        box.value = '';
        show(box, tags, chosenNow(), counts, papers.length);
        return;
      }
      const chosen = chosenNow();
      resolve({ add: chosen.filter((tag) => !full.includes(tag)), remove: full.filter((tag) => !chosen.includes(tag)) });
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

/** What was typed narrows the list; only where it is chosen, or nothing is left, is it meant for a new tag. */
function newTag(box: QuickPick<TagRow>, tags: readonly string[]): string | undefined {
  const typed = box.value.trim();
  if (typed === '' || tags.some((tag) => tag.toLowerCase() === typed.toLowerCase())) return undefined;
  const isLikeOne = tags.some((tag) => tag.toLowerCase().includes(typed.toLowerCase()));
  return box.activeItems[0]?.isNew || !isLikeOne ? typed : undefined;
}

function show(box: QuickPick<TagRow>, tags: readonly string[], chosen: readonly string[], counts: ReadonlyMap<string, number>, all: number): void {
  const typed = box.value.trim();
  const rows = tags.map((tag): TagRow => {
    const count = counts.get(tag) ?? 0;
    return { tag, label: plainRow(tag), ...(count > 0 && count < all && { description: l10n.t('{0} of {1} papers', count, all) }) };
  });
  const isNew = typed !== '' && !tags.some((tag) => tag.toLowerCase() === typed.toLowerCase());
  box.items = isNew ? [...rows, { tag: typed, label: `$(add) ${l10n.t('New tag "{0}"', plainRow(typed))}`, alwaysShow: true, isNew }] : rows;
  box.selectedItems = box.items.filter((row) => chosen.includes(row.tag));
}

function ticked(box: QuickPick<TagRow>): string[] {
  return box.selectedItems.map(({ tag }) => tag);
}

function countTags(papers: readonly LibraryPaper[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const paper of papers) for (const tag of tagsOf(paper)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}
