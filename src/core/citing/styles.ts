import type { Assets } from '../ports';
import type { StyleNode } from './styleNode';
import { readStyleNode } from './styleNode';

/** A citation style that ships with Casebook. */
export interface StyleInfo {
  readonly id: string;
  readonly title: string;
  /** `csl`: from the CSL project; `pure`: one of the forms under "Cite this" on a research portal's page. */
  readonly kind: 'csl' | 'pure';
  /** Its id in the collection that the build takes it from, which is older than some of the ids. */
  readonly was?: string;
}

/** All styles that ship, in the order in which they are offered; the build packs those that are CSL. */
export const shippedStyles: readonly StyleInfo[] = [
  { id: 'nlm-citation-sequence', title: 'NLM / Vancouver', kind: 'csl', was: 'vancouver' },
  { id: 'nlm-citation-sequence-brackets', title: 'NLM / Vancouver, brackets', kind: 'csl', was: 'vancouver-brackets' },
  { id: 'nlm-citation-sequence-superscript', title: 'NLM / Vancouver, superscript', kind: 'csl', was: 'vancouver-superscript' },
  { id: 'american-medical-association', title: 'AMA (American Medical Association)', kind: 'csl' },
  { id: 'apa', title: 'APA (American Psychological Association)', kind: 'csl' },
  { id: 'harvard-cite-them-right', title: 'Harvard (Cite Them Right)', kind: 'csl' },
  { id: 'the-new-england-journal-of-medicine', title: 'New England Journal of Medicine', kind: 'csl' },
  { id: 'the-lancet', title: 'The Lancet', kind: 'csl' },
  { id: 'bmj', title: 'BMJ', kind: 'csl' },
  { id: 'nature', title: 'Nature', kind: 'csl' },
  { id: 'cell', title: 'Cell', kind: 'csl' },
  { id: 'science', title: 'Science', kind: 'csl' },
  { id: 'chicago-author-date', title: 'Chicago, author-date', kind: 'csl' },
  { id: 'chicago-notes-bibliography', title: 'Chicago, notes', kind: 'csl', was: 'chicago-note-bibliography' },
  { id: 'ieee', title: 'IEEE', kind: 'csl' },
  { id: 'springer-vancouver-brackets', title: 'Springer, Vancouver (Journal of Medical Case Reports)', kind: 'csl' },
  { id: 'elsevier-vancouver', title: 'Elsevier, Vancouver (Radiology Case Reports)', kind: 'csl' },
  { id: 'elsevier-with-titles', title: 'Elsevier, with titles (Int. J. of Surgery Case Reports)', kind: 'csl' },
  { id: 'karger-journals', title: 'Karger (Case Reports in Oncology)', kind: 'csl' },
  { id: 'oxford-journals-scimed-numeric-parentheses', title: 'Oxford University Press, numeric', kind: 'csl', was: 'oxford-university-press-scimed-numeric' },
  { id: 'cureus', title: 'Cureus', kind: 'csl' },
  { id: 'frontiers-medical-journals', title: 'Frontiers, medical journals', kind: 'csl' },
  { id: 'plos', title: 'PLOS', kind: 'csl' },
  { id: 'pure-apa', title: 'Portal: APA', kind: 'pure' },
  { id: 'pure-author', title: 'Portal: Author', kind: 'pure' },
  { id: 'pure-bibtex', title: 'Portal: BibTeX', kind: 'pure' },
  { id: 'pure-harvard', title: 'Portal: Harvard', kind: 'pure' },
  { id: 'pure-standard', title: 'Portal: Standard', kind: 'pure' },
  { id: 'pure-ris', title: 'Portal: RIS', kind: 'pure' },
  { id: 'pure-vancouver', title: 'Portal: Vancouver', kind: 'pure' },
];

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
