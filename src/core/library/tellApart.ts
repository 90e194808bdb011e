import { setField } from './editPaperFile';
import { readPaperFile } from './paperFile';

/**
 * Keeps in a paper's file that others look like its duplicates and are not (`different-from: [wang2001]`).
 *
 * @param keys the others' citekeys
 * @returns the text with all else as it was; undefined where it is broken
 */
export function tellApart(text: string, keys: readonly string[]): string | undefined {
  const { paper } = readPaperFile(text);
  return paper && setField(text, ['different-from'], [...new Set([...(paper.differentFrom ?? []), ...keys])]);
}
