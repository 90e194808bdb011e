import type { Assets } from '../ports';
import shipped from './shippedStyles.json';
import type { StyleNode } from './styleNode';
import { readStyleNode } from './styleNode';

/** A citation style that ships with Casebook. */
export interface StyleInfo {
  readonly id: string;
  readonly title: string;
  /** `csl`: from the CSL project; `pure`: one of the forms under "Cite this" on a research portal's page. */
  readonly kind: 'csl' | 'pure';
}

/** All styles that ship, in the order in which they are offered. */
export const shippedStyles: readonly StyleInfo[] = shipped.map(({ id, title, kind }) => ({
  id,
  title,
  kind: kind === 'pure' ? 'pure' : 'csl',
}));

/** Names that a style had in earlier collections, or that people know it by. */
const otherNames: Readonly<Record<string, string>> = {
  vancouver: 'nlm-citation-sequence',
  nlm: 'nlm-citation-sequence',
  'national-library-of-medicine': 'nlm-citation-sequence',
  'vancouver-brackets': 'nlm-citation-sequence-brackets',
  'vancouver-superscript': 'nlm-citation-sequence-superscript',
  ama: 'american-medical-association',
  jama: 'american-medical-association',
  harvard: 'harvard-cite-them-right',
  harvard1: 'harvard-cite-them-right',
  nejm: 'the-new-england-journal-of-medicine',
  lancet: 'the-lancet',
  'bmj-case-reports': 'bmj',
  'bmj-open': 'bmj',
  chicago: 'chicago-author-date',
  'chicago-note-bibliography': 'chicago-notes-bibliography',
  'chicago-fullnote-bibliography': 'chicago-notes-bibliography',
  'journal-of-medical-case-reports': 'springer-vancouver-brackets',
  'radiology-case-reports': 'elsevier-vancouver',
  'international-journal-of-surgery-case-reports': 'elsevier-with-titles',
  'case-reports-in-oncology': 'karger-journals',
  'oxford-university-press-scimed-numeric': 'oxford-journals-scimed-numeric-parentheses',
};

/**
 * The shipped style that a name means: an id, an id of earlier times (`vancouver`), or either as a file or an address
 * (`apa.csl`, `http://www.zotero.org/styles/apa`).
 */
export function findStyle(name: string): StyleInfo | undefined {
  const bare = name.trim().replace(/^https?:\/\/(?:www\.)?zotero\.org\/styles\//i, '').replace(/\.csl$/i, '').toLowerCase();
  const id = Object.hasOwn(otherNames, bare) ? otherNames[bare] : bare;
  return shippedStyles.find((style) => style.id === id);
}

/** Loads a shipped CSL style; undefined where none of the name ships. */
export async function loadStyle(assets: Assets, name: string): Promise<StyleNode | undefined> {
  const style = findStyle(name);
  const json = style?.kind === 'csl' ? await assets.read(`styles/${style.id}.json`) : undefined;
  return json === undefined ? undefined : readStyleNode(json);
}
