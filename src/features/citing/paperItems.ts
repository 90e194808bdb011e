import type { TextDocument } from 'vscode';
import { isPaperItem, isRecordItem } from '../../core/library/draggedPapers';
import type { CitableWorks } from '../../platform/citableWorks';
import type { PickedWork } from './workPicker';

/**
 * @param item what a command of the Papers view was run on
 * @param items all that is selected there, where more than one is
 * @returns their works
 */
export function worksOfItems(works: CitableWorks, item: unknown, items: unknown): PickedWork[] {
  const selected: readonly unknown[] = Array.isArray(items) && items.length > 0 ? items : [item];
  return selected.flatMap((value): PickedWork[] => {
    if (isRecordItem(value)) return [{ key: value.key, bibliography: value.uri }];
    const paper = isPaperItem(value) ? works.paperAt(value.uri) : undefined;
    return paper ? [{ key: paper.record.id, paper }] : [];
  });
}

/**
 * @param keys what a command was called with: citekeys, or nothing of ours, as the address that a menu passes
 * @returns their works, those that are known; undefined where no citekeys were passed
 */
export async function worksOfKeys(works: CitableWorks, document: TextDocument, keys: unknown): Promise<PickedWork[] | undefined> {
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string')) return undefined;
  return (await works.works(document, keys)).map((work) => ({ key: work.record.id, ...(work.kind === 'paper' && { paper: work.paper }) }));
}
