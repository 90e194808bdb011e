import { isMap, isScalar, isSeq } from 'yaml';
import { applyEdits, type TextEdit } from '../library/edit/textEdit';
import { yamlEdit } from '../library/edit/yamlEdit';
import { yamlDocument } from '../library/edit/yamlNodes';
import { foldName } from './foldName';
import { readGlossary } from './glossary';
import type { NewTerm } from './newTerm';

/** What adding an entry changes in a glossary's text, and where the entry stands afterwards. */
export interface AddedTerm {
  readonly edits: readonly TextEdit[];
  readonly start: number;
}

/**
 * Adds an entry after a glossary's last one; comments, order and everything else stay as they are.
 *
 * @param text the whole file; may be empty
 * @returns undefined where the text is no glossary, or has a mistake that hides where its entries are
 */
export function addTerm(text: string, term: NewTerm): AddedTerm | undefined {
  const count = countTerms(text);
  const edits = count === undefined ? undefined : yamlEdit(text, count === 0 ? ['terms'] : ['terms', count], count === 0 ? [term] : term);
  if (!edits) return undefined;
  const after = readGlossary(applyEdits(text, edits), { uri: '', terminology: 'glossary' });
  const added = after.concepts.find(({ name }) => foldName(name) === foldName(term.name));
  return added?.source && { edits, start: added.source.span.start };
}

/** How many entries a glossary has; undefined where it has something else. */
function countTerms(text: string): number | undefined {
  const document = yamlDocument(text);
  const root = document?.contents;
  if (!document || (root && !isMap(root) && !(isScalar(root) && root.value === null))) return undefined;
  const terms: unknown = isMap(root) ? root.get('terms') : undefined;
  if (isSeq(terms)) return terms.items.length;
  return terms === undefined || terms === null ? 0 : undefined;
}
