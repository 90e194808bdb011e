import type { CslItem } from '../library/record';
import type { Annotation } from './annotation';

/**
 * The texts of a paper's own record that annotations can be on, by the names that these have for them: its abstract, and its
 * title where one is on it.
 */
export function recordTexts(record: CslItem | undefined, annotations: readonly Annotation[]): Map<string, string> {
  const title = annotations.some(({ target }) => target.source === 'title') ? record?.title : undefined;
  const texts = [['title', title], ['abstract', record?.abstract]] as const;
  return new Map(texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text.replace(/\r\n?/g, '\n')] as const])));
}
