import { setField } from './editPaperFile';
import { readPaperFile } from './paperFile';
import { tagsOf } from './readingState';

/** What is to change about the tags of some papers; tags that are in neither list stay where they are. */
export interface TagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** @returns the paper file's text with its tags changed, all else as it was; undefined where it is broken */
export function changeTags(text: string, { add, remove }: TagChange): string | undefined {
  const { paper } = readPaperFile(text);
  if (!paper) return undefined;
  const before = tagsOf(paper);
  const after = [...new Set([...before, ...add])].filter((tag) => !remove.includes(tag));
  return after.join('\n') === before.join('\n') ? text : setField(text, ['case', 'tags'], after);
}
